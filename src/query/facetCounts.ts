import { CODED_FACETS, type CodedFacetKey, facetValues, hasSeveral } from '../model/facets'
import type { AreaId } from '../model/ids'
import { NOT_LOCATED } from '../model/vocabulary'
import { countCodes } from '../store/codes'
import type { Dataset } from '../store/dataset'
import { type AreaSets, groupKeysOf } from '../store/groupKeys'
import { tallyAreas } from './areaTally'
import { CONDITIONS, type Failed } from './conditions'
import type { AreaCount, Count } from './counts'
import type { Slice } from './slice'
import { BY_ROW } from './tally'

/**
 * All that a slice says in numbers, added up from the rows of each profile (tally.ts) and what each row fails. In all arrays
 * of counts, certain rows stand at `2 * place` and possible ones behind them. Leaves in `byGroupKey` the rows of the slice.
 */
export function countFacets(
  { columns, areaIds, conflict }: Dataset,
  byGroupKey: Int32Array,
  fails: Failed,
): Pick<Slice, 'count' | 'areas' | 'notLocated' | 'facets'> {
  const { row, codes, areaSet, areaSets } = groupKeysOf(columns)
  const facets = CODED_FACETS.map((key) => ({
    key,
    codes: codes[key],
    others: ~CONDITIONS[key],
    counts: new Int32Array(2 * countCodes(key, conflict)),
  }))
  const all = new Int32Array(2)
  const inSet = new Int32Array(2 * areaSets.count)
  const inAnySet = new Int32Array(2 * areaSets.count)

  for (let at = 0; at < byGroupKey.length; at++) {
    const rows = byGroupKey[at] ?? 0
    if (rows === 0) continue
    const profile = at >> 1
    const column = at & 1
    const failed = (fails[row[profile] ?? 0] ?? 0) & ~BY_ROW
    if (failed !== 0) byGroupKey[at] = 0
    // What fails two conditions is in no slice and in no facet's.
    if ((failed & (failed - 1)) !== 0) continue
    for (const { codes, others, counts } of facets) {
      if ((failed & others) === 0) addTo(counts, 2 * (codes[profile] ?? 0) + column, rows)
    }
    const set = 2 * (areaSet[profile] ?? 0) + column
    if ((failed & ~CONDITIONS.area) === 0) addTo(inAnySet, set, rows)
    if (failed !== 0) continue
    addTo(all, column, rows)
    addTo(inSet, set, rows)
  }

  const notLocated = countAt(inSet, 0)
  const notLocatedAtAll = countAt(inAnySet, 0)
  const inAnyArea = tallyAreas(areaSets, inAnySet, 2, areaIds.length)
  return {
    count: countAt(all, 0),
    areas: areaCounts(areaIds, areaSets, inSet),
    notLocated,
    facets: {
      area: zip(areaIds as readonly string[], inAnyArea).set(NOT_LOCATED, notLocatedAtAll),
      ...countValues(facets, conflict),
    },
  }
}

/** Counts of codes as counts of the values that they stand for. */
function countValues(
  facets: readonly { readonly key: CodedFacetKey; readonly counts: Int32Array }[],
  conflict: Dataset['conflict'],
): Readonly<Record<CodedFacetKey, ReadonlyMap<string, Count>>> {
  const entries = facets.map(({ key, counts }) => {
    const values = facetValues(key, conflict)
    return [key, zip(values, hasSeveral(key) ? bySingle(counts, values.length) : counts)]
  })
  return Object.fromEntries(entries)
}

/** Counts of sets of values as counts of each value. */
function bySingle(sets: Int32Array, values: number): Int32Array {
  const counts = new Int32Array(2 * values)
  for (let at = 0; at < sets.length; at++) {
    for (let value = 0; value < values; value++) {
      if (((at >> 1) & (1 << value)) !== 0) addTo(counts, 2 * value + (at & 1), sets[at] ?? 0)
    }
  }
  return counts
}

/** Only the areas that have a report in the slice. */
function areaCounts(
  areaIds: readonly AreaId[],
  areaSets: AreaSets,
  inSet: Int32Array,
): Map<AreaId, AreaCount> {
  const byArea = tallyAreas(areaSets, inSet, 2, areaIds.length)
  const approximate = new Int32Array(areaIds.length)
  for (let at = 2; at < inSet.length; at++) {
    const set = at >> 1
    if (areaSets.approximate[set] === 1) addTo(approximate, areaSets.area[set] ?? 0, inSet[at] ?? 0)
  }
  const counts = new Map<AreaId, AreaCount>()
  areaIds.forEach((id, index) => {
    const count = countAt(byArea, index)
    if (count.certain + count.possible === 0) return
    counts.set(id, { ...count, approximate: approximate[index] ?? 0 })
  })
  return counts
}

function addTo(counts: Int32Array, place: number, rows: number): void {
  counts[place] = (counts[place] ?? 0) + rows
}

function countAt(counts: Int32Array, place: number): Count {
  return { certain: counts[2 * place] ?? 0, possible: counts[2 * place + 1] ?? 0 }
}

function zip<Id>(ids: readonly Id[], counts: Int32Array): Map<Id, Count> {
  return new Map(ids.map((id, index) => [id, countAt(counts, index)]))
}
