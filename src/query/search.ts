import { labelOf } from '../model/conflict'
import { fold } from '../model/fold'
import type { Incident } from '../model/report'
import type { Dataset } from '../store/dataset'

/** Up to this many reports are searched at once, and their folded texts kept; more take seconds and are read a few at a time. */
export const SEARCHED_AT_ONCE = 20_000

/** Whether a dataset is small enough for `matchesQuery` on the page. */
export function isSearchedAtOnce({ incidents }: Dataset): boolean {
  return incidents.length <= SEARCHED_AT_ONCE
}

/** Whether a query asks for anything. */
export function hasWords(query: string): boolean {
  return wordsOf(query).length > 0
}

function wordsOf(query: string): string[] {
  return fold(query).split(' ').filter(Boolean)
}

const haystacks = new WeakMap<Dataset, readonly string[]>()

/**
 * Whether each report holds every word of the query, in any spelling of case and accents, in its text,
 * its places (all their names), its parties or its sources. Null when the query holds no word.
 */
export function matchesQuery(dataset: Dataset, query: string): Uint8Array | null {
  const search = createSearch(dataset, query)
  if (!search) return null
  while (!search.step(Number.POSITIVE_INFINITY, () => 0));
  return search.matches
}

/** A search that goes on only when it is told to, so that the page can do other things meanwhile. */
export interface Search {
  /** As `matchesQuery` gives them; 0 for reports that are not searched yet. */
  readonly matches: Uint8Array
  /** How many reports have been. */
  readonly searched: number
  /** Goes on for some milliseconds by the clock given; true when all are searched. */
  step(milliseconds: number, now: () => number): boolean
}

/**
 * A search by the rule of `matchesQuery`, not begun. It starts with row `first`, for what is on the screen, and goes
 * around. Null when the query holds no word.
 */
export function createSearch(dataset: Dataset, query: string, first = 0): Search | null {
  const words = wordsOf(query)
  if (words.length === 0) return null
  const { length } = dataset.incidents
  const matches = new Uint8Array(length)
  const textAt = isSearchedAtOnce(dataset)
    ? textsOf(dataset)
    : (row: number) => foldedText(dataset, row)
  let searched = 0
  return {
    matches,
    get searched() {
      return searched
    },
    step(milliseconds, now) {
      const end = now() + milliseconds
      while (searched < length && now() < end) {
        const row = (first + searched) % length
        const text = textAt(row)
        if (words.every((word) => text.includes(word))) matches[row] = 1
        searched++
      }
      return searched === length
    },
  }
}

/** Folding all texts costs some milliseconds, so it waits for the first query and is kept with the dataset. */
function textsOf(dataset: Dataset): (row: number) => string {
  const { length } = dataset.incidents
  const texts =
    haystacks.get(dataset) ?? Array.from({ length }, (_, row) => foldedText(dataset, row))
  haystacks.set(dataset, texts)
  return (row) => texts[row] ?? ''
}

function foldedText(dataset: Dataset, row: number): string {
  const incident = dataset.incidents.at(row)
  return incident ? fold(searchableText(incident, dataset)) : ''
}

function searchableText(incident: Incident, { areas, conflict }: Dataset): string {
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
