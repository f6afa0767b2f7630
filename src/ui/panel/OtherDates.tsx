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
  const reason = emptiness.value
  const here = totalOf(slice.value.count)
  // Of very many reports, those of all dates take a while to count.
  if (reason === null && (query.value === '' || here === 0)) return null
  const { count = 0 } = allDates.value ?? {}
  const all = pressing(showAllDates)
  if (reason === 'off') return rich(panel.allOff(), { on: pressing(switchAllDatesOn) })
  if (reason !== null && count > 0) return rich(panel.otherDates({ reason, count }), { all })
  if (reason === 'filtered') return rich(panel.noneFiltered(), { clear: pressing(clearFilters) })
  if (reason === 'none') return panel.noneOnFile()
  return count <= here ? null : rich(panel.moreDatesFound({ count }), { all })
}

function pressing(onClick: () => void) {
  return (text: string) => <LinkButton onClick={onClick}>{text}</LinkButton>
}
