import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson'
import type { IssueCollector } from '../issues/issueCollector'
import type { Bounds } from './edges'

export type Shape = Polygon | MultiPolygon

/** The region of this map, generously: degrees that fit only when swapped were probably swapped. */
const REGION = { west: 41, south: 36, east: 52, north: 44 }
/** Larger numbers cannot be degrees, however wrong. */
const METRES = 1000
const FEWEST = 4

/**
 * Returns the polygons of a feature with each ring closed (RFC 7946, 3.1.6) and without rings that
 * enclose nothing; null, with an error, if they cannot be drawn.
 */
export function checkShape(
  geometry: Geometry | null | undefined,
  issues: IssueCollector,
): Shape | null {
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') {
    issues.error('notPolygon', '', { type: geometry?.type ?? 'none' })
    return null
  }
  const isPolygon = geometry.type === 'Polygon'
  const given: unknown = isPolygon ? [geometry.coordinates] : geometry.coordinates
  const wrong = isParts(given) ? wrongWith(given.flat(2)) : 'coordinatesNotNumbers'
  if (wrong || !isParts(given)) {
    issues.error(wrong ?? 'coordinatesNotNumbers', '')
    return null
  }
  const parts = given
    .map((rings) => rings.map(closed))
    .filter(([outer]) => (outer?.length ?? 0) >= FEWEST)
    .map((rings) => rings.filter(({ length }) => length >= FEWEST))
  if (given.flat().some((ring) => ring.length > 0 && !isClosed(ring))) {
    issues.warning('openRing', '')
  }
  const [first] = parts
  if (!first) {
    issues.error('shortOutline', '')
    return null
  }
  if (parts.flat().length < given.flat().length) {
    issues.warning('shortRing', '')
  }
  return isPolygon
    ? { type: 'Polygon', coordinates: first }
    : { type: 'MultiPolygon', coordinates: parts }
}

/** Whether bounds fit this map's region only with longitude and latitude swapped. */
export function looksSwapped([west, south, east, north]: Bounds): boolean {
  const isThere =
    west <= REGION.east && east >= REGION.west && south <= REGION.north && north >= REGION.south
  const isThereSwapped =
    south >= REGION.west && north <= REGION.east && west >= REGION.south && east <= REGION.north
  return isThereSwapped && !isThere
}

function isParts(value: unknown): value is Position[][][] {
  return isListOf(value, (part) =>
    isListOf(part, (ring) =>
      isListOf(ring, (position) => {
        return Array.isArray(position) && position.length >= 2 && position.every(Number.isFinite)
      }),
    ),
  )
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem)
}

/** Why positions cannot be drawn; null if they can. */
function wrongWith(
  positions: readonly Position[],
): 'inMetres' | 'coordinatesOutsideDegrees' | null {
  const isBeyond = (x: number, y: number) =>
    positions.some(([lon = 0, lat = 0]) => Math.abs(lon) > x || Math.abs(lat) > y)
  if (isBeyond(METRES, METRES)) return 'inMetres'
  return isBeyond(180, 90) ? 'coordinatesOutsideDegrees' : null
}

function closed(ring: readonly Position[]): Position[] {
  const [first] = ring
  return first && !isClosed(ring) ? [...ring, first] : [...ring]
}

function isClosed(ring: readonly Position[]): boolean {
  const [first, last] = [ring[0], ring.at(-1)]
  return first?.[0] === last?.[0] && first?.[1] === last?.[1]
}
