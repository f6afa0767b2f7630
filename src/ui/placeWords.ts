import type { Dataset, Incident, Location } from '../types'

/** Where, in a line: the area names as the records give them, or that none is named. */
export function placeWords(incident: Incident, { areas }: Dataset): string {
  if (incident.areas.length === 0) {
    return incident.areaNames.length > 0
      ? `${incident.areaNames.join('; ')} (not located)`
      : 'not located'
  }
  return incident.areaNames.length > 0
    ? incident.areaNames.join('; ')
    : incident.areas.map((id) => areas.get(id)?.name ?? id).join('; ')
}

const EXACTNESS: Readonly<Record<Location['precision'], string>> = {
  settlement: 'known to the settlement',
  district: 'known to the district only',
  approximate: 'approximate: a former unit that overlaps',
}

/** How exactly each place is known, in words; one line a location. */
export function exactnessWords(incident: Incident, { areas }: Dataset): string[] {
  if (incident.locations.length === 0) return ['the report names no district; not drawn on the map']
  return incident.locations.map((location) => {
    const area = areas.get(location.area)?.name ?? location.area
    const place = location.settlement ? `${location.settlement}, ${area}` : area
    return location.precision === 'approximate'
      ? `${EXACTNESS.approximate} ${place}`
      : `${place}: ${EXACTNESS[location.precision]}`
  })
}
