import type { DayRange } from '../model/day'
import type { Columns, Dataset } from '../store/dataset'
import type { Failed } from './conditions'
import { type Count, eventsOf } from './counts'
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
): SelectedRows {
  const { startDay, endDay, length } = columns
  const { from, to } = window
  const daysOff = off.size > 0 && span ? countDaysOff(window, span, off) : null
  const begin = from > to ? length : firstStartedBy(columns, to)
  const rows = new Int32Array(length - begin)
  const certain = new Uint8Array(length - begin)
  let found = 0
  for (let row = begin; row < length; row++) {
    const failed = fails[row] ?? 0
    // Without its lowest bit, a number of one bit is 0.
    if ((failed & (failed - 1)) !== 0) continue
    const start = startDay[row] ?? 0
    const end = endDay[row] ?? 0
    if (end < from) continue
    let isCertain = start >= from && end <= to
    if (daysOff) {
      const [first, last] = [Math.max(start, from), Math.min(end, to)]
      const on = last - first + 1 - daysOff(first, last)
      if (on === 0) continue
      isCertain = on === end - start + 1
    }
    if (!isCertain && !possible) continue
    rows[found] = row
    certain[found] = isCertain ? 1 : 0
    found++
  }
  return { rows: rows.subarray(0, found), certain: certain.subarray(0, found) }
}

/** Counts the days switched off from one day of a window and span to another. */
export function countDaysOff(window: DayRange, span: DayRange, off: ReadonlySet<number>) {
  const from = Math.max(window.from, span.from)
  const to = Math.min(window.to, span.to)
  // Of the first n days: a difference counts any range.
  const before = new Int32Array(Math.max(0, to - from + 1) + 1)
  for (let n = 0; n + 1 < before.length; n++) {
    before[n + 1] = (before[n] ?? 0) + (off.has(from + n) ? 1 : 0)
  }
  return (first: number, last: number) =>
    (before[last + 1 - from] ?? 0) - (before[first - from] ?? 0)
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

/** Those of the rows that fail no condition, or only this one (a bit of CONDITIONS). */
export function failingAtMost(
  selected: SelectedRows,
  fails: Failed,
  condition: number,
): SelectedRows {
  const { length } = selected.rows
  let count = 0
  for (let index = 0; index < length; index++) {
    const failed = fails[selected.rows[index] ?? -1]
    if (failed === 0 || failed === condition) count++
  }
  if (count === length) return selected
  const rows = new Int32Array(count)
  const certain = new Uint8Array(count)
  for (let index = 0, place = 0; index < length; index++) {
    const row = selected.rows[index] ?? 0
    if (fails[row] !== 0 && fails[row] !== condition) continue
    rows[place] = row
    certain[place] = selected.certain[index] ?? 0
    place++
  }
  return { rows, certain }
}

/** Counts the events of some rows. */
export function countRows({ columns }: Pick<Dataset, 'columns'>, selected: SelectedRows): Count {
  const { rows, certain } = selected
  let [sum, all] = [0, 0]
  for (let index = 0; index < rows.length; index++) {
    const events = eventsOf(columns, rows[index] ?? -1)
    all += events
    if (certain[index] === 1) sum += events
  }
  return { certain: sum, possible: all - sum }
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
  return failingAtMost(selectRows(dataset, filter, others), others, 0)
}
