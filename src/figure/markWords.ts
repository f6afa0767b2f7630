import { phrases } from '../messages/compiled/phrases'
import { formatNumber } from '../messages/intl'
import type { Conflict } from '../model/conflict'
import type { Colouring, Count, GroupCounts } from '../query/counts'
import { groupWords } from '../query/groupWords'

/** The text of a mark: `3 reports, A 2, B 1`, with the groups of the colouring. */
export function markWords(
  { certain, possible }: Count,
  counts: GroupCounts,
  conflict: Conflict,
  colouring: Colouring,
): string {
  const total = certain + possible
  const groups = groupWords(counts, conflict, colouring, (sure, maybe) =>
    formatNumber(sure + maybe),
  )
  const reports =
    possible === 0 ? phrases.reports({ n: total }) : phrases.reportsRange({ certain, total })
  return phrases.marked({ reports, groups })
}
