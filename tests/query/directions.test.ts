import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AreaId } from '../../src/model/ids'
import type { Place } from '../../src/model/place'
import type { Location } from '../../src/model/report'
import { unfiltered } from '../../src/query/conditions'
import { countDirections, type Direction, hasLine } from '../../src/query/directions'
import { sumGroups } from '../../src/query/groups'
import { sliceDataset } from '../../src/query/sliceDataset'
import type { Dataset } from '../../src/store/dataset'
import { datasetOf, range, someDataset, someFilter } from '../support/arbitraries'
import { CONFLICT } from '../support/conflict'

const keyOf = ({ origin, target, isExact }: Direction) =>
  `${origin.name}>${target.name}${isExact ? ' exactly' : ''}`
const isPoint = ({ kind, position, positionQuality, districts }: Place) =>
  kind === 'settlement' && position && positionQuality !== 'approximate' && districts.length === 1

/** Each pair that one report names, and whether it says that fire went from the one to the other. */
function pairsOf({ incidents, areas }: Dataset, row: number): Map<string, boolean> {
  const { origins = [], locations = [], record } = incidents.at(row) ?? {}
  const targets = Math.max(locations.length, record?.settlements.length ?? 0)
  const isMixed = targets > 1 && (record?.fired_from_places.length ?? 0) > 1
  const name = (area: Location['area']) => areas.get(area as AreaId)?.name ?? String(area)
  const pairs = new Map<string, boolean>()
  for (const place of origins) {
    for (const area of place.districts) {
      for (const location of locations) {
        const isExact = isPoint(place) && location.precision === 'settlement'
        const key = isExact
          ? `${place.name}>${location.settlement} exactly`
          : `${name(area)}>${name(location.area)}`
        const isVague = place.districts.length > 1 || location.precision === 'approximate'
        pairs.set(key, pairs.get(key) === true || !(isMixed || isVague))
      }
    }
  }
  return pairs
}

test('the pairs that each report names are counted, whatever the reports and the filter', () => {
  fc.assert(
    fc.property(someDataset, someFilter, (dataset, filter) => {
      const slice = sliceDataset(dataset, filter)
      const expected: string[] = []
      const said = new Set<string>()
      let left = 0
      slice.rows.forEach((row, index) => {
        const { fired_from = '', fired_from_places = [] } = dataset.incidents[row]?.record ?? {}
        const pairs = pairsOf(dataset, row)
        if (pairs.size === 0 && fired_from + fired_from_places !== '') left++
        for (const [key, isSaid] of pairs) {
          const certainty = isSaid && slice.certain[index] === 1 ? 'certain' : 'possible'
          const party = dataset.incidents[row]?.record.reporting_party
          expected.push(`${key}, row ${row}`, `${key}, ${party}, ${certainty}`)
          if (isSaid) said.add(key)
        }
      })
      const { pairs, missing } = countDirections(dataset, slice)
      const counted = pairs.flatMap((pair) => [
        ...pair.rows.map((row) => `${keyOf(pair)}, row ${row}`),
        ...(['certain', 'possible'] as const).flatMap((certainty) =>
          CONFLICT.parties.flatMap(({ id }, party) =>
            Array(pair.groups[certainty][party]).fill(`${keyOf(pair)}, ${id}, ${certainty}`),
          ),
        ),
      ])
      expect(counted.sort()).toEqual(expected.sort())
      expect(new Set(pairs.filter(({ isSaid }) => isSaid).map(keyOf))).toEqual(said)
      const counts = Object.values(missing).flatMap(({ certain, possible }) => certain + possible)
      expect(counts.reduce((sum, count) => sum + count)).toBe(left)
    }),
  )
})

test('no line goes from a place to itself, and which was fired at from which is not guessed', () => {
  const row = { date_start: '2022-11-29', areas: 'Kalbajar', fired_from: 'x' }
  const mixed = { settlements: 'Istisu; Charektar', fired_from_places: 'istisu; aghdam' }
  const dataset = datasetOf([
    { ...row, id: 'same', settlements: 'Istisu', fired_from_places: 'istisu' },
    { ...row, id: 'mixed', ...mixed },
    { ...row, id: 'words' },
  ])
  const slice = sliceDataset(dataset, unfiltered(range('2022-11-29', '2022-11-29')))
  const { pairs, missing } = countDirections(dataset, slice)
  expect(pairs.map((pair) => [keyOf(pair), sumGroups(pair.groups), hasLine(pair)])).toEqual([
    ['Istisu>Istisu exactly', { certain: 1, possible: 1 }, false],
    ['Aghdam>Kalbajar', { certain: 0, possible: 1 }, true],
    ['Istisu>Charektar exactly', { certain: 0, possible: 1 }, true],
  ])
  expect(missing.origin).toEqual({ certain: 1, possible: 0 })
})
