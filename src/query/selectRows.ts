import type { Columns, Dataset } from '../store/dataset'
import type { Failed } from './conditions'
import type { Count } from './counts'
import type { Filter } from './filter'

/** Some rows of a dataset in display order, and whether each is certain in a window. */
export interface SelectedRows {
  readonly rows: Int32Array
  /** Parallel to `rows`: 1 certain, 0 possible. */
  readonly certain: Uint8Array
}

/**
 * The rows of the filter's window and days that fail none of the other conditions, or only one of
 * them. `fails` is `failedConditions` of the same dataset and filter.
 */
export function selectRows(
  { columns, span }: Dataset,
  { window, off, possible }: Filter,
  fails: Failed,
  maxFailed: 0 | 1,
): SelectedRows {
  const { startDay, endDay, length } = columns
  const from = Math.max(window.from, span?.from ?? window.from)
  const to = Math.min(window.to, span?.to ?? window.to)
  const offBefore = countDaysOff(from, to, off)
  const begin = firstStartedBy(columns, to)
  const rows = new Int32Array(length - begin)
  const certain = new Uint8Array(length - begin)
  let found = 0
  for (let row = begin; row < length; row++) {
    const failed = fails[row] ?? 0
    // A bit set without its lowest bit is empty when it has one bit at most.
    if (maxFailed === 0 ? failed !== 0 : (failed & (failed - 1)) !== 0) continue
    const start = startDay[row] ?? 0
    const end = endDay[row] ?? 0
    const first = Math.max(start, from)
    const last = Math.min(end, to)
    if (last < first) continue
    const daysOff = (offBefore[last + 1 - from] ?? 0) - (offBefore[first - from] ?? 0)
    const daysOn = last - first + 1 - daysOff
    const isCertain = daysOn === end - start + 1
    if (daysOn === 0 || !(isCertain || possible)) continue
    rows[found] = row
    certain[found] = isCertain ? 1 : 0
    found++
  }
  return { rows: rows.slice(0, found), certain: certain.slice(0, found) }
}

/** How many of the first n days of a window are switched off, so that a difference counts a range. */
function countDaysOff(from: number, to: number, off: ReadonlySet<number>): Int32Array {
  const before = new Int32Array(Math.max(0, to - from + 1) + 1)
  if (off.size === 0) return before
  for (let day = from; day <= to; day++) {
    before[day - from + 1] = (before[day - from] ?? 0) + (off.has(day) ? 1 : 0)
  }
  return before
}

/** The first row that starts on a day or earlier; the number of rows when there is none. */
export function firstStartedBy({ startDay, length }: Columns, day: number): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((startDay[middle] ?? 0) > day) low = middle + 1
    else high = middle
  }
  return low
}

/** The same rows without those that fail a condition. */
export function withoutFailed(selected: SelectedRows, fails: Failed): SelectedRows {
  const rows = selected.rows.filter((row) => fails[row] === 0)
  const certain = selected.certain.filter((_, index) => fails[selected.rows[index] ?? -1] === 0)
  return { rows, certain }
}

/** How many rows are certain, and how many possible. */
export function countRows({ certain }: SelectedRows): Count {
  let sum = 0
  for (const flag of certain) sum += flag
  return { certain: sum, possible: certain.length - sum }
}

/**
 * The rows of a filter without some of its conditions: `conditions` are bits of CONDITIONS. Time, and
 * the switch for possible reports, hold. A view that sets a condition by clicks counts with this, so
 * that one can go from one of its values to another.
 */
export function selectRowsIgnoring(
  dataset: Dataset,
  filter: Filter,
  conditions: number,
  fails: Failed,
): SelectedRows {
  const others = fails.map((failed) => failed & ~conditions)
  return selectRows(dataset, filter, others, 0)
}
