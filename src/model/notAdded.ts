/**
 * Phrases in the note of a report whose figures must not be added to those of others: a running
 * total, or an event that several reports count. Lower case; one of them anywhere in the note is
 * enough. The shipped records use the first.
 */
export const NOT_ADDED_PHRASES: readonly string[] = [
  'do not add them up',
  'must not be added up',
  'not to be added up',
  'cumulative',
]

const NOT_ADDED = new RegExp(NOT_ADDED_PHRASES.join('|'), 'i')

/** Whether a report's note says that its figures must not be added to those of others. */
export function isNotAdded(note: string): boolean {
  return NOT_ADDED.test(note)
}
