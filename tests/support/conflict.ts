import type { Conflict, LanguageId } from '../../src/model/conflict'
import { addDays, contains, type Day, type DayRange, lengthOf } from '../../src/model/day'
import type { Certainty } from '../../src/model/interval'
import type { Agreement } from '../../src/model/report'
import dataset from '../fixtures/dataset/dataset.json'

/** The conflict of the frozen dataset. */
export const CONFLICT = dataset as unknown as Conflict

/** What the sides say about a report, by the plain rule. */
export function agreementOf(
  { record }: { readonly record: { readonly denied_by: string } },
  paired: boolean,
): Agreement {
  if (record.denied_by !== '') return 'denied'
  return paired ? 'both-sides' : 'one-side'
}

export const language = (id: string) => id as LanguageId

/** Whether days are in a window, by the plain rule: certain when all of them are on, possible when some are. */
export function certaintyOf(
  days: DayRange,
  window: DayRange,
  off: ReadonlySet<Day> = new Set(),
): Certainty | null {
  const isOn = Array.from({ length: lengthOf(days) }, (_, index) => {
    const day = addDays(days.from, index)
    return contains(window, day) && !off.has(day)
  })
  return isOn.every(Boolean) ? 'certain' : isOn.some(Boolean) ? 'possible' : null
}
