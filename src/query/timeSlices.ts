import { type DayRange, intersect, lengthOf, splitWindow, type Unit } from '../model/day'
import type { Dataset } from '../store/dataset'

/** A longer window has the slices of the records only, so as not to freeze the page. */
const MAX_DAYS = 4000

/** The days, weeks or months of a window in order of time; the first and last are clipped to it. */
export function timeSlices({ span }: Dataset, window: DayRange, unit: Unit): DayRange[] {
  const isTooLong = span !== null && lengthOf(window) > MAX_DAYS
  const listed = isTooLong ? intersect(window, span) : window
  return listed ? splitWindow(listed, unit) : []
}
