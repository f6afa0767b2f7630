import { gazetteerOf, listSpellings } from '../../join/gazetteer'
import type { DayRange } from '../../model/day'
import { fold } from '../../model/fold'
import type { PlaceId } from '../../model/ids'
import { memoize } from '../../model/memoize'
import type { Place } from '../../model/place'
import type { Dataset } from '../../store/dataset'
import { areasOnFile } from '../groups'
import { similarPlace } from './didYouMean'
import type { Query } from './readQuery'
import { placesNamed } from './search'

/** The facets whose values are suggested. */
export type SuggestedFacet = 'area' | 'by' | 'accused' | 'weapon' | 'kind'

/** What a search may mean. `rest` is the search without it. */
export type Suggestion =
  | { readonly kind: 'dates'; readonly range: DayRange; readonly rest: string }
  | ({ readonly kind: 'settlement' } & Named)
  | ({ readonly kind: 'value'; readonly facet: SuggestedFacet; readonly id: string } & Named)

interface Named {
  readonly name: string
  /** Another form of the name that the search begins; empty where it begins the name itself. */
  readonly form: string
  readonly rest: string
}

/** A value of a facet, by its name on the screen. */
export interface FacetTerm {
  readonly facet: SuggestedFacet
  readonly id: string
  readonly label: string
}

type Meaning =
  | Omit<Extract<Suggestion, { kind: 'settlement' }>, 'rest' | 'form'>
  | Omit<Extract<Suggestion, { kind: 'value' }>, 'rest' | 'form'>
interface Entry {
  readonly meaning: Meaning
  /** The name on the screen first. */
  readonly forms: readonly string[]
  /** The same, folded. */
  readonly spellings: readonly string[]
}

/** "machine gun": a name that is looked for has at most so many words. */
const MAX_WORDS = 3
/** Letters. */
const MIN_TYPED = 2
const MAX_DATES = 3
/** Reports that are read for the names of their settlements. */
const MAX_READ = 5000
const MAX_NAMES = 6

/** The dates of a search, latest first, then what its last words may be the beginning of. */
export function suggest(
  dataset: Dataset,
  query: Query,
  terms: readonly FacetTerm[],
): readonly Suggestion[] {
  const { words, dates, dateText } = query
  const places = placeEntries(dataset)
  const entries = [
    ...places,
    ...terms.map(({ facet, id, label }): Entry => {
      return entryOf({ kind: 'value', facet, id, name: label }, [label])
    }),
  ]
  const without = (count: number) =>
    [dateText, ...words.slice(0, words.length - count)].join(' ').trim()
  const rest = words.join(' ')
  const days = dates
    .toReversed()
    .slice(0, MAX_DATES)
    .map((range): Suggestion => ({ kind: 'dates', range, rest }))
  for (let count = Math.min(MAX_WORDS, words.length); count > 0; count--) {
    const typed = words.slice(-count).join(' ')
    const found = startingWith(fold(typed), entries)
    const similar = found.length > 0 ? null : similarPlace(dataset, typed)
    const alike = places.filter(({ meaning }) => meaning.name === similar)
    const all = [...found, ...alike.map(({ meaning }) => ({ ...meaning, form: '' }))]
    if (all.length > 0) {
      const named = all.slice(0, MAX_NAMES)
      return [...days, ...named.map((meaning) => ({ ...meaning, rest: without(count) }))]
    }
  }
  return days
}

/** What has a word that starts so: first that whose name does. */
function startingWith(typed: string, entries: readonly Entry[]) {
  if (typed.length < MIN_TYPED) return []
  const found = entries.flatMap(({ meaning, forms, spellings }) => {
    const starts = spellings.findIndex((spelling) => spelling.startsWith(typed))
    const at = starts < 0 ? spellings.findIndex((one) => one.includes(` ${typed}`)) : starts
    if (at < 0) return []
    const rank = starts < 0 ? 2 : Math.min(starts, 1)
    return [{ rank, found: { ...meaning, form: at === 0 ? '' : (forms[at] ?? '') } }]
  })
  return found.sort((a, b) => a.rank - b.rank).map(({ found }) => found)
}

function entryOf(meaning: Meaning, forms: readonly string[]): Entry {
  return { meaning, forms, spellings: forms.map(fold) }
}

/** The places that reports name: areas, which are a filter, and settlements. */
const placeEntries = memoize((dataset: Dataset): readonly Entry[] => {
  const gazetteer = gazetteerOf(dataset)
  const areas = [...areasOnFile(dataset)].flatMap((id): Entry[] => {
    const area = dataset.areas.get(id)
    if (!area) return []
    const place = gazetteer.place(`${id}` as PlaceId)
    const names = place ? listSpellings(place) : [area.name]
    return [entryOf({ kind: 'value', facet: 'area', id, name: area.name }, names)]
  })
  const settlements = [...settlementsOnFile(dataset)].map((place) =>
    entryOf({ kind: 'settlement', name: place.name }, listSpellings(place)),
  )
  return [...areas, ...settlements]
})

/** None where reading all reports would hold up typing. */
function settlementsOnFile(dataset: Dataset): ReadonlySet<Place> {
  const found = new Set<Place>()
  if (dataset.incidents.length > MAX_READ) return found
  for (let row = 0; row < dataset.incidents.length; row++) {
    const incident = dataset.incidents.at(row)
    for (const place of incident ? placesNamed(incident, gazetteerOf(dataset)) : []) {
      if (place.kind === 'settlement') found.add(place)
    }
  }
  return found
}
