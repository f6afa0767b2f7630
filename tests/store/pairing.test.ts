import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JoinedDataset } from '../../src/join/joinReports'
import type { Incident } from '../../src/model/report'
import { AGREEMENTS } from '../../src/model/vocabulary'
import { datasetOf, type RawRow, someDataset } from '../support/arbitraries'
import { agreementOf, CONFLICT } from '../support/conflict'
import { realDataset } from '../support/fixtures'

const SHUSHA = {
  date_start: '2022-11-29',
  areas: 'Shusha',
  reported_by: 'A ministry',
} satisfies RawRow
const azerbaijan: RawRow = { ...SHUSHA, id: 'a', reporting_party: 'Azerbaijan' }
const karabakh: RawRow = { ...SHUSHA, id: 'k', reporting_party: 'Nagorno-Karabakh authorities' }

const pairsOf = (...rows: RawRow[]) => {
  const { incidents, pairsOf: partners } = datasetOf(rows)
  return incidents
    .map(({ id }, row) => [id, partners(row).map((other) => incidents[other]?.id)] as const)
    .filter(([, others]) => others.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
}
const both = [
  ['a', ['k']],
  ['k', ['a']],
]

describe('two reports are paired', () => {
  test('when opposite sides name the same area at overlapping times', () => {
    expect(pairsOf(azerbaijan, karabakh)).toEqual(both)
    expect(pairsOf(azerbaijan, { ...karabakh, reporting_party: 'Armenia' })).toEqual(both)
  })

  test('when a clock time lies in the other’s day, or both share their last and first minute', () => {
    const timed = { ...azerbaijan, time_start: '14:40', time_end: '15:50' }
    expect(pairsOf(timed, karabakh)).toEqual(both)
    expect(pairsOf(timed, { ...karabakh, time_start: '15:50' })).toEqual(both)
    expect(pairsOf(timed, { ...karabakh, time_start: '15:51' })).toEqual([])
  })

  test('when they name the same settlement, in any spelling of case and accents, and no common area', () => {
    const here = { ...azerbaijan, areas: 'Kalbajar', settlements: 'Tağavard' }
    expect(pairsOf(here, { ...karabakh, settlements: 'taGavard' })).toEqual(both)
    expect(pairsOf(here, { ...karabakh, settlements: 'Elsewhere' })).toEqual([])
  })

  test('not when they stand on one side or on none, name no place, or lie a day apart', () => {
    expect(pairsOf({ ...azerbaijan, reporting_party: 'Armenia' }, karabakh)).toEqual([])
    expect(pairsOf({ ...azerbaijan, reporting_party: 'Russia' }, karabakh)).toEqual([])
    expect(pairsOf({ ...azerbaijan, areas: '' }, { ...karabakh, areas: '' })).toEqual([])
    expect(pairsOf(azerbaijan, { ...karabakh, date_start: '2022-11-30' })).toEqual([])
  })
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

test('a denial counts before a pair, and every real report has one of the three', () => {
  const { incidents, pairsOf } = realDataset()
  const counts = new Map<string, number>()
  incidents.forEach((incident, row) => {
    const agreement = agreementOf(incident, pairsOf(row).length > 0)
    counts.set(agreement, (counts.get(agreement) ?? 0) + 1)
    if (incident.record.denied_by !== '') expect(agreement).toBe('denied')
  })
  expect(Object.fromEntries(counts)).toEqual({ 'one-side': 364, denied: 74, 'both-sides': 9 })
})
