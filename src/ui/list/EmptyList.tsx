import {
  choosePeriod,
  clearFilters,
  setQuery,
  showAllDates,
  switchAllDatesOn,
} from '../../app/actions'
import { allDates, dataset, emptiness, missing, slice } from '../../app/state'
import { list } from '../../messages/compiled/list'
import { panel } from '../../messages/compiled/panel'
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
  const { count = null, dates = [] } = allDates.value ?? {}
  const isNowhere = emptiness.value === 'filtered' && count === 0
  const reason = isNowhere ? 'nowhere' : (emptiness.value ?? '')
  const meant = count === 0 ? didYouMean(dataset.value, query) : null
  return (
    <div class="empty">
      <p>{list.empty({ reason })}</p>
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
        {count !== null && count > 0 && emptiness.value !== 'off' && (
          <button type="button" onClick={showAllDates}>
            {list.showAll({ count })}
          </button>
        )}
        {off.size > 0 && (
          <button type="button" onClick={switchAllDatesOn}>
            {list.switchAllOn()}
          </button>
        )}
        {isFiltered && (
          <button type="button" onClick={clearFilters}>
            {panel.clear()}
          </button>
        )}
      </p>
    </div>
  )
}
