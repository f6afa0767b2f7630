import {
  choosePeriod,
  clearFilters,
  setQuery,
  showAllDates,
  switchAllDatesOn,
} from '../../app/actions'
import { dataset, missing, otherDates, slice } from '../../app/state'
import { list } from '../../messages/list'
import { panel } from '../../messages/panel'
import { didYouMean } from '../../query/search/didYouMean'
import { LinkButton } from '../shared/LinkButton'
import { rich } from '../shared/rich'
import { rangeWords } from '../shared/words'

/** Dates of the search that are offered: those of the last years. */
const MAX_DATES = 3

/** Says that the slice is empty, and offers what is not. */
export function EmptyList() {
  if (missing.value !== null) {
    return <p class="empty">{list.missing({ reason: missing.value })}</p>
  }
  const { chosen, off, query } = slice.value.filter
  const isFiltered = Object.values(chosen).some((ids) => ids.size > 0) || query.text !== ''
  const { count = null, dates = [] } = otherDates.value ?? {}
  const meant = count === 0 ? didYouMean(dataset.value, query) : null
  return (
    <div class="empty">
      <p>{emptyWords(count)}</p>
      {meant && (
        <p>
          {rich(panel.didYouMean({ name: meant.name }), {
            fix: (text) => <LinkButton onClick={() => setQuery(meant.text)}>{text}</LinkButton>,
          })}
        </p>
      )}
      <p class="empty-actions">
        {dates.slice(-MAX_DATES).map((range) => (
          <button
            key={`${range.from} ${range.to}`}
            type="button"
            onClick={() => choosePeriod(range)}
          >
            {list.showDates({ dates: rangeWords(range) })}
          </button>
        ))}
        {count !== 0 && (
          <button type="button" onClick={showAllDates}>
            {list.showAll()}
          </button>
        )}
        {off.size > 0 && (
          <button type="button" onClick={switchAllDatesOn}>
            {list.switchAllOn()}
          </button>
        )}
        {isFiltered && (
          <button type="button" onClick={clearFilters}>
            {list.clearFilters()}
          </button>
        )}
      </p>
    </div>
  )
}

/** `count`: reports on other dates; null while they are not known. */
function emptyWords(count: number | null): string {
  if (count === null) return list.empty()
  return count > 0 ? list.emptyHere({ count }) : list.emptyEverywhere()
}
