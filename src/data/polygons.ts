import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import type { AreaId, Position } from '../types'

type Shapes = FeatureCollection<Polygon | MultiPolygon>

/** Finds the area a point lies in. */
export type AreaAt = (position: Position) => AreaId | null

/** Finds the place of an area among the features; -1 for a point on none. */
export type AreaIndexAt = (lon: number, lat: number) => number

/** Cells of the grid along the longer side: small enough that few of them have a border in them. */
const GRID = 512
const NOWHERE = -1
const BORDER = -2

/**
 * Prepares point-in-polygon over a collection of areas (`feature.id` is the area id; polygons and
 * multipolygons in WGS 84 degrees). A point on no area gives null; on a shared border, one of the two; where areas
 * overlap, the first.
 */
export function areaLocator(areas: Shapes): AreaAt {
  const ids = areas.features.map(({ id }) => String(id) as AreaId)
  const indexAt = areaIndex(areas)
  return ([lon, lat]) => ids[indexAt(lon, lat)] ?? null
}

/**
 * The same as a number, for very many points. A grid over all areas knows of each of its cells whether it lies wholly in
 * one area or in none; only where a border runs through the cell are the areas themselves asked.
 */
export function areaIndex({ features }: Shapes): AreaIndexAt {
  const shapes = features.map(shapeOf)
  const [west, south, east, north] = boundsOf(shapes.map(({ bounds }) => bounds))
  const size = Math.max(east - west, north - south) / GRID
  if (!(size > 0)) return (lon, lat) => firstWith(shapes, lon, lat)
  const columns = Math.floor((east - west) / size) + 1
  const rows = Math.floor((north - south) / size) + 1
  const cells = new Int32Array(columns * rows).fill(NOWHERE)
  for (const shape of shapes) markBorders(shape, cells, { west, south, size, columns, rows })
  for (let cell = 0; cell < cells.length; cell++) {
    if (cells[cell] === BORDER) continue
    const lon = west + ((cell % columns) + 0.5) * size
    const lat = south + (Math.floor(cell / columns) + 0.5) * size
    // A cell without a border lies in one area as a whole, and so do its neighbours up to the next border.
    const before = cell % columns === 0 ? BORDER : (cells[cell - 1] ?? BORDER)
    cells[cell] = before === BORDER ? firstWith(shapes, lon, lat) : before
  }
  return (lon, lat) => {
    if (!(lon >= west && lon <= east && lat >= south && lat <= north)) return NOWHERE
    const column = Math.floor((lon - west) / size)
    const row = Math.floor((lat - south) / size)
    const found = cells[row * columns + column] ?? BORDER
    return found === BORDER ? firstWith(shapes, lon, lat) : found
  }
}

/** The value as a collection of polygons. Throws an Error that names the file when it is something else. */
export function asPolygons(value: unknown, file: string): Shapes {
  const features = (value as Shapes | null)?.features
  const isPolygonal = (feature: Feature | null) =>
    feature?.geometry?.type === 'Polygon' || feature?.geometry?.type === 'MultiPolygon'
  if (!Array.isArray(features) || !features.every(isPolygonal)) {
    throw new Error(`${file} is not a GeoJSON collection of polygons.`)
  }
  return { type: 'FeatureCollection', features }
}

type Bounds = readonly [west: number, south: number, east: number, north: number]

interface Shape {
  readonly bounds: Bounds
  /** Edge e runs from `edges[4e], edges[4e + 1]` to `edges[4e + 2], edges[4e + 3]`. */
  readonly edges: Float64Array
}

interface Grid {
  readonly west: number
  readonly south: number
  /** Degrees. */
  readonly size: number
  readonly columns: number
  readonly rows: number
}

function shapeOf({ geometry }: Feature<Polygon | MultiPolygon>): Shape {
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
  const edges: number[] = []
  for (const ring of rings) {
    let [x1 = Number.NaN, y1 = Number.NaN] = ring.at(-1) ?? []
    for (const [x2 = Number.NaN, y2 = Number.NaN] of ring) {
      edges.push(x1, y1, x2, y2)
      x1 = x2
      y1 = y2
    }
  }
  const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = 0; at < edges.length; at += 2) {
    const [x = Number.NaN, y = Number.NaN] = [edges[at], edges[at + 1]]
    if (x < bounds[0]) bounds[0] = x
    if (y < bounds[1]) bounds[1] = y
    if (x > bounds[2]) bounds[2] = x
    if (y > bounds[3]) bounds[3] = y
  }
  return { bounds, edges: Float64Array.from(edges) }
}

function boundsOf(list: readonly Bounds[]): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const bounds of list) {
    west = Math.min(west, bounds[0])
    south = Math.min(south, bounds[1])
    east = Math.max(east, bounds[2])
    north = Math.max(north, bounds[3])
  }
  return [west, south, east, north]
}

/** Marks every cell that an edge runs through: for each row of cells, the span that the edge crosses in it. */
function markBorders({ edges }: Shape, cells: Int32Array, grid: Grid): void {
  const { west, south, size, columns, rows } = grid
  for (let at = 0; at < edges.length; at += 4) {
    const [x1, y1] = [((edges[at] ?? 0) - west) / size, ((edges[at + 1] ?? 0) - south) / size]
    const [x2, y2] = [((edges[at + 2] ?? 0) - west) / size, ((edges[at + 3] ?? 0) - south) / size]
    const slope = y1 === y2 ? 0 : (x2 - x1) / (y2 - y1)
    const last = Math.min(Math.floor(Math.max(y1, y2)), rows - 1)
    for (let row = Math.floor(Math.min(y1, y2)); row <= last; row++) {
      const low = Math.max(row, Math.min(y1, y2))
      const high = Math.min(row + 1, Math.max(y1, y2))
      const a = y1 === y2 ? x1 : x1 + (low - y1) * slope
      const b = y1 === y2 ? x2 : x1 + (high - y1) * slope
      // A hair to each side: a border on the line between two cells is in both.
      const from = Math.max(0, Math.floor(Math.min(a, b) - HAIR))
      const to = Math.min(columns - 1, Math.floor(Math.max(a, b) + HAIR))
      cells.fill(BORDER, row * columns + from, row * columns + to + 1)
      if (low - row < HAIR && row > 0) {
        cells.fill(BORDER, (row - 1) * columns + from, (row - 1) * columns + to + 1)
      }
    }
  }
}

const HAIR = 1e-6

function firstWith(shapes: readonly Shape[], x: number, y: number): number {
  for (let index = 0; index < shapes.length; index++) {
    const shape = shapes[index]
    if (!shape) continue
    const [west, south, east, north] = shape.bounds
    if (x < west || x > east || y < south || y > north) continue
    if (isInside(shape.edges, x, y)) return index
  }
  return NOWHERE
}

/**
 * Even-odd rule by ray casting over all rings at once, so that holes and several parts need no case of
 * their own (W. R. Franklin, PNPOLY).
 */
function isInside(edges: Float64Array, x: number, y: number): boolean {
  let inside = false
  for (let at = 0; at < edges.length; at += 4) {
    const y1 = edges[at + 3] ?? 0
    const y2 = edges[at + 1] ?? 0
    if (y1 > y === y2 > y) continue
    const x1 = edges[at + 2] ?? 0
    const x2 = edges[at] ?? 0
    if (x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
  }
  return inside
}
