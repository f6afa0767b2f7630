import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { type Bounds, outlineOf } from '../geo/edges'
import { findCrossing } from '../geo/polygonChecks'

type Point = readonly [lon: number, lat: number]
type Ring = readonly Point[]
/** Outer ring, then its holes. */
type Shape = readonly Ring[]

/** Areas for the engine's polygon dictionaries. */
export interface AreaLayers {
  /**
   * Areas by their number, from 1. No two of a layer overlap, because the dictionary finds only one
   * area at a point.
   */
  readonly layers: readonly (readonly {
    readonly area: number
    readonly shapes: readonly Shape[]
  }[])[]
  /** Where the engine's answer may be wrong, and the areas at a point are found here. */
  readonly doubtful: readonly Shape[]
}

/**
 * Degrees to each side of an edge: some 10 m. The dictionary has coordinates of 32 bits, which are
 * wrong by up to 1 m near 180 degrees.
 */
const DOUBT = 1e-4

/** Divides areas into layers. They are numbered in the order of the features, as areaIndex does. */
export function layAreas({ features }: FeatureCollection<Polygon | MultiPolygon>): AreaLayers {
  const layers: { bounds: Bounds[]; areas: AreaLayers['layers'][number][number][] }[] = []
  const doubtful: Shape[] = []
  for (const [index, { geometry }] of features.entries()) {
    const outline = outlineOf(geometry)
    const { bounds, edges } = outline
    const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
    const isClear = edges.every(Number.isFinite) && findCrossing(outline) === null
    const shapes = isClear ? nestRings(rings as unknown as Ring[]) : []
    if (!isClear) doubtful.push(boxAround(bounds))
    for (let at = 0; at < edges.length; at += 4)
      doubtful.push(...edgeBox(edges.subarray(at, at + 4)))
    if (shapes.length === 0) continue
    let layer = layers.find((each) => !each.bounds.some((other) => meet(other, bounds)))
    if (!layer) {
      layer = { bounds: [], areas: [] }
      layers.push(layer)
    }
    layer.bounds.push(bounds)
    layer.areas.push({ area: index + 1, shapes })
  }
  return { layers: layers.map(({ areas }) => areas), doubtful }
}

function meet(a: Bounds, b: Bounds): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]
}

/** A box around an edge; none for one that is not finite. */
function edgeBox(edge: Float64Array): Shape[] {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = edge
  const length = Math.hypot(x2 - x1, y2 - y1)
  if (!Number.isFinite(length)) return []
  const [x, y] =
    length === 0 ? [DOUBT, 0] : [((x2 - x1) * DOUBT) / length, ((y2 - y1) * DOUBT) / length]
  return [
    [
      [
        [x1 - x - y, y1 - y + x],
        [x2 + x - y, y2 + y + x],
        [x2 + x + y, y2 + y - x],
        [x1 - x + y, y1 - y - x],
      ],
    ],
  ]
}

function boxAround([west, south, east, north]: Bounds): Shape {
  const finite = (value: number, limit: number) => (Number.isFinite(value) ? value : limit)
  const [w, s] = [finite(west, -180) - DOUBT, finite(south, -90) - DOUBT]
  const [e, n] = [finite(east, 180) + DOUBT, finite(north, 90) + DOUBT]
  return [
    [
      [w, s],
      [e, s],
      [e, n],
      [w, n],
    ],
  ]
}

/**
 * Rings that do not cross as outer rings with holes, by the even-odd rule: whatever the file says of
 * them.
 */
function nestRings(rings: readonly Ring[]): Shape[] {
  const known = rings
    .filter((ring) => new Set(ring.map((point) => point.slice(0, 2).join(' '))).size > 2)
    .map((ring) => ({
      ring: ring.map(([lon, lat]): Point => [lon, lat]),
      bounds: outlineOf({ type: 'Polygon', coordinates: [ring as unknown as number[][]] }).bounds,
    }))
  const around = known.map(({ ring, bounds }, at) =>
    known.flatMap((other, index) =>
      index !== at && meet(other.bounds, bounds) && isWithin(ring, other.ring) ? index : [],
    ),
  )
  return known.flatMap(({ ring }, at) => {
    const outside = around[at] ?? []
    if (outside.length % 2 === 1) return []
    const holes = known.filter(
      (_, index) => around[index]?.length === outside.length + 1 && around[index]?.includes(at),
    )
    return [[ring, ...holes.map((hole) => hole.ring)]]
  })
}

/** Tells whether most points of a ring are within another one: it may touch it. */
function isWithin(other: Ring, ring: Ring): boolean {
  const points = other.flatMap(([lon, lat], index): Point[] => {
    const [nextLon, nextLat] = other[index + 1] ?? [lon, lat]
    return [
      [lon, lat],
      [(lon + nextLon) / 2, (lat + nextLat) / 2],
    ]
  })
  return 2 * points.filter((point) => isInside(ring, point)).length > points.length
}

/** Even-odd rule by ray casting, as areaGrid.ts has it. */
function isInside(ring: Ring, [x, y]: Point): boolean {
  let inside = false
  let [x1, y1] = ring.at(-1) ?? [0, 0]
  for (const [x2, y2] of ring) {
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
    x1 = x2
    y1 = y2
  }
  return inside
}

/** Shapes as a value of the key of a polygon dictionary. */
export function polygonKey(shapes: readonly Shape[]): string {
  const list = (items: readonly string[]) => `[${items.join(',')}]`
  return list(
    shapes.map((shape) =>
      list(shape.map((ring) => list(ring.map(([lon, lat]) => `(${lon},${lat})`)))),
    ),
  )
}
