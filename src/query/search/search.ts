import { type Gazetteer, gazetteerOf, listSpellings } from '../../join/gazetteer'
import { labelOf } from '../../model/conflict'
import type { DayRange } from '../../model/day'
import { fold } from '../../model/fold'
import type { PlaceId } from '../../model/ids'
import { daysOf } from '../../model/interval'
import { memoize } from '../../model/memoize'
import type { Place } from '../../model/place'
import type { Incident } from '../../model/report'
import type { Dataset } from '../../store/dataset'
import { foldWords, isAsked, type Query } from './readQuery'

export interface Searched extends Pick<Dataset, 'incidents' | 'conflict'> {
  readonly gazetteer: Gazetteer
}

/** Reading more reports than this from a file takes seconds. */
const MAX_READ = 20_000

/**
 * Whether `matchesQuery` is quick enough for the page: the dataset is small or in memory, or only
 * dates are asked for.
 */
export function isSearchedAtOnce({ incidents }: Dataset, query: Query): boolean {
  const isSmall = Array.isArray(incidents) || incidents.length <= MAX_READ
  return isSmall || foldWords(query).length === 0
}

/** What is searched of a report, folded. */
interface Texts {
  /** A word of the query may be any part of it. */
  readonly text: string
  /** All names of its places, between spaces: only whole words count, as Shusha is not Shushakend. */
  readonly names: string
}

/** Folding all texts costs some milliseconds, so it waits for the first query and is kept with the dataset. */
const textsOf = memoize((dataset: Dataset): readonly Texts[] => {
  const searched = { ...dataset, gazetteer: gazetteerOf(dataset) }
  return Array.from({ length: dataset.incidents.length }, (_, row) => {
    const incident = dataset.incidents.at(row)
    return incident ? buildTexts(incident, searched) : { text: '', names: '' }
  })
})

/**
 * Whether each report holds every word of the query, in any spelling of case and accents, in its text,
 * its places (all their names), its parties or its sources, and touches one of its dates. Null when
 * the query asks for nothing.
 */
export function matchesQuery(dataset: Dataset, query: Query): Uint8Array | null {
  if (!isAsked(query)) return null
  const words = foldWords(query)
  const texts = words.length > 0 ? textsOf(dataset) : null
  const { startDay, endDay, length } = dataset.columns
  const matches = new Uint8Array(length)
  for (let row = 0; row < length; row++) {
    const text = texts?.[row]
    const isTouched = touches(startDay[row] ?? 0, endDay[row] ?? 0, query.dates)
    if (isTouched && (!text || holdsAll(text, words))) matches[row] = 1
  }
  return matches
}

/** The same report by report, for so many that their texts are not kept. */
export function reportMatcher(searched: Searched, query: Query): (row: number) => boolean {
  const words = foldWords(query)
  return (row) => {
    const incident = searched.incidents.at(row)
    if (!incident) return false
    const { from, to } = daysOf(incident.interval)
    return touches(from, to, query.dates) && holdsAll(buildTexts(incident, searched), words)
  }
}

function touches(from: number, to: number, dates: readonly DayRange[]): boolean {
  return dates.length === 0 || dates.some((date) => from <= date.to && to >= date.from)
}

function holdsAll({ text, names }: Texts, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word) || names.includes(` ${word} `))
}

function buildTexts(incident: Incident, { conflict, gazetteer }: Searched): Texts {
  const { id, areas, record, citedSources } = incident
  const inAreas = areas.flatMap((area) => gazetteer.place(`${area}` as PlaceId) ?? [])
  const text = [
    id,
    record.summary,
    ...inAreas.flatMap(({ name, names }) => [name, ...Object.values(names)]),
    ...record.areas,
    ...record.areas_as_reported,
    ...record.settlements,
    ...record.weapons,
    record.reported_by,
    labelOf(conflict.parties, record.reporting_party),
    record.reporting_party_as_worded,
    record.accused_as_worded,
    record.kind_as_worded,
    record.fired_from,
    record.target,
    record.denied_by,
    ...citedSources.flatMap((source) => [source.publisher, source.title]),
  ].join(' ')
  const names = new Set([...inAreas, ...placesNamed(incident, gazetteer)].map(foldedNames))
  return { text: fold(text), names: ` ${[...names].join(' ')} ` }
}

/** The rows of the gazetteer that a report names and that are in its areas. */
export function placesNamed({ areas, record }: Incident, gazetteer: Gazetteer): readonly Place[] {
  return [...record.areas, ...record.settlements]
    .flatMap((name) => gazetteer.named(name))
    .filter(({ districts }) => districts.some((district) => areas.includes(district)))
}

const foldedNames = memoize((place: Place) => fold(listSpellings(place).join(' ')))
