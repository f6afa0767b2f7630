import { timeWindow } from '../../app/state'
import type { CalendarUnit, Day, DayRange } from '../../model/day'
import { addDays, lengthOf, sliceAround, splitWindow } from '../../model/day'
import { barUnit } from './bins'
import { dayAt, daysAcross, type Scale } from './scale'
import { scale, setWindowInView } from './visibleRange'

/** What a press grabs: an end of the window, the window itself, or the empty plot. */
export type Grip = 'from' | 'to' | 'move' | 'draw'

/** Movement below this is a click. */
const CLICK_PIXELS = 4

/** The window, `window` at the start, after a drag from `x0` to `x` (px in the plot). */
export function draggedWindow(
  grip: Grip,
  window: DayRange,
  scale: Scale,
  x0: number,
  x: number,
): DayRange {
  const { range } = scale
  const days = daysAcross(scale, x - x0)
  switch (grip) {
    case 'from': {
      const lowest = Math.min(range.from, window.from)
      return {
        from: Math.min(window.to, Math.max(lowest, window.from + days)) as Day,
        to: window.to,
      }
    }
    case 'to': {
      const highest = Math.max(range.to, window.to)
      return {
        from: window.from,
        to: Math.max(window.from, Math.min(highest, window.to + days)) as Day,
      }
    }
    case 'move': {
      const least = Math.min(0, range.from - window.from)
      const most = Math.max(0, range.to - window.to)
      const shift = Math.min(most, Math.max(least, days))
      return { from: addDays(window.from, shift), to: addDays(window.to, shift) }
    }
    case 'draw': {
      const [a, b] = [dayAt(scale, x0), dayAt(scale, x)]
      return { from: Math.min(a, b) as Day, to: Math.max(a, b) as Day }
    }
  }
}

/**
 * A window that was dragged from `before`, with the moved ends at the nearest edges of bars. One that
 * moves as a whole keeps its length: in bars, or in days if it is shorter than half a bar.
 */
export function snapToBars(
  grip: Grip,
  before: DayRange,
  { from, to }: DayRange,
  unit: CalendarUnit,
): DayRange {
  const barOf = (day: Day) => sliceAround(day, unit)
  const nearest = (day: Day): Day => {
    const bar = barOf(day)
    const next = addDays(bar.to, 1)
    return day - bar.from <= next - day ? bar.from : next
  }
  if (grip === 'from') {
    const first = nearest(from)
    return { from: first <= to ? first : (Math.min(barOf(to).from, to) as Day), to }
  }
  const last = addDays(nearest(addDays(to, 1)), -1)
  if (grip === 'to') return { from, to: last >= from ? last : barOf(from).to }
  if (grip === 'draw') return { from: barOf(from).from, to: barOf(to).to }
  const first = nearest(from)
  const bars = countBars(before, unit)
  if (bars === 0) return { from: first, to: addDays(first, lengthOf(before) - 1) }
  let end = barOf(first).to
  for (let bar = 1; bar < bars; bar++) end = barOf(addDays(end, 1)).to
  return { from: first, to: end }
}

/** How many bars a window is long, a part of a bar at each end counted as that. */
function countBars(window: DayRange, unit: CalendarUnit): number {
  const parts = splitWindow(window, unit).map((part) => {
    return lengthOf(part) / lengthOf(sliceAround(part.from, unit))
  })
  return Math.round(parts.reduce((sum, part) => sum + part, 0))
}

/**
 * Follows a pointer from press to release and moves the window, at most once per frame, by whole
 * bars, or by days while Shift is held. A press without movement is a click. Escape or a cancelled
 * pointer restores the window. Ends by itself.
 */
export function followDrag(
  press: PointerEvent,
  plot: HTMLElement,
  grip: Grip,
  onClick: (day: Day) => void,
): void {
  const { left } = plot.getBoundingClientRect()
  const x0 = press.clientX - left
  const start = timeWindow.peek()
  const paper = scale.peek()
  const ended = new AbortController()
  const { signal } = ended
  let x = x0
  let isFine = press.shiftKey
  let moved = false
  let frame = 0

  const move = () => {
    frame = 0
    const dragged = draggedWindow(grip, start, paper, x0, x)
    setWindowInView(isFine ? dragged : snapToBars(grip, start, dragged, barUnit.peek()))
  }
  const end = () => {
    cancelAnimationFrame(frame)
    ended.abort()
  }
  const putBack = () => {
    end()
    if (moved) setWindowInView(start)
  }
  const mine = (listener: (event: PointerEvent) => void) => (event: PointerEvent) => {
    if (event.pointerId === press.pointerId) listener(event)
  }

  plot.setPointerCapture(press.pointerId)
  plot.addEventListener(
    'pointermove',
    mine((event) => {
      x = event.clientX - left
      isFine = event.shiftKey
      moved ||= Math.abs(x - x0) >= CLICK_PIXELS
      if (moved && frame === 0) frame = requestAnimationFrame(move)
    }),
    { signal },
  )
  plot.addEventListener(
    'pointerup',
    mine(() => {
      end()
      if (moved) move()
      else onClick(dayAt(paper, x0))
    }),
    { signal },
  )
  plot.addEventListener('pointercancel', mine(putBack), { signal })
  addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape') putBack()
    },
    { signal },
  )
}
