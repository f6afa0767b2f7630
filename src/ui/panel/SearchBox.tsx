import { Search, X } from 'lucide'
import { useRef, useState } from 'preact/hooks'
import { setQuery } from '../../app/actions'
import { loadDateReader } from '../../app/dateReader'
import { asked, query } from '../../app/state'
import { panel } from '../../messages/compiled/panel'
import { formatAlternatives } from '../../messages/intl'
import type { Query } from '../../query/search/readQuery'
import { Icon } from '../shared/Icon'
import { IconButton } from '../shared/IconButton'
import { shortRange } from '../timeline/dateLabels'

/** Dates that are written out. */
const MAX_DATES = 4
const LIST = 'suggestions'

type Suggesting = typeof import('./Suggestions')

/**
 * Searches as one types, says which dates were understood, and suggests filters and dates: a
 * combobox of the ARIA practices guide. What is typed stays a search unless a suggestion is taken.
 */
export function SearchBox() {
  const field = useRef<HTMLInputElement>(null)
  const [suggesting, setSuggesting] = useState<Suggesting | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const suggestions = (isOpen && suggesting?.findSuggestions()) || []
  const isShown = suggestions.length > 0
  const read = asked.value.dates.length > 0 ? readWords(asked.value) : undefined

  const toggleList = (open: boolean) => {
    setOpen(open)
    setActive(-1)
  }
  const take = (suggestion: (typeof suggestions)[number]) => {
    suggesting?.takeSuggestion(suggestion)
    toggleList(false)
  }
  const press = (event: KeyboardEvent) => {
    const chosen = suggestions[active]
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      // From the field to the first or last option, around, and back to the field.
      const count = suggestions.length + 1
      const step = event.key === 'ArrowDown' ? 1 : -1
      if (isShown) setActive(((active + 1 + step + count) % count) - 1)
      else toggleList(true)
    } else if (event.key === 'Enter' && chosen) take(chosen)
    else if (event.key === 'Enter') return toggleList(false)
    else if (event.key === 'Escape' && isShown) toggleList(false)
    else if (event.key === 'Escape' && query.value !== '') setQuery('')
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div class="search-box">
      <label class="search">
        <Icon of={Search} />
        <span class="visually-hidden">{panel.search()}</span>
        <input
          ref={field}
          type="text"
          enterkeyhint="search"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={isShown}
          aria-controls={isShown ? LIST : undefined}
          aria-activedescendant={active >= 0 ? `${LIST}-${active}` : undefined}
          autocomplete="off"
          placeholder={panel.searchHint()}
          value={query.value}
          maxLength={200}
          onFocus={() => {
            void loadDateReader()
            import('./Suggestions').then(
              (part) => setSuggesting(part),
              () => {},
            )
          }}
          onBlur={() => toggleList(false)}
          onKeyDown={press}
          onInput={(event) => {
            setQuery(event.currentTarget.value)
            toggleList(true)
          }}
        />
      </label>
      {query.value !== '' && (
        <IconButton
          label={panel.clearSearch()}
          icon={X}
          onClick={() => {
            setQuery('')
            field.current?.focus()
          }}
        />
      )}
      {isShown && suggesting && (
        <suggesting.SuggestionList id={LIST} {...{ suggestions, active }} onTake={take} />
      )}
      <p class="search-read" aria-live="polite" title={read}>
        {read}
      </p>
    </div>
  )
}

function readWords({ dates, words }: Query): string {
  const written = dates.slice(0, MAX_DATES).map(shortRange)
  const more = dates.length - written.length
  const all = more > 0 ? [...written, panel.moreDates({ n: more })] : written
  const params = { dates: formatAlternatives(all), words: words.join(' ') }
  return words.length > 0 ? panel.searchDatesWords(params) : panel.searchDates(params)
}
