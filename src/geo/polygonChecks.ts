import type { MultiPolygon, Polygon } from 'geojson'
import polylabel from 'polylabel'
import type { Position } from '../model/place'
import { type Bounds, type Outline, outlineOf } from './edges'

/** Part of the height of an area. */
const LABEL_PRECISION = 0.001
/** Parallels drawn across an area to measure it. */
const LINES = 32
/** Part of an area: neighbours that were drawn separately always overlap in slivers. */
const SLIVER = 0.01
/** Pairs of edges to compare before the search for a crossing stops: some tenths of a second. */
const MAX_PAIRS = 20_000_000

/**
 * The point of an area that is farthest from its outline, for its label. Null for a shape that
 * encloses nothing.
 */
export function findLabelPoint(shape: Polygon | MultiPolygon): Position | null {
  const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates
  let found: Position | null = null
  let farthest = 0
  for (const polygon of polygons) {
    const [, south, , north] = outlineOf({ type: 'Polygon', coordinates: polygon }).bounds
    const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180)
    const flat = polygon.map((ring) => ring.map(([lon = 0, lat = 0]) => [lon * squeeze, lat]))
    const { 0: x, 1: lat, distance } = polylabel(flat, LABEL_PRECISION * (north - south))
    if (distance <= farthest) continue
    farthest = distance
    found = [x / squeeze, lat]
  }
  return found
}

/** For each area, the earlier ones that it shares more than a sliver with. */
export function findOverlaps(outlines: readonly Outline[]): number[][] {
  const found = outlines.map(() => new Set<number>())
  outlines.forEach((outline, index) => {
    const near = outlines.flatMap((other, at) =>
      at !== index && meet(outline.bounds, other.bounds) ? [at] : [],
    )
    const shared = new Map<number, number>()
    let length = 0
    for (const lat of parallels(outline.bounds)) {
      const own = stretchesAt(outline, lat)
      length += own.reduce((sum, [from, to]) => sum + to - from, 0)
      for (const at of near) {
        const other = outlines[at]
        const there = other && lat >= other.bounds[1] && lat <= other.bounds[3]
        if (there) shared.set(at, (shared.get(at) ?? 0) + common(own, stretchesAt(other, lat)))
      }
    }
    for (const [at, both] of shared) {
      if (both > length * SLIVER) found[Math.max(at, index)]?.add(Math.min(at, index))
    }
  })
  return found.map((earlier) => [...earlier].sort((a, b) => a - b))
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

function parallels([, south, , north]: Bounds): number[] {
  return Array.from({ length: LINES }, (_, line) => {
    return south + ((line + 0.5) / LINES) * (north - south)
  })
}

/** The stretches of a parallel inside an outline (even-odd), from west to east. */
function stretchesAt({ edges }: Outline, lat: number): [from: number, to: number][] {
  const crossings: number[] = []
  for (let at = 0; at < edges.length; at += 4) {
    const y1 = edges[at + 1] ?? 0
    const y2 = edges[at + 3] ?? 0
    if (y1 > lat === y2 > lat) continue
    const x1 = edges[at] ?? 0
    const x2 = edges[at + 2] ?? 0
    crossings.push(x1 + ((x2 - x1) * (lat - y1)) / (y2 - y1))
  }
  crossings.sort((a, b) => a - b)
  return crossings.flatMap((from, index): [number, number][] => {
    return index % 2 === 0 ? [[from, crossings[index + 1] ?? from]] : []
  })
}

type Stretches = readonly (readonly [from: number, to: number])[]

/** Degrees that are on both. */
function common(some: Stretches, others: Stretches): number {
  let sum = 0
  for (const [a, b] of some) {
    for (const [c, d] of others) sum += Math.max(0, Math.min(b, d) - Math.max(a, c))
  }
  return sum
}

function meet(a: Bounds, b: Bounds): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}
