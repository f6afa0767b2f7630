import type { MultiPolygon, Polygon } from 'geojson'
import polylabel from 'polylabel'
import type { Position } from '../model/place'
import { type Bounds, type Outline, outlineOf } from './edges'

/** Part of the height of an area. */
const LABEL_PRECISION = 0.01
/** Parallels drawn across an area to measure it. */
const LINES = 32
/** Part of an area: neighbours that were drawn separately always overlap in slivers. */
const SLIVER = 0.01
/** Overlaps of an area that are listed: all others may lie over it. */
export const MAX_OVERLAPS = 20
/** Edges to look at before the search for overlaps stops: a second or two. */
const MAX_COMPARED = 100_000_000
/** Bands of latitude that the edges of an outline are sorted into. */
const MAX_BANDS = 64
/** Pairs of edges to compare before the search for a crossing stops: some tenths of a second. */
const MAX_PAIRS = 20_000_000

/** Times as long as wide, or more: a search in squares of its width would be too long. */
const MAX_ASPECT = 50

/**
 * The point of an area that is farthest from its outline, for its label; in very thin ones, in the
 * middle of a parallel through it. Null for a shape that encloses nothing.
 */
export function findLabelPoint(shape: Polygon | MultiPolygon): Position | null {
  const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates
  let found: Position | null = null
  let farthest = 0
  for (const polygon of polygons) {
    const [west, south, east, north] = outlineOf({ type: 'Polygon', coordinates: polygon }).bounds
    const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180)
    const [width, height] = [(east - west) * squeeze, north - south]
    if (Math.max(width, height) > MAX_ASPECT * Math.min(width, height)) continue
    const flat = polygon.map((ring) => ring.map(([lon = 0, lat = 0]) => [lon * squeeze, lat]))
    const { 0: x, 1: lat, distance } = polylabel(flat, LABEL_PRECISION * height)
    if (distance <= farthest) continue
    farthest = distance
    found = [x / squeeze, lat]
  }
  return found ?? middleOfWidest(withBands(outlineOf(shape)))
}

/** The middle of the widest stretch of a parallel. */
function middleOfWidest(area: Banded): Position | null {
  let found: Position | null = null
  let widest = 0
  for (let line = 0; line < LINES; line++) {
    const lat = parallelAt(area, line)
    const stretches = stretchesAt(area, lat)
    for (let at = 0; at < stretches.length; at += 2) {
      const [west = 0, east = 0] = stretches.slice(at, at + 2)
      if (east - west <= widest) continue
      widest = east - west
      found = [(west + east) / 2, lat]
    }
  }
  return found
}

export interface Overlaps {
  /** For each area, up to MAX_OVERLAPS earlier ones that it shares more than a sliver with. */
  readonly found: readonly (readonly number[])[]
  /** False when comparing all areas would take seconds. */
  readonly isWhole: boolean
}

/** Finds the areas that are over earlier ones. */
export function findOverlaps(outlines: readonly Outline[]): Overlaps {
  const banded = outlines.map(withBands)
  const found = outlines.map((): number[] => [])
  const order = banded.map((_, index) => index)
  order.sort((a, b) => (banded[a]?.bounds[0] ?? 0) - (banded[b]?.bounds[0] ?? 0))
  let left = MAX_COMPARED
  for (const [at, a] of order.entries()) {
    const one = banded[a]
    // Only areas that begin before this one ends can be over it.
    for (let next = at + 1; one && next < order.length && left > 0; next++) {
      const b = order[next] ?? 0
      const other = banded[b]
      const overlaps = found[Math.max(a, b)]
      if (!other || !overlaps || other.bounds[0] >= one.bounds[2]) break
      left--
      if (overlaps.length === MAX_OVERLAPS || !meet(one.bounds, other.bounds)) continue
      left -= LINES * (one.perBand + other.perBand)
      if (areOver(one, other)) overlaps.push(Math.min(a, b))
    }
  }
  for (const overlaps of found) overlaps.sort((a, b) => a - b)
  return { found, isWhole: left > 0 }
}

function meet(a: Bounds, b: Bounds): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

/** Whether two areas share more than a sliver of the smaller one. */
function areOver(a: Banded, b: Banded): boolean {
  const [low, high] = heightOf(a) < heightOf(b) ? [a, b] : [b, a]
  const sliver = SLIVER * Math.min(a.surface, b.surface)
  let shared = 0
  for (let line = 0; line < LINES && shared <= sliver; line++) {
    const lat = parallelAt(low, line)
    shared += (common(stretchesAt(low, lat), stretchesAt(high, lat)) * heightOf(low)) / LINES
  }
  return shared > sliver
}

/**
 * A point where an outline crosses itself; null when there is none. Points and edges that only
 * touch do not count. Also null for an outline so large and tangled that the search would take
 * seconds.
 */
export function findCrossing({ edges }: Outline): Position | null {
  const at = (index: number) => edges[index] ?? 0
  const order = Array.from({ length: edges.length / 4 }, (_, edge) => 4 * edge)
  const west = (edge: number) => Math.min(at(edge), at(edge + 2))
  order.sort((a, b) => west(a) - west(b))
  let pairs = 0
  for (const [index, a] of order.entries()) {
    const east = Math.max(at(a), at(a + 2))
    // Only edges that begin before this one ends can cross it.
    for (let next = index + 1; next < order.length; next++) {
      const b = order[next] ?? 0
      if (west(b) > east) break
      if (++pairs > MAX_PAIRS) return null
      const p = side(edges, a, at(b), at(b + 1))
      const q = side(edges, a, at(b + 2), at(b + 3))
      const r = side(edges, b, at(a), at(a + 1))
      const s = side(edges, b, at(a + 2), at(a + 3))
      if (p * q >= 0 || r * s >= 0) continue
      const part = p / (p - q)
      const lon = at(b) + part * (at(b + 2) - at(b))
      return [lon, at(b + 1) + part * (at(b + 3) - at(b + 1))]
    }
  }
  return null
}

/** Positive to the left of an edge, negative to the right, zero on its line. */
function side(edges: Float64Array, edge: number, x: number, y: number): number {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [
    edges[edge],
    edges[edge + 1],
    edges[edge + 2],
    edges[edge + 3],
  ]
  return (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1)
}

/** An outline with its edges by latitude, so that a parallel meets few of them. */
interface Banded extends Outline {
  /** For each band from south to north, the edges that touch it. */
  readonly edgesIn: readonly (readonly number[])[]
  /** The mean number of edges in a band. */
  readonly perBand: number
  /** Square degrees. */
  readonly surface: number
}

function withBands(outline: Outline): Banded {
  const { bounds, edges } = outline
  const edgesIn = Array.from({ length: Math.min(MAX_BANDS, edges.length / 4) }, (): number[] => [])
  for (let at = 0; at < edges.length; at += 4) {
    const [y1 = 0, y2 = 0] = [edges[at + 1], edges[at + 3]]
    const last = bandAt(bounds, edgesIn.length, Math.max(y1, y2))
    for (let band = bandAt(bounds, edgesIn.length, Math.min(y1, y2)); band <= last; band++) {
      edgesIn[band]?.push(at)
    }
  }
  const perBand = edgesIn.reduce((sum, { length }) => sum + length, 0) / edgesIn.length
  const banded = { ...outline, edgesIn, perBand, surface: 0 }
  let length = 0
  for (let line = 0; line < LINES; line++) {
    const stretches = stretchesAt(banded, parallelAt(banded, line))
    length += common(stretches, stretches)
  }
  return { ...banded, surface: (length * heightOf(banded)) / LINES }
}

function heightOf({ bounds }: Outline): number {
  return bounds[3] - bounds[1]
}

function parallelAt(outline: Outline, line: number): number {
  return outline.bounds[1] + ((line + 0.5) / LINES) * heightOf(outline)
}

function bandAt([, south, , north]: Bounds, count: number, lat: number): number {
  return Math.max(0, Math.min(count - 1, Math.floor(((lat - south) / (north - south)) * count)))
}

/**
 * The stretches of a parallel inside an outline (even-odd), from west to east: where each begins
 * and ends, in turn.
 */
function stretchesAt({ edges, edgesIn, bounds }: Banded, lat: number): number[] {
  const crossings: number[] = []
  if (lat < bounds[1] || lat > bounds[3]) return crossings
  for (const at of edgesIn[bandAt(bounds, edgesIn.length, lat)] ?? []) {
    const y1 = edges[at + 1] ?? 0
    const y2 = edges[at + 3] ?? 0
    if (y1 > lat === y2 > lat) continue
    const x1 = edges[at] ?? 0
    const x2 = edges[at + 2] ?? 0
    crossings.push(x1 + ((x2 - x1) * (lat - y1)) / (y2 - y1))
  }
  return crossings.sort((a, b) => a - b)
}

/** Degrees that are on both. */
function common(some: readonly number[], others: readonly number[]): number {
  let [sum, i, j] = [0, 0, 0]
  while (i < some.length && j < others.length) {
    const [a = 0, b = a, c = 0, d = c] = [some[i], some[i + 1], others[j], others[j + 1]]
    sum += Math.max(0, Math.min(b, d) - Math.max(a, c))
    if (b < d) i += 2
    else j += 2
  }
  return sum
}
