import type { MultiPolygon, Polygon } from 'geojson'

export type Bounds = readonly [west: number, south: number, east: number, north: number]

/** The rings of an area as one list of edges, in degrees. */
export interface Outline {
  readonly bounds: Bounds
  /** Edge e runs from `edges[4e], edges[4e + 1]` to `edges[4e + 2], edges[4e + 3]`. */
  readonly edges: Float64Array
}

/** Collects all rings of a polygon or multipolygon; an open ring is closed. */
export function outlineOf(geometry: Polygon | MultiPolygon): Outline {
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
  const edges = new Float64Array(4 * rings.reduce((sum, ring) => sum + ring.length, 0))
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  let at = 0
  for (const ring of rings) {
    let [x1 = Number.NaN, y1 = Number.NaN] = ring.at(-1) ?? []
    for (const [x2 = Number.NaN, y2 = Number.NaN] of ring) {
      edges[at++] = x1
      edges[at++] = y1
      edges[at++] = x2
      edges[at++] = y2
      if (x2 < west) west = x2
      if (x2 > east) east = x2
      if (y2 < south) south = y2
      if (y2 > north) north = y2
      x1 = x2
      y1 = y2
    }
  }
  return { bounds: [west, south, east, north], edges }
}

/** The smallest bounds around all of them. Without any, west is greater than east. */
export function boundsAround(list: readonly Bounds[]): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const bounds of list) {
    west = Math.min(west, bounds[0])
    south = Math.min(south, bounds[1])
    east = Math.max(east, bounds[2])
    north = Math.max(north, bounds[3])
  }
  return [west, south, east, north]
}
