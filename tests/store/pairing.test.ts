import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { JoinedDataset } from '../../src/join/joinReports'
import type { Incident } from '../../src/model/report'
import { AGREEMENTS } from '../../src/model/vocabulary'
import { datasetOf, type RawRow, someDataset } from '../support/arbitraries'
import { agreementOf, CONFLICT } from '../support/conflict'

const SHUSHA = {
  date_start: '2022-11-29',
  areas: 'Shusha',
  reported_by: 'A ministry',
} satisfies RawRow
const azerbaijan: RawRow = { ...SHUSHA, id: 'a', reporting_party: 'Azerbaijan' }
const karabakh: RawRow = { ...SHUSHA, id: 'k', reporting_party: 'Nagorno-Karabakh authorities' }

const timed: RawRow = { ...azerbaijan, time_start: '14:40', time_end: '15:50' }
const village: RawRow = { ...azerbaijan, areas: 'Kalbajar', settlements: 'Tağavard' }

test.each<[string, RawRow, RawRow, boolean]>([
  ['at overlapping times in one area', azerbaijan, karabakh, true],
  ['of another party on that side', azerbaijan, { ...karabakh, reporting_party: 'Armenia' }, true],
  ['at a clock time in the other’s day', timed, karabakh, true],
  ['that share one minute', timed, { ...karabakh, time_start: '15:50' }, true],
  ['a minute apart', timed, { ...karabakh, time_start: '15:51' }, false],
  ['a day apart', azerbaijan, { ...karabakh, date_start: '2022-11-30' }, false],
  ['of one settlement, spelt otherwise', village, { ...karabakh, settlements: 'taGavard' }, true],
  ['of two settlements', village, { ...karabakh, settlements: 'Elsewhere' }, false],
  ['of one side', { ...azerbaijan, reporting_party: 'Armenia' }, karabakh, false],
  ['of no side', { ...azerbaijan, reporting_party: 'Russia' }, karabakh, false],
  ['without a place', { ...azerbaijan, areas: '' }, { ...karabakh, areas: '' }, false],
])('reports %s: are they paired', (_, one, other, paired) => {
  const { pairsOf } = datasetOf([one, other])
  expect([0, 1].map((row) => [...pairsOf(row)])).toEqual(paired ? [[1], [0]] : [[], []])
})

test('the pairs are those of the plain rule, whatever the reports', () => {
  const side = (incident: Incident) =>
    CONFLICT.parties.find(({ id }) => id === incident.record.reporting_party)?.side
  const paired = (a: Incident, b: Incident) =>
    side(a) !== undefined &&
    side(b) !== undefined &&
    side(a) !== side(b) &&
    a.interval.start <= b.interval.end &&
    b.interval.start <= a.interval.end &&
    (a.areas.some((area) => b.areas.includes(area)) ||
      a.record.settlements.some((name) => b.record.settlements.includes(name)))
  fc.assert(
    fc.property(someDataset, ({ incidents, columns, pairsOf }: JoinedDataset) => {
      incidents.forEach((incident, row) => {
        const others = incidents.flatMap((other, at) => (paired(incident, other) ? [at] : []))
        // The earliest first, and display order is by latest start.
        expect(pairsOf(row)).toEqual(others.reverse())
        const agreement = agreementOf(incident, others.length > 0)
        expect(AGREEMENTS[columns.codes.agreement[row] ?? -1]).toBe(agreement)
      })
    }),
  )
})
