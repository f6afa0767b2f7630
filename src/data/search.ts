import type { Dataset, Incident } from '../types'
import { fold } from './names'
import { labelOf, PARTIES } from './vocabulary'

const haystacks = new WeakMap<Dataset, readonly string[]>()

/**
 * Whether each report holds every word of the query, in any spelling of case and accents, in its text,
 * its places (all their names), its parties or its sources. Null when the query holds no word.
 */
export function matchesQuery(dataset: Dataset, query: string): Uint8Array | null {
  const words = fold(query).split(' ').filter(Boolean)
  if (words.length === 0) return null
  const texts = textsOf(dataset)
  const matches = new Uint8Array(texts.length)
  texts.forEach((text, row) => {
    if (words.every((word) => text.includes(word))) matches[row] = 1
  })
  return matches
}

/** Folding all texts costs some milliseconds, so it waits for the first query and is kept with the dataset. */
function textsOf(dataset: Dataset): readonly string[] {
  const known = haystacks.get(dataset)
  if (known) return known
  const texts = Array.from({ length: dataset.incidents.length }, (_, row) => {
    const incident = dataset.incidents.at(row)
    return incident ? fold(searchableText(incident, dataset)) : ''
  })
  haystacks.set(dataset, texts)
  return texts
}

function searchableText(incident: Incident, { areas }: Dataset): string {
  const areaNames = incident.areas.flatMap((id) => {
    const area = areas.get(id)
    return area ? [area.name, ...Object.values(area.names)] : []
  })
  return [
    incident.id,
    incident.summary,
    ...areaNames,
    ...incident.areaNames,
    ...incident.areasAsReported,
    ...incident.settlements,
    ...incident.weapons,
    incident.reportedBy,
    labelOf(PARTIES, incident.reportingParty),
    incident.accusedAsWorded,
    incident.firedFrom,
    incident.target,
    incident.deniedBy,
    ...incident.citedSources.flatMap((source) => [source.publisher, source.title]),
  ].join(' ')
}
