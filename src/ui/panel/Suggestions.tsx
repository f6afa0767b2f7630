import { batch } from '@preact/signals'
import { choose, choosePeriod, setQuery } from '../../app/actions'
import { asked, conflict, dataset } from '../../app/state'
import { panel } from '../../messages/compiled/panel'
import { codedLabel, WORD_NOT_STATED } from '../../model/facets'
import type { AreaId } from '../../model/ids'
import { OTHER_WEAPON } from '../../model/weapons'
import { type SuggestedFacet, type Suggestion, suggest } from '../../query/search/suggest'
import { orderedNames } from '../card/factWords'
import { rangeWords } from '../shared/words'
import { valueTerms } from './facetOptions'

/** The facets whose values are suggested, besides districts. */
const FACETS = ['by', 'accused', 'weapon', 'kind'] as const
/** Values that nobody looks for by name. */
const NAMELESS: readonly string[] = [WORD_NOT_STATED, OTHER_WEAPON]

/** More names of one place would be long to read. */
const MAX_NAMES = 3

/** What the search may mean, as suggestions. */
export function findSuggestions(): readonly Suggestion[] {
  const terms = FACETS.flatMap((facet) =>
    valueTerms(facet, conflict.value)
      .filter(({ id }) => !NAMELESS.includes(id))
      .map((term) => ({ ...term, facet })),
  )
  return suggest(dataset.value, asked.value, terms)
}

/** Does what the suggestion says. */
export function takeSuggestion(suggestion: Suggestion): void {
  batch(() => {
    if (suggestion.kind === 'dates') choosePeriod(suggestion.range)
    else if (suggestion.kind === 'value') choose(suggestion.facet, [suggestion.id])
    const name = suggestion.kind === 'settlement' ? [suggestion.name] : []
    setQuery([suggestion.rest, ...name].join(' ').trim())
  })
}

interface Props {
  readonly id: string
  readonly suggestions: readonly Suggestion[]
  /** The option that Enter takes; -1 for none. */
  readonly active: number
  readonly onTake: (suggestion: Suggestion) => void
}

/** The list of the search's combobox. Each option says what it does. */
export function SuggestionList({ id, suggestions, active, onTake }: Props) {
  return (
    <div id={id} role="listbox" aria-label={panel.suggestions()} class="suggestions">
      {suggestions.map((suggestion, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
        <div
          key={index}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          class="suggestion"
          // The focus stays in the field.
          onPointerDown={(event) => event.preventDefault()}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(suggestion)}
        >
          <span>
            {suggestion.kind === 'dates' ? rangeWords(suggestion.range) : nameWords(suggestion)}
          </span>{' '}
          <span class="suggestion-effect">{effectWords(suggestion)}</span>
        </div>
      ))}
    </div>
  )
}

/** The form that is typed first, then the names that the page shows. */
function nameWords(suggestion: Exclude<Suggestion, { kind: 'dates' }>): string {
  const { name, form } = suggestion
  if (form === '') return name
  const isArea = suggestion.kind === 'value' && suggestion.facet === 'area'
  const area = isArea ? dataset.value.areas.get(suggestion.id as AreaId) : undefined
  const shown = area ? orderedNames(area).map(({ text }) => text) : [name]
  return [...new Set([form, ...shown])].slice(0, MAX_NAMES).join(' · ')
}

/** What taking it does. */
function effectWords(suggestion: Suggestion): string {
  const what = whatOf(suggestion)
  const isValue = what !== 'dates' && what !== 'settlement'
  const column = isValue ? codedLabel(conflict.value, what) : undefined
  return column ? panel.suggestionOf({ column }) : panel.suggestion({ what })
}

function whatOf(suggestion: Suggestion): SuggestedFacet | 'dates' | 'settlement' {
  return suggestion.kind === 'value' ? suggestion.facet : suggestion.kind
}
