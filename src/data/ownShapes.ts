import { kinks } from '@turf/turf'
import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson'
import type { Remarks } from './remarks'

export type Shape = Polygon | MultiPolygon

/** Where this map is, generously: degrees that fit it only when exchanged are exchanged. */
const REGION = { west: 41, south: 36, east: 52, north: 44 }
/** Looking for crossings takes the square of the number of points. */
const MOST_POINTS = 2000

/**
 * The polygons of a feature, each ring closed (RFC 7946, 3.1.6); null, with an error among the remarks, when they cannot
 * be drawn.
 */
export function checkShape(geometry: Geometry | null, remarks: Remarks): Shape | null {
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') {
    remarks.error(
      `is ${geometry ? `a ${geometry.type}` : 'without a geometry'}, no polygon; left out`,
    )
    return null
  }
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const checked = parts.map((rings) => rings.map((ring) => closed(ring, remarks)))
  const positions = checked.flat(2)
  const wrong = wrongWith(checked.flat(), positions)
  if (wrong !== '') {
    remarks.error(`${wrong}; left out`)
    return null
  }
  const shape: Shape =
    geometry.type === 'Polygon'
      ? { type: 'Polygon', coordinates: checked[0] ?? [] }
      : { type: 'MultiPolygon', coordinates: checked }
  if (positions.length <= MOST_POINTS && kinks(shape).features.length > 0) {
    remarks.warning('crosses its own outline; points near the crossing may be counted wrongly')
  }
  return shape
}

function closed(ring: readonly Position[], remarks: Remarks): Position[] {
  const [first, last] = [ring[0], ring.at(-1)]
  if (!first || !last || (first[0] === last[0] && first[1] === last[1])) return [...ring]
  remarks.warning('has a ring that is not closed; its first point is put at its end')
  return [...ring, first]
}

/** Why polygons cannot be drawn; empty when they can. */
function wrongWith(rings: readonly Position[][], positions: readonly Position[]): string {
  if (rings.length === 0 || rings.some((ring) => ring.length < 4)) {
    return 'has a ring of fewer than four points'
  }
  const numbers = positions.every(([x, y]) => Number.isFinite(x) && Number.isFinite(y))
  if (!numbers) return 'has coordinates that are no numbers'
  const inRange = positions.every(([x = 0, y = 0]) => Math.abs(x) <= 180 && Math.abs(y) <= 90)
  if (!inRange) {
    return positions.some(([x = 0, y = 0]) => Math.abs(x) > 1000 || Math.abs(y) > 1000)
      ? 'is in metres, not in degrees: convert it to WGS 84 (EPSG:4326)'
      : 'has coordinates outside the range of degrees'
  }
  const isThere = (x: number, y: number) =>
    x >= REGION.west && x <= REGION.east && y >= REGION.south && y <= REGION.north
  const [x = 0, y = 0] = positions[0] ?? []
  if (!isThere(x, y) && isThere(y, x)) return 'has latitude before longitude: exchange them'
  return ''
}
