import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'
import { setWindow } from '../../app/actions'
import { dataset, FIRST_WINDOW, timeWindow } from '../../app/state'
import type { Day, DayRange } from '../../model/day'
import { addDays, contains, sliceAround } from '../../model/day'
import { clampRange, fitRange, isSameRange, zoomRange } from './range'
import type { Scale } from './scale'

/** Which days the plot shows; nothing outside the timeline depends on it. */

/** 26 weeks with the first window in the middle. */
const FIRST_RANGE: DayRange = {
  from: addDays(FIRST_WINDOW.from, -88),
  to: addDays(FIRST_WINDOW.to, 87),
}
/** Days beyond the records that the plot follows a window: there is nothing to see farther out. */
const BEYOND_DAYS = 400

/** Width of the plot in CSS pixels; 0 while it is folded or not laid out yet. */
export const width = signal(0)

/** A range that the user chose for a window; it stays until that moves. */
const held = signal<{ readonly range: DayRange; readonly window: DayRange } | null>(null)

/** The days that can be shown: the months of the records, and the window. */
export const extent = computedRange(() => {
  const span = dataset.value.span ?? FIRST_RANGE
  const window = timeWindow.value
  const first = sliceAround(span.from, 'month').from
  const last = sliceAround(span.to, 'month').to
  return {
    from: Math.min(first, Math.max(window.from, first - BEYOND_DAYS)) as Day,
    to: Math.max(last, Math.min(window.to, last + BEYOND_DAYS)) as Day,
  }
})

/** The days that are shown. */
export const visible = computedRange(() => {
  const window = timeWindow.value
  const chosen = held.value
  if (chosen && isSameRange(chosen.window, window)) return clampRange(chosen.range, extent.value)
  return fitRange(chosen?.range ?? FIRST_RANGE, window, extent.value)
})

export const scale = computed<Scale>(() => ({ range: visible.value, width: width.value }))

/** Shows other days. The window stays as it is, visible or not. */
export function showRange(range: DayRange): void {
  held.value = { range: clampRange(range, extent.peek()), window: timeWindow.peek() }
}

/** Moves the window but not the plot, which a drag must not pull away under the pointer. */
export function setWindowInView(window: DayRange): void {
  batch(() => {
    held.value = { range: visible.peek(), window }
    setWindow(window)
  })
}

/** Shows `factor` times as many days, around a day, or around the window if it is visible. */
export function zoom(factor: number, around: Day = middleInSight()): void {
  showRange(zoomRange(visible.peek(), factor, around, extent.peek()))
}

/** Shows later days (earlier when negative). */
export function pan(days: number): void {
  const { from, to } = visible.peek()
  showRange({ from: addDays(from, days), to: addDays(to, days) })
}

/** Moves the plot so that the window is visible. */
export function revealWindow(): void {
  showRange(fitRange(visible.peek(), timeWindow.peek(), extent.peek()))
}

/** Moves the plot so that a day is visible. */
export function revealDay(day: Day): void {
  if (!contains(visible.peek(), day))
    showRange(fitRange(visible.peek(), { from: day, to: day }, extent.peek()))
}

function middleInSight(): Day {
  const middleOf = ({ from, to }: DayRange) => Math.round((from + to) / 2) as Day
  const middle = middleOf(timeWindow.peek())
  return contains(visible.peek(), middle) ? middle : middleOf(visible.peek())
}

/** Notifies when the days change only: a new object would redraw every bar. */
function computedRange(make: () => DayRange): ReadonlySignal<DayRange> {
  let last: DayRange | null = null
  return computed(() => {
    const next = make()
    if (!last || !isSameRange(last, next)) last = next
    return last
  })
}
