import { phrases } from '../../messages/compiled/phrases'
import { formatSeries } from '../../messages/intl'
import type { Conflict } from '../../model/conflict'
import { codedLabel } from '../../model/facets'
import { NOBODY } from '../../model/own/ownVocabulary'
import { totalOf } from '../../query/classes'
import type { Count } from '../../query/counts'
import type { Summary } from '../../query/summary/summarize'
import { countShort, reportsWords } from '../shared/words'

/** After a dash, where a line would break: `2–3` stays in one. */
const WORD_JOINER = '\u2060'

/** `12 reports in 10 districts; 9 by Azerbaijan, 3 by Armenia; 4 denied`. */
export function summaryWords(summary: Summary, conflict: Conflict): string {
  const { count, located, notLocated } = summary
  return phrases.summary({
    place: placeOf(summary),
    reports: reportsWords(count),
    located: countIn(located),
    notLocated: countIn(notLocated),
    areas: areasWords(summary),
    who: whoWords(summary, conflict) || 'none',
  })
}

/** `10 districts and 2 areas without an outline`. */
export function areasWords({ areas, withoutOutline }: Summary): string {
  return phrases.areas({ areas, withoutOutline })
}

/** `9 by Azerbaijan, 3 by Armenia; 4 denied`, `Source: A 9, B 3`; empty where no party is stated. */
export function whoWords({ parties, others, denied }: Summary, conflict: Conflict): string {
  // Coded events name a column: who is in it is not always who reports.
  const column = codedLabel(conflict, 'by')
  if (parties.every(({ party }) => !column && party.record === NOBODY)) return ''
  const named = parties.map(({ party: { label }, count }) => {
    const words = countIn(count)
    return column
      ? phrases.group({ group: label, count: words })
      : phrases.by({ party: label, count: words })
  })
  const rest = others ? [phrases.byOthers({ count: countIn(others.count), n: others.n })] : []
  const groups = formatSeries([...named, ...rest])
  return phrases.summaryWho({
    parties: column ? phrases.inColumn({ column, groups }) : groups,
    denied: denied && totalOf(denied) > 0 ? countIn(denied) : 'none',
  })
}

function countIn(count: Count): string {
  return countShort(count).replace('–', `–${WORD_JOINER}`)
}

/** How many of the reports are in districts; unknown where they are at points outside of all. */
function placeOf({ located, notLocated, areas, withoutOutline }: Summary) {
  if (totalOf(located) === 0 && totalOf(notLocated) > 0) return 'none'
  if (areas + withoutOutline === 0) return 'unknown'
  return totalOf(notLocated) > 0 ? 'some' : 'all'
}
