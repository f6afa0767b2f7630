import type { AreaCount, AreaId, Columns, Count, Dataset, Filter, Slice } from '../types'
import { addTo, countAt, facetsOf, type Tally } from './facets'
import { FAILS, failsOf } from './filter'
import { profilesOf } from './profile'
import { NOT_LOCATED } from './vocabulary'

/**
 * The reports that pass a filter, and everything counted from them, in one pass over the columns.
 * `fails` is `failsOf` of the same dataset and filter, given where it is at hand already. A window that
 * is reversed, or wholly switched off, gives an empty slice.
 *
 * A row is counted once, under its profile, in the table of what it fails (nothing, or one condition alone); the facets
 * are added up from the tables at the end. Certain counts lie at even places, possible ones at odd.
 */
export function sliceDataset(
  dataset: Dataset,
  filter: Filter,
  fails: Uint16Array = failsOf(dataset, filter),
): Slice {
  const { columns, areaIds } = dataset
  const { startDay, endDay, areaOffset, areaIndex, areaApproximate } = columns
  const profiles = profilesOf(dataset)
  const daysOn = countDaysOn(dataset, filter)
  const first = dataset.span?.from ?? 0
  const [from, to] = rowsNear(dataset, filter)
  const rows = new Int32Array(to - from)
  const certain = new Uint8Array(to - from)
  const passing: Tally = new Int32Array(2 * profiles.count)
  const failing = new Map<number, Tally>()
  // The place after the last area is that of the rows without one.
  const areas: Tally = new Int32Array(2 * (areaIds.length + 1))
  const otherAreas: Tally = new Int32Array(2 * (areaIds.length + 1))
  const approximate = new Int32Array(areaIds.length)
  let found = 0

  for (let row = from; row < to; row++) {
    const failed = fails[row] ?? 0
    // A row that fails two conditions is in no slice and in no facet's.
    if ((failed & (failed - 1)) !== 0) continue
    const start = (startDay[row] ?? 0) - first
    const end = (endDay[row] ?? 0) - first
    const on = (daysOn[end + 1] ?? 0) - (daysOn[start] ?? 0)
    if (on === 0) continue
    const column = on === end - start + 1 ? 0 : 1
    if (column === 1 && !filter.possible) continue

    const profile = profiles.ofRow[row] ?? 0
    if (failed === 0) {
      addTo(passing, profile, column)
      rows[found] = row
      certain[found] = 1 - column
      found++
    } else if (failed !== FAILS.area) {
      const table = failing.get(failed) ?? new Int32Array(2 * profiles.count)
      failing.set(failed, table)
      addTo(table, profile, column)
      continue
    }
    const tally = failed === 0 ? areas : otherAreas
    let at = areaOffset[row] ?? 0
    const last = areaOffset[row + 1] ?? 0
    if (at === last) addTo(tally, areaIds.length, column)
    for (; at < last; at++) {
      const area = areaIndex[at] ?? 0
      addTo(tally, area, column)
      if (areaApproximate[at] === 1 && failed === 0)
        approximate[area] = (approximate[area] ?? 0) + 1
    }
  }

  return {
    filter,
    rows: rows.slice(0, found),
    certain: certain.slice(0, found),
    count: countAll(passing),
    areas: areaCounts(areaIds, areas, approximate),
    notLocated: countAt(areas, areaIds.length),
    facets: {
      areas: new Map(
        [...areaIds, NOT_LOCATED].map((id, index) => [
          id,
          sum(countAt(areas, index), countAt(otherAreas, index)),
        ]),
      ),
      ...facetsOf(profiles, passing, failing),
    },
  }
}

/** The rows that can touch the window: they start no later than it ends, and no earlier than the longest would. */
function rowsNear(dataset: Dataset, { window }: Filter): [from: number, to: number] {
  const { startDay, length } = dataset.columns
  const from = firstRowBefore(startDay, length, window.to + 1)
  const to = firstRowBefore(startDay, length, window.from - longestOf(dataset.columns))
  return [from, Math.max(from, to)]
}

/** The first row that starts before a day; rows come by latest start. */
function firstRowBefore(startDay: Int32Array, length: number, day: number): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((startDay[middle] ?? 0) >= day) low = middle + 1
    else high = middle
  }
  return low
}

const longest = new WeakMap<Columns, number>()

/** Days from first to last of the longest report. */
function longestOf(columns: Columns): number {
  const known = longest.get(columns)
  if (known !== undefined) return known
  let most = 0
  for (let row = 0; row < columns.length; row++) {
    most = Math.max(most, (columns.endDay[row] ?? 0) - (columns.startDay[row] ?? 0))
  }
  longest.set(columns, most)
  return most
}

/** Of the days from the span's first to day i, how many are on: `[i + 1]`, so that a difference counts a range. */
function countDaysOn({ span }: Dataset, { window, off }: Filter): Int32Array {
  const length = span ? span.to - span.from + 1 : 0
  const first = span?.from ?? 0
  const counts = new Int32Array(length + 1)
  for (let index = 0; index < length; index++) {
    const day = (first + index) as typeof window.from
    const on = day >= window.from && day <= window.to && !off.has(day)
    counts[index + 1] = (counts[index] ?? 0) + (on ? 1 : 0)
  }
  return counts
}

function countAll(tally: Tally): Count {
  let [certain, possible] = [0, 0]
  for (let at = 0; at < tally.length; at += 2) {
    certain += tally[at] ?? 0
    possible += tally[at + 1] ?? 0
  }
  return { certain, possible }
}

function sum(a: Count, b: Count): Count {
  return { certain: a.certain + b.certain, possible: a.possible + b.possible }
}

/** Only the areas that have a report in the slice. */
function areaCounts(
  areaIds: readonly AreaId[],
  tally: Tally,
  approximate: Int32Array,
): Map<AreaId, AreaCount> {
  const counts = new Map<AreaId, AreaCount>()
  areaIds.forEach((id, index) => {
    const count = countAt(tally, index)
    if (count.certain + count.possible === 0) return
    counts.set(id, { ...count, approximate: approximate[index] ?? 0 })
  })
  return counts
}
