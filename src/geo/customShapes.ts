import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson'
import type { Remarks } from '../model/issueCollector'
import type { Bounds } from './edges'

export type Shape = Polygon | MultiPolygon

/** Where this map is, generously: degrees that fit it only when exchanged were probably exchanged. */
const REGION = { west: 41, south: 36, east: 52, north: 44 }
/** Beyond this no file of degrees goes, however wrong. */
const METRES = 1000
/** A triangle that is closed. */
const FEWEST = 4

/**
 * The polygons of a feature with each ring closed (RFC 7946, 3.1.6) and without rings that enclose nothing; null, with
 * an error among the remarks, when they cannot be drawn.
 */
export function checkShape(geometry: Geometry | null | undefined, remarks: Remarks): Shape | null {
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') {
    remarks.error(
      `is ${geometry ? `a ${geometry.type}` : 'without a geometry'}, no polygon; left out`,
    )
    return null
  }
  const isPolygon = geometry.type === 'Polygon'
  const given: unknown = isPolygon ? [geometry.coordinates] : geometry.coordinates
  const wrong = isParts(given) ? wrongWith(given.flat(2)) : 'has coordinates that are no numbers'
  if (wrong !== '' || !isParts(given)) {
    remarks.error(`${wrong}; left out`)
    return null
  }
  const parts = given
    .map((rings) => rings.map(closed))
    .filter(([outer]) => (outer?.length ?? 0) >= FEWEST)
    .map((rings) => rings.filter(({ length }) => length >= FEWEST))
  if (given.flat().some((ring) => ring.length > 0 && !isClosed(ring))) {
    remarks.warning('has a ring that is not closed; its first point is put at its end')
  }
  const [first] = parts
  if (!first) {
    remarks.error('has a ring of fewer than four points; left out')
    return null
  }
  if (parts.flat().length < given.flat().length) {
    remarks.warning('has a ring of fewer than four points; that ring is left out')
  }
  return isPolygon
    ? { type: 'Polygon', coordinates: first }
    : { type: 'MultiPolygon', coordinates: parts }
}

/** Whether all of it lies where this map is if its degrees are exchanged, and none of it as it stands. */
export function looksExchanged([west, south, east, north]: Bounds): boolean {
  const isThere =
    west <= REGION.east && east >= REGION.west && south <= REGION.north && north >= REGION.south
  const isThereExchanged =
    south >= REGION.west && north <= REGION.east && west >= REGION.south && east <= REGION.north
  return isThereExchanged && !isThere
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

/** Why positions cannot be drawn; empty when they can. */
function wrongWith(positions: readonly Position[]): string {
  const isBeyond = (x: number, y: number) =>
    positions.some(([lon = 0, lat = 0]) => Math.abs(lon) > x || Math.abs(lat) > y)
  if (isBeyond(METRES, METRES)) {
    return 'is in metres, not in degrees: convert it to WGS 84 (EPSG:4326)'
  }
  return isBeyond(180, 90) ? 'has coordinates outside the range of degrees' : ''
}

function closed(ring: readonly Position[]): Position[] {
  const [first] = ring
  return first && !isClosed(ring) ? [...ring, first] : [...ring]
}

function isClosed(ring: readonly Position[]): boolean {
  const [first, last] = [ring[0], ring.at(-1)]
  return first?.[0] === last?.[0] && first?.[1] === last?.[1]
}
