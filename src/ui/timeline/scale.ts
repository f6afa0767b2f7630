import type { Day, DayRange } from '../../model/day'
import { addDays, lengthOf } from '../../model/day'

/** The horizontal scale of a plot: `width` CSS pixels show the days of `range`, each equally wide. */
export interface Scale {
  readonly range: DayRange
  readonly width: number
}

/** Pixels a day; 0 for a plot without width. */
export function dayWidth({ range, width }: Scale): number {
  return width / Math.max(1, lengthOf(range))
}

/** The left edge of a day, in pixels from the left edge of the plot. May lie outside the plot. */
export function xOf(scale: Scale, day: Day): number {
  return (day - scale.range.from) * dayWidth(scale)
}

/** Left and right edge of whole days, in pixels: the last day included. */
export function spanOf(scale: Scale, range: DayRange): { x: number; width: number } {
  const x = xOf(scale, range.from)
  return { x, width: xOf(scale, addDays(range.to, 1)) - x }
}

/** The day that is drawn at `x`; the first or last of the plot when `x` is outside it. */
export function dayAt({ range, width }: Scale, x: number): Day {
  if (width <= 0) return range.from
  const day = range.from + Math.floor((x * lengthOf(range)) / width)
  return Math.min(range.to, Math.max(range.from, day)) as Day
}

/** How many whole days a distance in pixels comes nearest to. */
export function daysAcross(scale: Scale, pixels: number): number {
  const width = dayWidth(scale)
  return width === 0 ? 0 : Math.round(pixels / width)
}
