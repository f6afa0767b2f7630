import { conflict, dataset, names } from '../../app/state'
import { card } from '../../messages/compiled/card'
import { formatSeries } from '../../messages/intl'
import { type LanguageId, labelOf, type Term } from '../../model/conflict'
import { lengthOf } from '../../model/day'
import { labelsOfReport } from '../../model/facets'
import { type CardFieldName, fieldOf } from '../../model/fields'
import type { Area } from '../../model/place'
import type { Incident, Location } from '../../model/report'

/** What is said to have happened: the kinds, and the weapons that add to them. */
export function whatWords({ record }: Incident): string {
  const { weapons, kind_as_worded: worded } = record
  const kinds = record.kind.map((id) => labelOf(conflict.value.kinds, id))
  const kind = formatSeries(worded ? [...kinds, card.quote({ words: worded })] : kinds)
  const others = weapons.filter((weapon) => weapon.toLowerCase() !== kind.toLowerCase())
  return others.length === 0
    ? kind
    : card.kindsAndWeapons({ kinds: kind, weapons: formatSeries(others) })
}

/** Killed and wounded, where the report gives numbers, and whose numbers they are. */
export function casualtyWords(incident: Incident): string {
  const { record } = incident
  const { killed, wounded } = record
  const { parties } = conflict.value
  const party = labelsOfReport(incident, conflict.value)
    ? record.reported_by
    : labelOf(parties, record.reporting_party)
  if (killed === null && wounded === null) return card.notStated()
  if ((killed ?? 0) + (wounded ?? 0) === 0) return card.casualtiesNone({ party })
  if (killed === null) return card.wounded({ wounded: wounded ?? 0, party })
  return wounded === null
    ? card.killed({ killed, party })
    : card.killedAndWounded({ killed, wounded, party })
}

/** Whether fire was returned, or the report's own word if it is another. */
export function responseWords({ record: { retaliation } }: Incident): string {
  if (retaliation === '') return card.notStated()
  return retaliation === 'reported' || retaliation === 'denied'
    ? card.response({ response: retaliation })
    : retaliation
}

/** The value of a column, several as a list; empty if the report does not state it. */
export function fieldWords({ record }: Incident, name: CardFieldName): string {
  const { from } = fieldOf(name)
  const terms: readonly Term[] = from ? conflict.value[from] : []
  const values = [record[name] ?? []].flat()
  return formatSeries(values.map((value) => labelOf(terms, String(value))))
}

/** How exactly the places are known, in words, with a line for each degree. */
export function exactnessWords({ locations }: Incident): string[] {
  if (locations.length === 0) return [card.placeNotDrawn()]
  const degrees = new Set(locations.map(degreeOf))
  return Array.from(degrees, (precision) => {
    const places = locations.filter((each) => degreeOf(each) === precision).map(locationWords)
    return card.exactness({ precision, places: formatSeries(places) })
  })
}

function degreeOf({ precision, isPoint, settlement }: Location) {
  if (isPoint && precision === 'approximate') return 'near'
  return isPoint && settlement === null ? 'point' : precision
}

function locationWords({ area: id, settlement }: Location): string {
  if (id === null) return settlement ?? card.placeUnnamed()
  const area = dataset.value.areas.get(id)?.name ?? id
  return settlement ? card.settlementIn({ settlement, area }) : area
}

/** How exactly the time is known, in words: never more than the report gives. */
export function precisionWords({ record }: Incident): string {
  const days = lengthOf({ from: record.date_start, to: record.date_end })
  const approximate = record.time_approximate ? 'yes' : 'no'
  switch (record.time_precision) {
    case 'exact':
      return card.precisionExact({ approximate })
    case 'interval':
      return card.precisionInterval({ approximate })
    case 'part-of-day':
      return card.precisionPartOfDay({ days })
    case 'days':
      return card.precisionDays({ days })
    case 'day':
      return card.precisionDay({ days })
  }
}

/** The forms of an area's name, the user's language first, each spelling once. */
export function orderedNames(area: Area): { text: string; language: LanguageId }[] {
  const { languages } = conflict.value
  const seen = new Set<string>()
  return [names.value, ...languages.map(({ id }) => id)].flatMap((language) => {
    const text = language === languages[0].id ? area.name : (area.names[language] ?? '')
    if (text === '' || seen.has(text)) return []
    seen.add(text)
    return [{ text, language }]
  })
}
