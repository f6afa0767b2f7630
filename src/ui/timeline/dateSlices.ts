import type { Day, DayRange, Unit } from '../../model/day'
import { intersect, lengthOf, splitWindow } from '../../model/day'
import type { Failed } from '../../query/conditions'
import type { Count } from '../../query/counts'
import { countOfBin } from '../../query/histogram'
import type { Dataset } from '../../store/dataset'
import { filedBins } from './bins'

/** A day, week or month of the window that can be switched off. */
export interface DateSlice {
  readonly range: DayRange
  /** With the other filters, whether it is on or off. */
  readonly count: Count
  /** False: no report at all is on file for it, which is not zero. */
  readonly onFile: boolean
  /** `mixed`: some of its days are off. */
  readonly on: boolean | 'mixed'
}

/**
 * In a longer window (eleven years), only the dates of the records are listed: a broken link must
 * not freeze the page.
 */
const MAX_DAYS = 4000

/** The slices of a window in order of time, each with its reports. */
export function dateSlices(
  dataset: Dataset,
  fails: Failed,
  window: DayRange,
  unit: Unit,
  off: ReadonlySet<Day>,
  possible = true,
): DateSlice[] {
  const { span } = dataset
  const isTooLong = span !== null && lengthOf(window) > MAX_DAYS
  const listed = isTooLong ? intersect(window, span) : window
  if (!listed) return []
  return filedBins(dataset, fails, splitWindow(listed, unit), 'party', possible).map((bin) => ({
    range: bin.range,
    count: countOfBin(bin),
    onFile: bin.onFile,
    on: onOf(bin.range, off),
  }))
}

function onOf(range: DayRange, off: ReadonlySet<Day>): boolean | 'mixed' {
  if (off.size === 0) return true
  let count = 0
  for (let day = range.from; day <= range.to; day++) if (off.has(day as Day)) count++
  if (count === 0) return true
  return count === lengthOf(range) ? false : 'mixed'
}
