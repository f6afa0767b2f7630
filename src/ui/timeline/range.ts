import type { Day, DayRange } from '../../model/day'
import { addDays, lengthOf } from '../../model/day'

/** Which days the plot shows: pure arithmetic on ranges. visibleRange.ts has the signals. */

/** Days. With fewer, bars are wider than useful. */
const SHORTEST = 14

/** Moves a range into an extent, and shortens it if it is longer. */
export function clampRange(range: DayRange, extent: DayRange): DayRange {
  const length = Math.min(lengthOf(range), lengthOf(extent))
  const from = Math.min(Math.max(range.from, extent.from), extent.to - length + 1)
  return { from: from as Day, to: (from + length - 1) as Day }
}

/**
 * A range that shows the window: `base` itself while the window is well inside, else `base` moved
 * by half its length as often as needed (a page that turns, not a sheet that slides), and longer if
 * the window would fill it. Kept inside `extent`; a window outside it is not shown.
 */
export function fitRange(base: DayRange, window: DayRange, extent: DayRange): DayRange {
  const margin = Math.floor(lengthOf(base) / 16)
  const stands = base.from + margin <= window.from && window.to <= base.to - margin
  if (stands) return clampRange(base, extent)
  // Moving by half the length keeps a window of up to half the length in view.
  const length = Math.max(lengthOf(base), 2 * lengthOf(window) + 2)
  const away = (window.from + window.to - base.from - base.to) / 2
  const middle = (base.from + base.to + Math.round((2 * away) / length) * length) / 2
  const from = Math.round(middle - (length - 1) / 2) as Day
  return clampRange({ from, to: addDays(from, length - 1) }, extent)
}

/** Shows `factor` times as many days around a fixed day; never fewer than two weeks. */
export function zoomRange(
  range: DayRange,
  factor: number,
  around: Day,
  extent: DayRange,
): DayRange {
  const days = lengthOf(range)
  const wanted = factor > 1 ? Math.ceil(days * factor) : Math.floor(days * factor)
  const length = Math.max(SHORTEST, Math.min(wanted, lengthOf(extent)))
  const from = Math.round(around - ((around - range.from) * length) / days) as Day
  return clampRange({ from, to: addDays(from, length - 1) }, extent)
}

/** Whether two ranges are the same days. */
export function isSameRange(a: DayRange, b: DayRange): boolean {
  return a.from === b.from && a.to === b.to
}
