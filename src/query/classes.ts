import type { Count } from './counts'
import type { Slice } from './slice'

/**
 * A class of district counts: whole numbers, both ends included. The open last class ends at
 * Infinity.
 */
export interface CountClass {
  readonly from: number
  readonly to: number
  /** All of it in words: `1`, `2–3`, `13+`, `to 6k`, `24k+`. */
  readonly label: string
  /** Its lower end, short enough for a legend: `1`, `13+`, `6k`, `24k+`. */
  readonly start: string
}

/** Up to here, every number is a separate class. */
const SINGLES = 5
/**
 * The last number of each class except the open one, while no district has more than LIMIT reports.
 */
const UPPER = [1, 3, 6, 12]
const LIMIT = 25
const STEPS = [1, 2, 5]
/** From here on the legend uses thousands. */
const THOUSANDS_FROM = 1000

/**
 * At most five classes, from the largest number of reports in any district of the slice: 1, 2, 3,
 * 4, 5 for few, then 1, 2–3, 4–6, 7–12, 13+, and for many the same numbers times two, five, ten ...
 * A few fixed sets instead of exact quantiles, so that colours keep their meaning while the window
 * moves. Classes beyond `max` are omitted. None for 0, less, or NaN.
 */
export function classBreaks(max: number): CountClass[] {
  if (!(max >= 1)) return []
  const uppers = max <= SINGLES ? [1, 2, 3, 4] : UPPER.map((upper) => upper * scaleOf(max))
  const classes: CountClass[] = []
  let from = 1
  for (const to of [...uppers, Number.POSITIVE_INFINITY]) {
    if (from > max) break
    const end = max <= SINGLES ? from : to
    classes.push({ from, to: end, label: labelOf(from, end), start: startOf(from, end) })
    from = to + 1
  }
  return classes
}

/** The number of a count's class, from 1; 0 if it is in none. */
export function classOf(classes: readonly CountClass[], count: number): number {
  return classes.findIndex((each) => count >= each.from && count <= each.to) + 1
}

/**
 * The largest number of reports in any area of the slice, including possible ones; 0 if none has
 * any.
 */
export function greatestCount(slice: Slice): number {
  let greatest = 0
  for (const count of slice.areas.values()) greatest = Math.max(greatest, totalOf(count))
  return greatest
}

/** The reports of an area, including possible ones. */
export function totalOf({ certain, possible }: Count): number {
  return certain + possible
}

/**
 * 1, 2, 5, 10, 20, 50 ...: the smallest that keeps the open class from taking most of the range.
 */
function scaleOf(max: number): number {
  for (let power = 1; ; power *= 10) {
    for (const step of STEPS) {
      if (max <= LIMIT * step * power || !Number.isFinite(max)) return step * power
    }
  }
}

function startOf(from: number, to: number): string {
  const start = from > THOUSANDS_FROM ? `${(from - 1) / 1000}k` : String(from)
  return to === Number.POSITIVE_INFINITY ? `${start}+` : start
}

function labelOf(from: number, to: number): string {
  // Long numbers would run into each other: `to 6k` after `to 2k`, and `24k+` after `to 24k`.
  if (from > THOUSANDS_FROM || (to >= THOUSANDS_FROM && Number.isFinite(to))) {
    return to === Number.POSITIVE_INFINITY ? `${(from - 1) / 1000}k+` : `to ${to / 1000}k`
  }
  if (to === Number.POSITIVE_INFINITY) return `${from}+`
  return from === to ? String(from) : `${from}–${to}`
}
