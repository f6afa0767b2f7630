import { effect, signal } from '@preact/signals'
import { setWindow, steppedWindow } from '../../app/actions'
import { dataset, off, timeWindow, unit } from '../../app/state'
import type { DayRange, Unit } from '../../model/day'
import { addDays, intersect, lengthOf, sliceAround } from '../../model/day'

/** Steps the window to the end of the records; pauses when anything else changes it. */

/** Time between two steps at normal speed: long enough to read the count. */
export const STEP_MS = 1000
export const SPEEDS = [0.5, 1, 2, 4] as const

export const playing = signal(false)
export const speed = signal(1)

/** What the player itself has set last. */
let own = { window: timeWindow.peek(), unit: unit.peek(), off: off.peek() }

/** Starts stepping; from the beginning if the window is at the end of the records. */
export function play(): void {
  const { span } = dataset.peek()
  if (!span) return
  const window = timeWindow.peek()
  own = { window, unit: unit.peek(), off: off.peek() }
  if (window.to >= span.to || !intersect(window, span)) put(startOf(span, window, unit.peek()))
  playing.value = true
}

export function pause(): void {
  playing.value = false
}

effect(() => {
  const now = { window: timeWindow.value, unit: unit.value, off: off.value }
  if (now.window !== own.window || now.unit !== own.unit || now.off !== own.off) pause()
})

effect(() => {
  // Reads the signals, so that each step starts the next wait.
  if (!playing.value || !timeWindow.value) return undefined
  const timer = setTimeout(step, STEP_MS / speed.value)
  return () => clearTimeout(timer)
})

function step(): void {
  const { span } = dataset.peek()
  const window = timeWindow.peek()
  if (span && window.to < span.to) put(steppedWindow(window, unit.peek(), 1))
  if (!span || timeWindow.peek().to >= span.to) pause()
}

function put(window: DayRange): void {
  own = { ...own, window }
  setWindow(window)
}

/**
 * Where playing restarts: the window at the first day of the records, aligned to its unit. A window
 * that shows all records has nowhere to go, so its first unit is played instead.
 */
function startOf(span: DayRange, window: DayRange, unit: Unit): DayRange {
  if (lengthOf(window) >= lengthOf(span))
    return sliceAround(span.from, unit === 'all' ? 'month' : unit)
  if (window.from > span.to || window.to < span.from) {
    return { from: span.from, to: addDays(span.from, lengthOf(window) - 1) }
  }
  let start = window
  while (start.from > span.from) start = steppedWindow(start, unit, -1)
  return start
}
