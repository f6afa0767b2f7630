import { phrases } from '../messages/compiled/phrases'
import { formatSeries } from '../messages/intl'
import type { Conflict, Term } from '../model/conflict'
import { codedLabel } from '../model/facets'
import type { Agreement } from '../model/report'
import type { Colouring, GroupCounts } from './counts'
import { COLOURED_FACET, type Group, groupsOf } from './groups'

/** Keys of texts cannot contain a dash. */
const AGREEMENT = { 'one-side': 'oneSide', denied: 'denied', 'both-sides': 'bothSides' } as const

export function colouringWords(colouring: Colouring, conflict: Conflict): string {
  return columnWords(colouring, conflict) ?? phrases.colouring({ colouring })
}

/** What a file of coded events calls the column that colours stand for; undefined for others. */
export function columnWords(colouring: Colouring, conflict: Conflict): string | undefined {
  return colouring === 'overlap' ? undefined : codedLabel(conflict, COLOURED_FACET[colouring])
}

/** The words of a file that a term represents without being named after them; empty if none. */
export function otherWords({
  label,
  words = [],
  moreWords,
}: Pick<Term, 'label' | 'words' | 'moreWords'>): string {
  if (words.length === 0) return ''
  const listed = { other: label, words: formatSeries(words) }
  if (!moreWords) return phrases.otherWords(listed)
  const { n, atLeast } = moreWords
  return phrases.otherWordsMore({ ...listed, n, atLeast: atLeast ? 'yes' : 'no' })
}

/** What the sides say about a report, taken together. */
export function agreementWords(agreement: Agreement): string {
  return phrases.agreement({ agreement: AGREEMENT[agreement] })
}

/** A group in a legend: `Not stated`, `Claimed by one side only`. */
export function groupLabel({ id, label }: Group, colouring: Colouring): string {
  return colouring === 'agreement' ? agreementWords(id as Agreement) : label
}

/** A group in a sentence: `not stated`, `one side`. */
export function groupName({ id, record }: Group, colouring: Colouring): string {
  if (colouring !== 'agreement') return record
  return phrases.agreementShort({ agreement: AGREEMENT[id as Agreement] })
}

/**
 * The groups that have reports, in words: `A 2, B 1`, `accused: B 3, not stated 1`, `one side 2,
 * denied 1`. `countText` formats a count; empty without reports.
 */
export function groupWords(
  { certain, possible }: GroupCounts,
  conflict: Conflict,
  colouring: Colouring,
  countText: (certain: number, possible: number) => string,
): string {
  const counted = groupsOf(conflict, colouring).flatMap((group, index) => {
    const [sure, maybe] = [certain[index] ?? 0, possible[index] ?? 0]
    if (sure + maybe === 0) return []
    return [phrases.group({ group: groupName(group, colouring), count: countText(sure, maybe) })]
  })
  if (counted.length === 0) return ''
  const groups = formatSeries(counted)
  if (colouring !== 'accused') return groups
  const column = codedLabel(conflict, 'accused')
  return column ? phrases.inColumn({ column, groups }) : phrases.accused({ groups })
}
