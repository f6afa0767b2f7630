import { CODED_FACETS, type CodedFacetKey, facetValues, hasSeveral } from '../model/facets'
import type { AreaId } from '../model/ids'
import { NOT_LOCATED, UNLOCATED } from '../model/vocabulary'
import type { Dataset } from '../store/dataset'
import { totalOf } from './classes'
import { CONDITIONS, type Failed, failedConditions } from './conditions'
import { type AreaCount, type Count, eventsOf, type Facets, increment, noReports } from './counts'
import type { Filter } from './filter'
import { countRows, failingAtMost, type SelectedRows, selectRows } from './selectRows'
import type { Slice } from './slice'

/**
 * The reports that pass a filter, and everything counted from them. `fails` is `failedConditions` of
 * the same dataset and filter, where it is known already. A window that is reversed, or wholly
 * switched off, gives an empty slice.
 */
export function sliceDataset(
  dataset: Dataset,
  filter: Filter,
  fails: Failed = failedConditions(dataset, filter),
): Slice {
  const nearby = selectRows(dataset, filter, fails)
  const selected = failingAtMost(nearby, fails, 0)
  // A facet counts the rows that fail nothing but its own condition.
  const rowsOfFacet = (key: keyof Facets) =>
    filter.chosen[key].size === 0 ? selected : failingAtMost(nearby, fails, CONDITIONS[key])
  const areas = countAreas(dataset, selected)
  const areaFacet = filter.chosen.area.size === 0 ? areas : countAreas(dataset, rowsOfFacet('area'))
  const areaIds: readonly string[] = dataset.areaIds
  const codedFacets = CODED_FACETS.map((key) => [key, countFacet(dataset, rowsOfFacet(key), key)])
  return {
    filter,
    ...selected,
    count: countRows(dataset, selected),
    areas: areasFound(dataset.areaIds, areas),
    notLocated: areas.notLocated,
    facets: {
      area: countsById(areaIds, areaFacet.counts).set(NOT_LOCATED, areaFacet.notLocated),
      ...Object.fromEntries(codedFacets),
    },
  }
}

/** The possible rows of the value at index k are counted at `2 * k`, the certain ones at `2 * k + 1`. */
type Counts = Int32Array

function countFacet(
  { columns, conflict, unread, whole }: Dataset,
  { rows, certain }: SelectedRows,
  key: CodedFacetKey,
): Map<string, Count> {
  const unknown = whole?.left.includes(key) ? unread : undefined
  const values = facetValues(key, conflict)
  if (values.length === 0) return new Map()
  const codes = columns.codes[key]
  const isBitSet = hasSeveral(key)
  const counts: Counts = new Int32Array(2 * values.length)
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] ?? 0
    if (unknown?.[row] === 1) continue
    const code = codes[row] ?? 0
    const events = eventsOf(columns, row)
    if (!isBitSet) increment(counts, 2 * code + (certain[index] ?? 0), events)
    else {
      for (let bits = code; bits !== 0; bits &= bits - 1) {
        increment(counts, 2 * lowestBit(bits) + (certain[index] ?? 0), events)
      }
    }
  }
  return countsById(values, counts)
}

function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits)
}

interface AreaCounts {
  readonly counts: Counts
  /** By area, the rows that are there only approximately. */
  readonly approximate: Int32Array
  readonly notLocated: Count
}

function countAreas({ columns, areaIds }: Dataset, { rows, certain }: SelectedRows): AreaCounts {
  const { areaOffset, areaIndex, areaApproximate } = columns
  const counts: Counts = new Int32Array(2 * areaIds.length)
  const approximate = new Int32Array(areaIds.length)
  const notLocated = noReports()
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] ?? 0
    const start = areaOffset[row] ?? 0
    const end = areaOffset[row + 1] ?? 0
    const events = eventsOf(columns, row)
    if (columns.codes.placement[row] === UNLOCATED) {
      notLocated[certain[index] === 1 ? 'certain' : 'possible'] += events
    }
    for (let at = start; at < end; at++) {
      const area = areaIndex[at] ?? 0
      increment(counts, 2 * area + (certain[index] ?? 0), events)
      increment(approximate, area, events * (areaApproximate[at] ?? 0))
    }
  }
  return { counts, approximate, notLocated }
}

function areasFound(
  areaIds: readonly AreaId[],
  { counts, approximate }: AreaCounts,
): Map<AreaId, AreaCount> {
  const found = new Map<AreaId, AreaCount>()
  areaIds.forEach((id, area) => {
    const count = countAt(counts, area)
    if (totalOf(count) === 0) return
    found.set(id, { ...count, approximate: approximate[area] ?? 0 })
  })
  return found
}

function countsById<Id>(ids: readonly Id[], counts: Counts): Map<Id, Count> {
  return new Map(ids.map((id, index) => [id, countAt(counts, index)]))
}

function countAt(counts: Counts, index: number): Count {
  return { certain: counts[2 * index + 1] ?? 0, possible: counts[2 * index] ?? 0 }
}
