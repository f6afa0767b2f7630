import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import type { AreaId, Position } from '../types'

type Ring = readonly (readonly number[])[]

interface Shape {
  readonly id: AreaId
  readonly bounds: readonly [west: number, south: number, east: number, north: number]
  readonly rings: readonly Ring[]
}

/** Finds the area a point lies in. */
export type AreaAt = (position: Position) => AreaId | null

/**
 * Prepares point-in-polygon over a collection of areas (`feature.id` is the area id; polygons and
 * multipolygons in WGS 84 degrees). A point on no area gives null; on a shared border, one of the two.
 */
export function areaLocator(areas: FeatureCollection<Polygon | MultiPolygon>): AreaAt {
  const shapes = areas.features.map(shapeOf)
  return ([x, y]) => {
    for (const shape of shapes) {
      const [west, south, east, north] = shape.bounds
      if (x < west || x > east || y < south || y > north) continue
      if (isInside(shape.rings, x, y)) return shape.id
    }
    return null
  }
}

/** The value as a collection of polygons. Throws an Error that names the file when it is something else. */
export function asPolygons(
  value: unknown,
  file: string,
): FeatureCollection<Polygon | MultiPolygon> {
  const features = (value as FeatureCollection<Polygon | MultiPolygon> | null)?.features
  const isPolygonal = (feature: Feature | null) =>
    feature?.geometry?.type === 'Polygon' || feature?.geometry?.type === 'MultiPolygon'
  if (!Array.isArray(features) || !features.every(isPolygonal)) {
    throw new Error(`${file} is not a GeoJSON collection of polygons.`)
  }
  return { type: 'FeatureCollection', features }
}

function shapeOf(feature: Feature<Polygon | MultiPolygon>): Shape {
  const { geometry } = feature
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const ring of rings) {
    for (const [x = Number.NaN, y = Number.NaN] of ring) {
      west = Math.min(west, x)
      east = Math.max(east, x)
      south = Math.min(south, y)
      north = Math.max(north, y)
    }
  }
  return { id: String(feature.id) as AreaId, bounds: [west, south, east, north], rings }
}

/**
 * Even-odd rule by ray casting over all rings at once, so that holes and several parts need no case of
 * their own (W. R. Franklin, PNPOLY).
 */
function isInside(rings: readonly Ring[], x: number, y: number): boolean {
  let inside = false
  for (const ring of rings) {
    let previous = ring[ring.length - 1]
    for (const current of ring) {
      const [x1 = 0, y1 = 0] = current
      const [x2 = 0, y2 = 0] = previous ?? current
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
      previous = current
    }
  }
  return inside
}
