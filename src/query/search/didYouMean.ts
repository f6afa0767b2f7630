import { gazetteerOf } from '../../join/gazetteer'
import type { Dataset } from '../../store/dataset'
import type { Query } from './readQuery'
import { isSearchedAtOnce, matchesQuery } from './search'

export interface Meant {
  readonly name: string
  /** The search with that name. */
  readonly text: string
}

/**
 * The place that a search which finds nothing may mean: its name is like that of the whole search,
 * or of one word, and finds reports. Null if there is none.
 */
export function didYouMean(dataset: Dataset, query: Query): Meant | null {
  const { words } = query
  const tries = [words, ...words.map((word) => [word])].flatMap((misspelt) => {
    const name = similarPlace(dataset, misspelt.join(' '))
    const isWrong = (word: string) => misspelt.includes(word)
    const kept = words.filter((word) => !isWrong(word))
    return name === null ? [] : [{ name, words: [...kept, name] }]
  })
  const found = tries.find(({ words }) => {
    const corrected = { ...query, words }
    return !isSearchedAtOnce(dataset, corrected) || matchesQuery(dataset, corrected)?.includes(1)
  })
  if (!found) return null
  return { name: found.name, text: [query.dateText, ...found.words].join(' ').trim() }
}

/** The place whose name sounds or is spelled like a text that is not a name itself. */
export function similarPlace(dataset: Dataset, text: string): string | null {
  const gazetteer = gazetteerOf(dataset)
  if (gazetteer.named(text).length > 0) return null
  return gazetteer.area(text)?.soundsLike ?? gazetteer.nearest(text, 'settlements too')[0] ?? null
}
