import { clearFilters, showAllDates, switchAllDatesOn } from '../../app/actions'
import { allDates, emptiness, query, slice } from '../../app/state'
import { panel } from '../../messages/compiled/panel'
import { totalOf } from '../../query/classes'
import { LinkButton } from '../shared/LinkButton'
import { rich } from '../shared/rich'

/** Why there are no reports, or how many more a search finds on other dates, and the way to them. */
export function OtherDates() {
  const words = otherWords()
  return words && <span class="other-dates">{words} </span>
}

function otherWords() {
  const { count = 0 } = allDates.value ?? {}
  const all = pressing(showAllDates)
  const reason = emptiness.value
  if (reason === 'off') return rich(panel.allOff(), { on: pressing(switchAllDatesOn) })
  if (reason !== null && count > 0) return rich(panel.otherDates({ reason, count }), { all })
  if (reason === 'filtered') return rich(panel.noneFiltered(), { clear: pressing(clearFilters) })
  if (reason === 'none') return panel.noneOnFile()
  const here = slice.value.count
  const isSearch = query.value !== '' && totalOf(here) > 0
  if (!isSearch || count <= totalOf(here)) return null
  return rich(panel.moreDatesFound({ count }), { all })
}

function pressing(onClick: () => void) {
  return (text: string) => <LinkButton onClick={onClick}>{text}</LinkButton>
}
