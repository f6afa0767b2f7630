import type { Incident, Location } from '../../model/report'
import type { Dataset } from '../../store/dataset'

/** Where, in a line: the area names as the records give them, or that none is named. */
export function placeWords(incident: Incident, { areas }: Dataset): string {
  if (incident.areas.length === 0) {
    return incident.record.areas.length > 0
      ? `${incident.record.areas.join('; ')} (not located)`
      : 'not located'
  }
  return incident.record.areas.length > 0
    ? incident.record.areas.join('; ')
    : incident.areas.map((id) => areas.get(id)?.name ?? id).join('; ')
}

const EXACTNESS: Readonly<Record<Location['precision'], string>> = {
  settlement: 'known to the settlement',
  district: 'known to the district only',
  approximate: 'approximately: the report names a former unit that overlaps',
}

/** How exactly the places are known, in words; one line for each degree. */
export function exactnessWords(incident: Incident, { areas }: Dataset): string[] {
  if (incident.locations.length === 0) return ['not drawn on the map: no known district is named']
  const byPrecision = new Map<Location['precision'], string[]>()
  for (const { area, precision, settlement } of incident.locations) {
    const name = areas.get(area)?.name ?? area
    const place = settlement ? `${settlement} (${name})` : name
    byPrecision.set(precision, [...(byPrecision.get(precision) ?? []), place])
  }
  return [...byPrecision].map(([precision, places]) =>
    precision === 'approximate'
      ? `${EXACTNESS.approximate} ${places.join(', ')}`
      : `${places.join(', ')}: ${EXACTNESS[precision]}`,
  )
}
