import type { AreaAt } from '../geo/polygons'
import type { Conflict } from '../model/conflict'
import type { AreaId } from '../model/ids'
import type { Remarks } from '../model/issueCollector'
import type { Area, Position } from '../model/place'
import type { IncidentRecord, Location, Placement } from '../model/report'
import { PLACEMENTS } from '../model/vocabulary'
import type { Gazetteer } from './gazetteer'

/** What placing needs to know of the geography. `areaAt` is null where no polygons are at hand. */
export interface Geography {
  readonly conflict: Conflict
  readonly gazetteer: Gazetteer
  readonly areas: ReadonlyMap<AreaId, Area>
  readonly areaAt: AreaAt | null
}

/**
 * Places a report by the names it gives and, where its row has them, by coordinates, and checks each
 * against the other. The rule (geodata/README.md, "How to read"): a district is drawn at its label
 * point unless a settlement with a known position is named in it; a former unit is every area it
 * overlaps, approximately; coordinates outside the named area are not drawn. Every doubt is a remark.
 */
export function locate(record: IncidentRecord, geography: Geography, remarks: Remarks): Location[] {
  const named: Location[] = []
  for (const name of record.areas) {
    const match = geography.gazetteer.area(name)
    if (!match || match.areas.length === 0) {
      const nearest = geography.gazetteer.nearest(name)
      const hint = nearest.length > 0 ? ` (nearest: ${nearest.join(', ')})` : ''
      remarks.warning(`area "${name}" is not in the gazetteer${hint}; counted as not located`)
      continue
    }
    const settlements = settlementsIn(record.settlements, match.areas, geography)
    const covered = new Set(settlements.map((location) => location.area))
    named.push(...settlements)
    // A settlement with a position says which of a former unit's districts is meant.
    if (match.approximate && covered.size > 0) continue
    for (const area of match.areas) {
      named.push({
        area,
        precision: match.approximate ? 'approximate' : 'district',
        position: geography.areas.get(area)?.label ?? null,
        settlement: null,
      })
    }
  }
  return record.position
    ? placeByCoordinates(record, record.position, named, geography, remarks)
    : once(named)
}

/** The least exact of the locations; `unlocated` when there is none. */
export function leastExactPlacement(locations: readonly Location[]): Placement {
  let least = -1
  for (const { precision } of locations) least = Math.max(least, PLACEMENTS.indexOf(precision))
  return PLACEMENTS[least] ?? 'unlocated'
}

function settlementsIn(
  names: readonly string[],
  areas: readonly AreaId[],
  { gazetteer }: Geography,
): Location[] {
  const found: Location[] = []
  for (const name of names) {
    const place = gazetteer.settlement(name, areas)
    const area = place?.districts.length === 1 ? place.districts[0] : undefined
    if (!place?.position || area === undefined) continue
    found.push({ area, precision: 'settlement', position: place.position, settlement: place.name })
  }
  return found
}

function placeByCoordinates(
  { position_precision: precision, settlements }: IncidentRecord,
  position: Position,
  named: Location[],
  { areaAt, areas }: Geography,
  remarks: Remarks,
): Location[] {
  if (!areaAt) return once(named)
  const area = areaAt(position)
  // Written out only where it is told: most rows have nothing to tell.
  const at = () => `coordinates ${position.join(', ')} (lon, lat)`
  if (area === null) {
    const [lon, lat] = position
    const exchanged = areaAt([lat, lon])
    remarks.warning(
      exchanged === null
        ? `${at()} lie in no known area; not drawn`
        : `${at()} lie in no known area, but exchanged they lie in ${areas.get(exchanged)?.name ?? exchanged}: are they lat, lon? Not drawn`,
    )
    return once(named)
  }
  const matching = named.find((location) => location.area === area)
  if (named.length > 0 && !matching) {
    const names = [...new Set(named.map((location) => areas.get(location.area)?.name))].join(', ')
    remarks.warning(
      `${at()} lie in ${areas.get(area)?.name ?? area}, the row names ${names}; the name is kept`,
    )
    return once(named)
  }
  const point: Location =
    precision === 'settlement'
      ? { area, precision, position, settlement: matching?.settlement ?? settlements[0] ?? null }
      : { area, precision, position: areas.get(area)?.label ?? null, settlement: null }
  return once([point, ...named.filter((location) => location.area !== area)])
}

/** Each area's most exact precision only, and each point once, in the order named. */
function once(locations: Location[]): Location[] {
  if (locations.length < 2) return locations
  const best = new Map<AreaId, number>()
  for (const { area, precision } of locations) {
    const rank = PLACEMENTS.indexOf(precision)
    best.set(area, Math.min(best.get(area) ?? rank, rank))
  }
  const seen = new Set<string>()
  return locations.filter(({ area, precision, position }) => {
    const key = `${area} ${position?.join(' ')}`
    if (seen.has(key) || PLACEMENTS.indexOf(precision) !== best.get(area)) return false
    seen.add(key)
    return true
  })
}
