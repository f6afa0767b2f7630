import type { AreaAt } from '../geo/polygons'
import type { IssueCollector } from '../issues/issueCollector'
import type { Conflict } from '../model/conflict'
import type { AreaId } from '../model/ids'
import type { Area, Place, Position } from '../model/place'
import type { IncidentRecord, Location, Placement } from '../model/report'
import { PLACEMENTS } from '../model/vocabulary'
import type { Gazetteer } from './gazetteer'

/** The geography that locating needs. `areaAt` is null without polygons. */
export interface Geography {
  readonly conflict: Conflict
  readonly gazetteer: Gazetteer
  readonly areas: ReadonlyMap<AreaId, Area>
  readonly areaAt: AreaAt | null
}

/**
 * Places a report by the names it gives and, where its row has them, by coordinates, and checks
 * each against the other. The rule (geodata/README.md, "How to read"): a district is drawn at its
 * label point unless a settlement with a known position is named in it; a former unit is every area
 * it overlaps, approximately, and so is the area of a settlement whose position is approximate;
 * coordinates outside the named area are not drawn. Every doubt is an issue.
 */
export function locate(
  record: IncidentRecord,
  geography: Geography,
  issues: IssueCollector,
): Location[] {
  const named: Location[] = []
  for (const name of record.areas) {
    const match = geography.gazetteer.area(name)
    if (!match || match.areas.length === 0) {
      issues.warning('unknownArea', 'areas', { name })
      continue
    }
    const { soundsLike } = match
    if (soundsLike) issues.warning('areaBySound', 'areas', { name, area: soundsLike })
    const settlements = settlementsIn(record.settlements, match.areas, geography)
    const covered = new Set(settlements.map((location) => location.area))
    named.push(...settlements)
    // A settlement with a position shows which of a former unit's districts is meant.
    if (match.approximate && covered.size > 0) continue
    const roughly = areasKnownRoughly(record.settlements, match.areas, geography)
    for (const area of match.areas) {
      named.push({
        area,
        precision: match.approximate || roughly.has(area) ? 'approximate' : 'district',
        position: geography.areas.get(area)?.label ?? null,
        settlement: null,
      })
    }
  }
  return record.position
    ? placeByCoordinates(record, record.position, named, geography, issues)
    : once(named)
}

/** The least exact of the locations; `unlocated` if there is none. */
export function leastExactPlacement(locations: readonly Location[]): Placement {
  const ranks = locations.map(({ precision }) => PLACEMENTS.indexOf(precision))
  return PLACEMENTS[Math.max(...ranks)] ?? 'unlocated'
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
    if (!place?.position || isRough(place) || area === undefined) continue
    found.push({ area, precision: 'settlement', position: place.position, settlement: place.name })
  }
  return found
}

/** The areas in which a settlement is named whose position is approximate. */
function areasKnownRoughly(
  names: readonly string[],
  areas: readonly AreaId[],
  { gazetteer }: Geography,
): ReadonlySet<AreaId> {
  const places = names.map((name) => gazetteer.settlement(name, areas))
  return new Set(places.flatMap((place) => (place && isRough(place) ? place.districts : [])))
}

function isRough({ positionQuality }: Place): boolean {
  return positionQuality === 'approximate'
}

function placeByCoordinates(
  { position_precision: precision, settlements }: IncidentRecord,
  position: Position,
  named: Location[],
  { areaAt, areas }: Geography,
  issues: IssueCollector,
): Location[] {
  if (!areaAt) return once(named)
  const area = areaAt(position)
  const [lon, lat] = position
  // Only for an issue: most rows have none.
  const at = () => ({ lon: String(lon), lat: String(lat) })
  const nameOf = (id: AreaId) => areas.get(id)?.name ?? id
  if (area === null) {
    const swapped = areaAt([lat, lon])
    if (swapped === null) issues.warning('coordinatesOutside', 'lon', at())
    else issues.warning('coordinatesSwapped', 'lon', { ...at(), area: nameOf(swapped) })
    return once(named)
  }
  const matching = named.find((location) => location.area === area)
  if (named.length > 0 && !matching) {
    const names = [...new Set(named.map((location) => nameOf(location.area)))].join(', ')
    const areasOf = { area: nameOf(area), named: names }
    issues.warning('coordinatesInOtherArea', 'lon', { ...at(), ...areasOf })
    return once(named)
  }
  const point: Location =
    precision === 'settlement'
      ? { area, precision, position, settlement: matching?.settlement ?? settlements[0] ?? null }
      : { area, precision, position: areas.get(area)?.label ?? null, settlement: null }
  return once([point, ...named.filter((location) => location.area !== area)])
}

/** Only the most exact precision of each area, and each point once, in the order named. */
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
