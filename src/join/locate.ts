import type { AreaAt } from '../geo/polygons'
import type { IssueCollector } from '../issues/issueCollector'
import type { Conflict } from '../model/conflict'
import type { AreaId } from '../model/ids'
import type { Area, Place, Position } from '../model/place'
import type { IncidentRecord, Location, Placement } from '../model/report'
import { PLACEMENTS } from '../model/vocabulary'
import type { AreaGroups } from './areaGroups'
import type { AreaMatch, Gazetteer } from './gazetteer'

/** The geography that locating needs. `areaAt` is null without polygons. */
export interface Geography {
  readonly conflict: Conflict
  readonly gazetteer: Gazetteer
  /** Those of the gazetteer. */
  readonly areas: ReadonlyMap<AreaId, Area>
  /** Those that only the file names. */
  readonly groups: AreaGroups
  readonly areaAt: AreaAt | null
  /** The areas are the user's choice: they are kept where no report is in them, too. */
  readonly areChosen: boolean
  /** Whether a name is that of a country, which no area of the gazetteer is. */
  readonly isCountry?: (name: string) => boolean
}

/**
 * Places a report by the names it gives and, where its row has them, by coordinates, and checks
 * each against the other. The rule (geodata/README.md, "How to read"): a district is drawn at its
 * label point unless a settlement with a known position is named in it; a former unit is every area
 * it overlaps, approximately, and so is the area of a settlement whose position is approximate;
 * coordinates outside the named area are not drawn. An area that the gazetteer does not have is a
 * group of the file's own. Every doubt is an issue.
 */
export function locate(
  record: IncidentRecord,
  geography: Geography,
  issues: IssueCollector,
): Location[] {
  const named: Location[] = []
  const unknown: string[] = []
  for (const name of record.areas) {
    const match = findArea(name, record, geography, issues)
    if (!match) {
      unknown.push(name)
      continue
    }
    const settlements = settlementsIn(record.settlements, match.areas, geography)
    const covered = new Set(settlements.map((location) => location.area))
    named.push(...settlements)
    // A settlement with a position shows which of a former unit's districts is meant.
    if (match.approximate && covered.size > 0) continue
    const roughly = areasKnownRoughly(record.settlements, match.areas, geography)
    for (const area of match.areas) {
      const isRough = match.approximate || roughly.has(area)
      const role = match.approximate ? 'former-unit-label-point' : 'district-label-point'
      named.push({ ...atLabel(area, isRough ? 'approximate' : 'district', geography), role })
    }
  }
  const groups = () => unknown.map((name) => groupOf(name, record, geography))
  const position = readPoint(record, geography, issues)
  return position
    ? placeByCoordinates(record, position, named, groups, geography, issues)
    : once([...named, ...groups()])
}

/** The areas that a name means; null, with an issue, if the gazetteer does not have it. */
function findArea(
  name: string,
  { position_precision: precision }: IncidentRecord,
  { gazetteer, isCountry }: Geography,
  issues: IssueCollector,
): AreaMatch | null {
  // A country is no district of the same name, nor of one that sounds like it.
  if (precision === 'country') return null
  const found = gazetteer.area(name)
  const match = found?.soundsLike && isCountry?.(name) ? null : found
  if (match && match.areas.length > 0) {
    const { soundsLike } = match
    if (soundsLike) issues.warning('areaBySound', 'areas', { name, area: soundsLike })
    return match
  }
  if (gazetteer.places.length > 0) issues.warning('unknownArea', 'areas', { name })
  return null
}

/** The coordinates of a row that say where it is; null, with an issue, for those of no place. */
function readPoint(
  { position, position_precision: precision }: IncidentRecord,
  { areaAt }: Geography,
  issues: IssueCollector,
): Position | null {
  if (!position || precision === 'country') return null
  const isZero = position[0] === 0 && position[1] === 0
  if (!isZero || areaAt?.(position)) return position
  issues.warning('zeroCoordinates', 'lon')
  return null
}

function atLabel(area: AreaId, precision: Location['precision'], { areas }: Geography): Location {
  const position = areas.get(area)?.label ?? null
  return {
    area,
    precision,
    position,
    isPoint: false,
    role: 'district-label-point',
    settlement: null,
  }
}

function groupOf(
  name: string,
  { position_precision: precision }: IncidentRecord,
  { groups }: Geography,
): Location {
  return {
    area: groups.find(name).id,
    precision: precision === 'country' ? precision : 'district',
    position: null,
    isPoint: false,
    role: 'district-label-point',
    settlement: null,
  }
}

/** The least exact of the locations; `unlocated` if there is none. */
export function leastExactPlacement(locations: readonly Location[]): Placement {
  let rank = -1
  for (const { precision } of locations) rank = Math.max(rank, PLACEMENTS.indexOf(precision))
  return PLACEMENTS[rank] ?? 'unlocated'
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
    const { position, name: settlement } = place
    const role = 'settlement'
    found.push({ area, precision: role, position, isPoint: true, role, settlement })
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
  record: IncidentRecord,
  position: Position,
  named: Location[],
  groups: () => Location[],
  geography: Geography,
  issues: IssueCollector,
): Location[] {
  const { areaAt, areas } = geography
  const { position_precision: precision, settlements } = record
  const area = areaAt?.(position) ?? null
  const [lon, lat] = position
  // Only for an issue: most rows have none.
  const at = () => ({ lon: String(lon), lat: String(lat) })
  const nameOf = (id: AreaId | null) => areas.get(id as AreaId)?.name ?? id ?? ''
  if (area === null) {
    const swapped = areaAt?.([lat, lon]) ?? null
    if (swapped) issues.warning('coordinatesSwapped', 'lon', { ...at(), area: nameOf(swapped) })
    else if (areaAt && named.length > 0) issues.warning('coordinatesOutside', 'lon', at())
    return named.length > 0 ? once(named) : placeOutside(record, position, groups())
  }
  const matching = named.find((location) => location.area === area)
  if (named.length > 0 && !matching) {
    const names = [...new Set(named.map((location) => nameOf(location.area)))].join(', ')
    const areasOf = { area: nameOf(area), named: names }
    issues.warning('coordinatesInOtherArea', 'lon', { ...at(), ...areasOf })
    return once(named)
  }
  const settlement = matching?.settlement ?? settlements[0] ?? null
  const point: Location =
    precision === 'settlement'
      ? { area, precision, position, isPoint: true, role: 'reported-position', settlement }
      : atLabel(area, precision, geography)
  return once([point, ...named.filter((location) => location.area !== area)])
}

/** What the coordinates of a row are of, by how exact it says they are. */
const OUTSIDE_ROLES = {
  settlement: 'reported-position',
  district: 'district-label-point',
  approximate: 'approximate-settlement',
  country: 'district-label-point',
} as const

/** A point outside all outlines is in the first area that the file names, if it names any. */
function placeOutside(
  { position_precision: precision, settlements }: IncidentRecord,
  position: Position,
  [group, ...others]: Location[],
): Location[] {
  // The point of a district stands for it, and has no meaning beside its name.
  if (group && precision === 'district') return once([group, ...others])
  const point: Location = {
    area: group?.area ?? null,
    precision: precision === 'settlement' ? precision : 'approximate',
    position,
    isPoint: true,
    role: OUTSIDE_ROLES[precision],
    settlement: settlements[0] ?? null,
  }
  return once([point, ...others])
}

/** Only the most exact precision of each area, and each point once, in the order named. */
function once(locations: Location[]): Location[] {
  if (locations.length < 2) return locations
  const best = new Map<AreaId | null, number>()
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
