import { Search } from 'lucide'
import { setQuery } from '../../app/actions'
import { loadDateReader } from '../../app/dateReader'
import { asked, query } from '../../app/state'
import { formatAlternatives } from '../../messages/intl'
import { panel } from '../../messages/panel'
import type { Query } from '../../query/search/readQuery'
import { Icon } from '../shared/Icon'
import { rangeWords } from '../shared/words'

/** Dates that are written out. */
const MAX_DATES = 4

/** Searches as one types, and says which dates were understood. */
export function SearchBox() {
  const { dates } = asked.value
  return (
    <div>
      <label class="search">
        <Icon of={Search} />
        <span class="visually-hidden">{panel.search()}</span>
        <input
          type="search"
          placeholder={panel.searchHint()}
          value={query.value}
          maxLength={200}
          onFocus={loadDateReader}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </label>
      <p class="search-read" aria-live="polite">
        {dates.length > 0 && readWords(asked.value)}
      </p>
    </div>
  )
}

function readWords({ dates, words }: Query): string {
  const written = dates.slice(0, MAX_DATES).map(rangeWords)
  const more = dates.length - written.length
  const all = more > 0 ? [...written, panel.moreDates({ n: more })] : written
  const params = { dates: formatAlternatives(all), words: words.join(' ') }
  return words.length > 0 ? panel.searchDatesWords(params) : panel.searchDates(params)
}
