import { PARTIES } from '../data/vocabulary'
import type { Count } from '../types'

/** `3 reports`, or `at least 2, up to 5 reports` where certain and possible differ. */
export function countWords({ certain, possible }: Count): string {
  const total = certain + possible
  const noun = total === 1 ? 'report' : 'reports'
  return possible === 0 ? `${total} ${noun}` : `at least ${certain}, up to ${total} ${noun}`
}

/** `Azerbaijan 2, Russia 1`: reports by reporting party, in the order of PARTIES. */
export function partyWords(byParty: readonly number[]): string {
  return PARTIES.flatMap(({ label }, index) => {
    const count = byParty[index] ?? 0
    return count > 0 ? [`${label} ${count}`] : []
  }).join(', ')
}
