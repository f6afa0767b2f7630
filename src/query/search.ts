import { labelOf } from '../model/conflict'
import { fold } from '../model/fold'
import { memoize } from '../model/memoize'
import type { Incident } from '../model/report'
import type { Dataset } from '../store/dataset'

export type Searched = Pick<Dataset, 'incidents' | 'areas' | 'conflict'>

/** Reading more reports than this from a file takes seconds. */
const MAX_READ = 20_000

/** Whether a dataset is small enough, or in memory, for `matchesQuery` on the page. */
export function isSearchedAtOnce({ incidents }: Searched): boolean {
  return Array.isArray(incidents) || incidents.length <= MAX_READ
}

export function hasWords(query: string): boolean {
  return wordsOf(query).length > 0
}

function wordsOf(query: string): string[] {
  return fold(query).split(' ').filter(Boolean)
}

/** Folding all texts costs some milliseconds, so it waits for the first query and is kept with the dataset. */
const textsOf = memoize((dataset: Dataset): readonly string[] =>
  Array.from({ length: dataset.incidents.length }, (_, row) => foldedText(dataset, row)),
)

/**
 * Whether each report holds every word of the query, in any spelling of case and accents, in its text,
 * its places (all their names), its parties or its sources. Null when the query holds no word.
 */
export function matchesQuery(dataset: Dataset, query: string): Uint8Array | null {
  const words = wordsOf(query)
  if (words.length === 0) return null
  return Uint8Array.from(textsOf(dataset), (text) => (holdsAll(text, words) ? 1 : 0))
}

/** The same report by report, for so many that their texts are not kept. */
export function reportMatcher(dataset: Searched, query: string): (row: number) => boolean {
  const words = wordsOf(query)
  return (row) => holdsAll(foldedText(dataset, row), words)
}

function holdsAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word))
}

function foldedText(dataset: Searched, row: number): string {
  const incident = dataset.incidents.at(row)
  return incident ? fold(searchableText(incident, dataset)) : ''
}

function searchableText(incident: Incident, { areas, conflict }: Searched): string {
  const areaNames = incident.areas.flatMap((id) => {
    const area = areas.get(id)
    return area ? [area.name, ...Object.values(area.names)] : []
  })
  return [
    incident.id,
    incident.record.summary,
    ...areaNames,
    ...incident.record.areas,
    ...incident.record.areas_as_reported,
    ...incident.record.settlements,
    ...incident.record.weapons,
    incident.record.reported_by,
    labelOf(conflict.parties, incident.record.reporting_party),
    incident.record.accused_as_worded,
    incident.record.fired_from,
    incident.record.target,
    incident.record.denied_by,
    ...incident.citedSources.flatMap((source) => [source.publisher, source.title]),
  ].join(' ')
}
