import {
  type CalendarUnit,
  type DayRange,
  intersect,
  lengthOf,
  NO_SLICES,
  type Slices,
  type SliceUnit,
  sliceAround,
  slicesOf,
  splitWindow,
} from '../model/day'
import type { Dataset } from '../store/dataset'

/** A longer window has the slices of the records only. */
const MAX_DAYS = 4000
/** Months that a table or a row of bars has at most. */
const MAX_MONTHS = 240

/** The slices of a window in order of time; the first and last are clipped to it. */
export function timeSlices({ span }: Dataset, window: DayRange, unit: SliceUnit): Slices {
  const isTooLong = span !== null && lengthOf(window) > MAX_DAYS
  const listed = isTooLong ? intersect(window, span) : window
  return listed ? slicesOf(listed, unit) : NO_SLICES
}

/** The unit of tables of a whole range: its months, or its years where those are very many. */
export function tableUnit(range: DayRange): 'month' | 'year' {
  return slicesOf(range, 'month').length > MAX_MONTHS ? 'year' : 'month'
}

/** Whole units that cover a range: half a week would look like a calm one. */
export function wholeSlices(range: DayRange, unit: CalendarUnit): DayRange[] {
  const first = sliceAround(range.from, unit).from
  const last = sliceAround(range.to, unit).to
  return splitWindow({ from: first, to: last }, unit)
}
