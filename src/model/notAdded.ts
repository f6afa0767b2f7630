/**
 * What a note says when the figures of its report are no addends: those of a running total, or of an
 * event that several reports count. Lower case; any of them, anywhere in the note. The shipped records
 * use the first.
 */
export const NOT_ADDED_PHRASES: readonly string[] = [
  'do not add them up',
  'must not be added up',
  'not to be added up',
  'cumulative',
]

const NOT_ADDED = new RegExp(NOT_ADDED_PHRASES.join('|'), 'i')

/** Whether a report's note says that its figures must not be added to others'. No note: they may be. */
export function isNotAdded(note: string): boolean {
  return NOT_ADDED.test(note)
}
