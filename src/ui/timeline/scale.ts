import type { Day, DayRange } from '../../model/day'
import { addDays, lengthOf } from '../../model/day'

/** A horizontal scale: `width` CSS pixels show the days of `range`. */
export interface Scale {
  readonly range: DayRange
  readonly width: number
}

/** Pixels per day; 0 for a plot without width. */
export function dayWidth({ range, width }: Scale): number {
  return width / Math.max(1, lengthOf(range))
}

/** The left edge of a day, in pixels from the left edge of the plot. Can be outside the plot. */
export function xOf(scale: Scale, day: Day): number {
  return (day - scale.range.from) * dayWidth(scale)
}

/** A left edge and a width, px. */
export interface Span {
  readonly x: number
  readonly width: number
}

/** Where whole days are, last day included. */
export function spanOf(scale: Scale, range: DayRange): Span {
  const x = xOf(scale, range.from)
  return { x, width: xOf(scale, addDays(range.to, 1)) - x }
}

/** The style of an element that covers a span. */
export function covering({ x, width }: Span) {
  return { left: `${x}px`, width: `${width}px` }
}

/** The day drawn at `x`; the first or last day of the plot if `x` is outside it. */
export function dayAt({ range, width }: Scale, x: number): Day {
  if (width <= 0) return range.from
  const day = range.from + Math.floor((x * lengthOf(range)) / width)
  return Math.min(range.to, Math.max(range.from, day)) as Day
}

/** The number of whole days nearest to a distance in pixels. */
export function daysAcross(scale: Scale, pixels: number): number {
  const width = dayWidth(scale)
  return width === 0 ? 0 : Math.round(pixels / width)
}
