import type { Day, DayRange } from '../../model/day'
import { addDays } from '../../model/day'

/** Which end of the window a handle moves. */
export type End = keyof DayRange

/**
 * The window after a key press on one of its handles (WAI-ARIA slider pattern): arrows move by a
 * day, Page Up and Page Down by a week, Home and End to the ends of the records. One end never
 * passes the other. Null for any other key.
 */
export function windowAfterKey(
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
  end: End,
  window: DayRange,
  span: DayRange,
): DayRange | null {
  const day = window[end]
  const step = shiftKey ? 7 : 1
  const target: Readonly<Record<string, Day>> = {
    ArrowLeft: addDays(day, -step),
    ArrowDown: addDays(day, -step),
    ArrowRight: addDays(day, step),
    ArrowUp: addDays(day, step),
    PageDown: addDays(day, -7),
    PageUp: addDays(day, 7),
    Home: span.from,
    End: span.to,
  }
  const wanted = target[key]
  if (wanted === undefined) return null
  return end === 'from'
    ? { from: Math.min(wanted, window.to) as Day, to: window.to }
    : { from: window.from, to: Math.max(wanted, window.from) as Day }
}
