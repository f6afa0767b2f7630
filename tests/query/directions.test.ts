import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Place } from '../../src/model/place'
import type { Location } from '../../src/model/report'
import { unfiltered } from '../../src/query/conditions'
import { countDirections, hasLine } from '../../src/query/directions'
import { sliceDataset } from '../../src/query/sliceDataset'
import type { Dataset } from '../../src/store/dataset'
import { datasetOf, range, someDataset, someFilter } from '../support/arbitraries'
import { CONFLICT } from '../support/conflict'

const isPoint = ({ kind, position, positionQuality, districts }: Place) =>
  kind === 'settlement' && position && positionQuality !== 'approximate' && districts.length === 1

/** Each pair that one report names, as `origin>target`, and whether it says that it is one. */
function pairsOf(dataset: Dataset, row: number): Map<string, boolean> {
  const incident = dataset.incidents.at(row)
  if (!incident) throw new Error(`no row ${row}`)
  const { origins, locations, record } = incident
  const isMixed =
    record.fired_from_places.length > 1 && (record.settlements.length > 1 || locations.length > 1)
  const name = (area: Location['area']) => dataset.areas.get(area)?.name ?? area
  const pairs = new Map<string, boolean>()
  for (const place of origins) {
    for (const area of place.districts) {
      for (const location of locations) {
        const isExact = isPoint(place) && location.precision === 'settlement'
        const key = isExact
          ? `${place.name}>${location.settlement} exactly`
          : `${name(area)}>${name(location.area)}`
        const isVague = place.districts.length > 1 || location.precision === 'approximate'
        pairs.set(key, (pairs.get(key) ?? false) || !(isMixed || isVague))
      }
    }
  }
  return pairs
}

describe('countDirections', () => {
  it('counts the pairs that each report names, whatever the reports and the filter', () => {
    fc.assert(
      fc.property(someDataset, someFilter, (dataset, filter) => {
        const slice = sliceDataset(dataset, filter)
        const expected: Record<string, string[]> = {}
        let missing = 0
        slice.rows.forEach((row, index) => {
          const record = dataset.incidents[row]?.record
          const pairs = pairsOf(dataset, row)
          const isSaid = record?.fired_from !== '' || record.fired_from_places.length > 0
          if (isSaid && pairs.size === 0) missing++
          for (const [key, said] of pairs) {
            const certainty = said && slice.certain[index] === 1 ? 'certain' : 'possible'
            expected[key] = [
              ...(expected[key] ?? []),
              `${row} ${record?.reporting_party} ${certainty}`,
            ]
          }
        })
        const { pairs, missing: counts } = countDirections(dataset, slice)
        const rowsOf = Object.entries(expected).map(([key, all]) => [
          key,
          all.map((each) => Number(each.split(' ')[0])),
        ])
        expect(Object.fromEntries(pairs.map((pair) => [keyOf(pair), [...pair.rows]]))).toEqual(
          Object.fromEntries(rowsOf),
        )
        for (const pair of pairs) {
          for (const certainty of ['certain', 'possible'] as const) {
            const counted = CONFLICT.parties.map(
              ({ id }) =>
                expected[keyOf(pair)]?.filter((each) => each.endsWith(` ${id} ${certainty}`))
                  .length,
            )
            expect(pair.groups[certainty]).toEqual(counted)
          }
        }
        const sum = Object.values(counts).reduce(
          (all, each) => all + each.certain + each.possible,
          0,
        )
        expect(sum).toBe(missing)
      }),
    )
  })

  it('draws no line from a place to itself, and does not guess which was fired at from which', () => {
    const row = { date_start: '2022-11-29', areas: 'Kalbajar', fired_from: 'x' }
    const dataset = datasetOf([
      { ...row, id: 'same', settlements: 'Istisu', fired_from_places: 'istisu' },
      {
        ...row,
        id: 'mixed',
        settlements: 'Istisu; Charektar',
        fired_from_places: 'istisu; aghdam',
      },
      { ...row, id: 'words' },
    ])
    const { pairs, missing } = countDirections(
      dataset,
      sliceDataset(dataset, unfiltered(range('2022-11-29', '2022-11-29'))),
    )
    const told = pairs.map((pair) => {
      const [certain, possible] = [pair.groups.certain, pair.groups.possible].map((counts) =>
        counts.reduce((sum, count) => sum + count, 0),
      )
      return `${keyOf(pair)}: ${certain}+${possible}${hasLine(pair) ? '' : ', no line'}`
    })
    expect(told).toEqual([
      'Istisu>Istisu exactly: 1+1, no line',
      'Aghdam>Kalbajar: 0+1',
      'Istisu>Charektar exactly: 0+1',
    ])
    expect(missing.origin).toEqual({ certain: 1, possible: 0 })
  })
})

function keyOf({ origin, target, isExact }: ReturnType<typeof countDirections>['pairs'][number]) {
  return `${origin.name}>${target.name}${isExact ? ' exactly' : ''}`
}
