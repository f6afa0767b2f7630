import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnsOf, kindBits } from '../../src/data/columns'
import { daysOf } from '../../src/data/interval'
import { agreementOf } from '../../src/data/pairing'
import { ACCUSED, AGREEMENTS, KINDS, PARTIES, PLACEMENTS } from '../../src/data/vocabulary'
import type { Dataset } from '../../src/types'
import { datasetOf, someDataset } from './arbitraries'

/** Reads a row of the columns back into the words of a report. */
function decode({ columns, areaIds }: Dataset, row: number): object {
  const at = (list: { readonly [index: number]: number }) => list[row] ?? Number.NaN
  const from = at(columns.areaOffset)
  const to = columns.areaOffset[row + 1] ?? Number.NaN
  return {
    days: { from: at(columns.startDay), to: at(columns.endDay) },
    party: PARTIES[at(columns.party)]?.id,
    accused: ACCUSED[at(columns.accused)]?.id,
    kinds: KINDS.filter((_, bit) => (at(columns.kinds) >> bit) % 2 === 1).map((term) => term.id),
    denied: at(columns.denied) === 1,
    placement: PLACEMENTS[at(columns.placement)],
    agreement: AGREEMENTS[at(columns.agreement)]?.id,
    areas: [...columns.areaIndex.slice(from, to)].map((index) => areaIds[index]),
    approximate: [...columns.areaApproximate.slice(from, to)].map(Boolean),
  }
}

test('every row of the columns is its report', () => {
  fc.assert(
    fc.property(someDataset, (dataset) => {
      expect(dataset.columns.areaOffset).toHaveLength(dataset.incidents.length + 1)
      dataset.incidents.forEach((incident, row) => {
        expect(decode(dataset, row)).toEqual({
          days: daysOf(incident.interval),
          party: incident.reportingParty,
          accused: incident.accusedParty,
          kinds: KINDS.map((term) => term.id).filter((id) => incident.kinds.includes(id)),
          denied: incident.deniedBy !== '',
          placement: incident.placement,
          agreement: agreementOf(incident, dataset.pairs),
          areas: incident.areas,
          approximate: incident.areas.map((area) =>
            incident.locations.some(
              (location) => location.area === area && location.precision === 'approximate',
            ),
          ),
        })
      })
    }),
  )
})

test('every code of the vocabulary fits its column', () => {
  expect(KINDS.length).toBeLessThanOrEqual(8)
  expect(kindBits(KINDS.map((term) => term.id))).toBe(2 ** KINDS.length - 1)
  expect(kindBits([])).toBe(0)
  for (const list of [PARTIES, ACCUSED, PLACEMENTS]) expect(list.length).toBeLessThanOrEqual(256)
})

test('an area that is not in the list throws, with its id and the report’s', () => {
  const dataset = datasetOf([{ id: 'x', date_start: '2022-11-29', areas: 'Shusha' }])
  expect(() => columnsOf(dataset.incidents, [], dataset.pairs)).toThrow(
    'area "shusha" of x is not in the list of areas',
  )
})
