import type { Conflict } from '../model/conflict'
import type { Colouring, Count, GroupCounts } from '../query/counts'
import { groupWords } from '../query/groups'

/** `3 reports`, or `at least 2, up to 5 reports` where certain and possible differ. */
export function countWords({ certain, possible }: Count): string {
  const total = certain + possible
  const noun = total === 1 ? 'report' : 'reports'
  return possible === 0 ? `${total} ${noun}` : `at least ${certain}, up to ${total} ${noun}`
}

/** What a mark says: `3 reports, Azerbaijan 2, Russia 1`, with the groups of the colouring. */
export function markWords(
  count: Count,
  groups: GroupCounts,
  conflict: Conflict,
  colouring: Colouring,
): string {
  const totalWords = (certain: number, possible: number) => String(certain + possible)
  const words = groupWords(groups, conflict, colouring, totalWords)
  return `${countWords(count)}, ${words}`
}
