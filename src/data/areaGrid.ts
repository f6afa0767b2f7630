import { boundsAround, type Outline } from './outline'

/** Finds the place of an area among the outlines; -1 for a point in none. */
export type AreaIndexAt = (lon: number, lat: number) => number

/** Cells along the longer side: small enough that few of them have a border in them. */
const GRID = 512
const NOWHERE = -1
const BORDER = -2
/** In cells, to each side of an edge: far more than what rounding can move it. */
const HAIR = 1e-6

/** The edges that reach into one row of the grid, area by area. */
interface Strip {
  /** Four numbers an edge, as in an outline. */
  readonly edges: Float64Array
  /** The area of each edge. */
  readonly owners: Int32Array
}

interface Grid {
  readonly west: number
  readonly south: number
  /** Cells a degree. */
  readonly scale: number
  readonly columns: number
  readonly rows: number
}

/**
 * Prepares point-in-area (even-odd over all rings; where areas overlap, the first). A grid over all outlines knows of
 * each cell whether it lies wholly in one area or in none. In the cells that a border runs through, a ray is cast
 * over the edges that reach into the cell's row, and those only.
 */
export function areaGrid(outlines: readonly Outline[]): AreaIndexAt {
  const [west, south, east, north] = boundsAround(outlines.map(({ bounds }) => bounds))
  const scale = GRID / Math.max(east - west, north - south)
  const isRegular =
    scale > 0 && scale < Infinity && outlines.every(({ edges }) => edges.every(Number.isFinite))
  // All areas in one point, or rings with holes for points: nothing that a grid could be laid over.
  if (!isRegular) {
    const strip = stripOf(outlines)
    return (lon, lat) => firstWith(strip, lon, lat)
  }
  const columns = Math.floor((east - west) * scale) + 1
  const rows = Math.floor((north - south) * scale) + 1
  const grid: Grid = { west, south, scale, columns, rows }
  const strips = stripsOf(outlines, grid)
  const cells = cellsOf(strips, grid)
  return (lon, lat) => {
    if (!(lon >= west && lon <= east && lat >= south && lat <= north)) return NOWHERE
    const row = Math.floor((lat - south) * scale)
    const found = cells[row * columns + Math.floor((lon - west) * scale)] ?? NOWHERE
    const strip = found === BORDER ? strips[row] : undefined
    return strip ? firstWith(strip, lon, lat) : found
  }
}

/** All edges as one strip. */
function stripOf(outlines: readonly Outline[]): Strip {
  const length = outlines.reduce((sum, { edges }) => sum + edges.length, 0)
  const strip = { edges: new Float64Array(length), owners: new Int32Array(length / 4) }
  let at = 0
  outlines.forEach(({ edges }, owner) => {
    strip.edges.set(edges, at)
    strip.owners.fill(owner, at / 4, (at + edges.length) / 4)
    at += edges.length
  })
  return strip
}

/** For each row of the grid, the edges that reach into it. */
function stripsOf(outlines: readonly Outline[], { south, scale, rows }: Grid): Strip[] {
  const rowOf = (lat: number | undefined) => Math.floor(((lat ?? south) - south) * scale)
  const lengths = new Int32Array(rows)
  for (const { edges } of outlines) {
    for (let at = 0; at < edges.length; at += 4) {
      const [from, to] = [rowOf(edges[at + 1]), rowOf(edges[at + 3])]
      for (let row = Math.min(from, to); row <= Math.max(from, to); row++) {
        lengths[row] = (lengths[row] ?? 0) + 1
      }
    }
  }
  const strips = Array.from(lengths, (length) => ({
    edges: new Float64Array(4 * length),
    owners: new Int32Array(length),
  }))
  const filled = lengths.fill(0)
  outlines.forEach(({ edges }, owner) => {
    for (let at = 0; at < edges.length; at += 4) {
      const [from, to] = [rowOf(edges[at + 1]), rowOf(edges[at + 3])]
      for (let row = Math.min(from, to); row <= Math.max(from, to); row++) {
        const strip = strips[row]
        const edge = filled[row] ?? 0
        if (!strip) continue
        for (let part = 0; part < 4; part++) strip.edges[4 * edge + part] = edges[at + part] ?? 0
        strip.owners[edge] = owner
        filled[row] = edge + 1
      }
    }
  })
  return strips
}

/** The area of each cell, row by row from the south-west; BORDER where an edge runs through it. */
function cellsOf(strips: readonly Strip[], grid: Grid): Int32Array {
  const { west, south, scale, columns, rows } = grid
  const cells = new Int32Array(columns * rows)
  strips.forEach((strip, row) => {
    const own = cells.subarray(row * columns, (row + 1) * columns)
    markBorders(strip, row, own, grid)
    let before = BORDER
    for (let column = 0; column < columns; column++) {
      // Without a border in between, neighbours lie in the same area as a whole.
      if (own[column] !== BORDER) {
        own[column] =
          before === BORDER
            ? firstWith(strip, west + (column + 0.5) / scale, south + (row + 0.5) / scale)
            : before
      }
      before = own[column] ?? BORDER
    }
  })
  return cells
}

/** Marks the cells of a row that its edges run through. */
function markBorders({ edges }: Strip, row: number, cells: Int32Array, grid: Grid): void {
  const { west, south, scale } = grid
  for (let at = 0; at < edges.length; at += 4) {
    const x1 = ((edges[at] ?? 0) - west) * scale
    const y1 = ((edges[at + 1] ?? 0) - south) * scale
    const x2 = ((edges[at + 2] ?? 0) - west) * scale
    const y2 = ((edges[at + 3] ?? 0) - south) * scale
    const slope = (x2 - x1) / (y2 - y1)
    const crossing = (y: number) => x1 + (y - y1) * slope
    // The part of the edge that lies in the row.
    const low = Math.max(row - HAIR, Math.min(y1, y2))
    const high = Math.min(row + 1 + HAIR, Math.max(y1, y2))
    const [a, b] = y1 === y2 ? [x1, x2] : [crossing(low), crossing(high)]
    const from = Math.max(0, Math.floor(Math.min(a, b) - HAIR))
    cells.fill(BORDER, from, Math.floor(Math.max(a, b) + HAIR) + 1)
  }
}

/**
 * Even-odd rule by ray casting over all rings of an area at once, so that holes and several parts need no case of
 * their own (W. R. Franklin, PNPOLY).
 */
function firstWith({ edges, owners }: Strip, x: number, y: number): number {
  let inside = false
  let owner = NOWHERE
  for (let edge = 0, at = 0; edge < owners.length; edge++, at += 4) {
    const own = owners[edge] ?? NOWHERE
    if (own !== owner) {
      if (inside) return owner
      owner = own
    }
    const y1 = edges[at + 3] ?? 0
    const y2 = edges[at + 1] ?? 0
    if (y1 > y === y2 > y) continue
    const x1 = edges[at + 2] ?? 0
    const x2 = edges[at] ?? 0
    if (x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
  }
  return inside ? owner : NOWHERE
}
