import { boundsAround, type Outline } from './edges'

/** Finds the index of the outline that contains a point; -1 for none. */
export type AreaIndexAt = (lon: number, lat: number) => number

/** Cells along the longer side: small enough that few contain a border. */
const GRID = 512
const NOWHERE = -1
const BORDER = -2
/** A cell in a row that no point has been in yet. */
const UNKNOWN = -3
/** In cells, on each side of an edge: far more than the rounding error. */
const HAIR = 1e-6
const NO_EDGES = { edges: new Float64Array() }

/** Edges, grouped by area. */
interface Strip {
  /** Four numbers per edge, as in an outline. */
  readonly edges: Float64Array
  readonly owners: Int32Array
}

interface Grid {
  readonly west: number
  readonly south: number
  readonly scale: number
  readonly columns: number
}

/**
 * Prepares point-in-area (even-odd over all rings; the first where areas overlap). A grid over all
 * outlines stores for each cell whether it is wholly in one area or in none. In cells with a
 * border, a ray is cast over only the edges that reach into the cell's row. Rows are computed when
 * the first point is in them.
 */
export function areaGrid(outlines: readonly Outline[]): AreaIndexAt {
  const [west, south, east, north] = boundsAround(outlines.map(({ bounds }) => bounds))
  const scale = GRID / Math.max(east - west, north - south)
  const isRegular =
    scale > 0 && scale < Infinity && outlines.every(({ edges }) => edges.every(Number.isFinite))
  // All areas in one point, or rings with holes for points: a grid is not possible.
  if (!isRegular) {
    const strip = stripOf(outlines, () => true)
    return (lon, lat) => firstWith(strip, lon, lat)
  }
  const columns = Math.floor((east - west) * scale) + 1
  const rows = Math.floor((north - south) * scale) + 1
  const grid: Grid = { west, south, scale, columns }
  const cells = new Int32Array(columns * rows).fill(UNKNOWN)
  const strips: (Strip | null)[] = new Array(rows).fill(null)
  const workOut = (row: number) => {
    const strip = stripAt(row, outlines, grid)
    strips[row] = strip
    fillRow(cells.subarray(row * columns, (row + 1) * columns), strip, row, grid)
  }
  return (lon, lat) => {
    if (!(lon >= west && lon <= east && lat >= south && lat <= north)) return NOWHERE
    const row = Math.floor((lat - south) * scale)
    const cell = row * columns + Math.floor((lon - west) * scale)
    if (cells[cell] === UNKNOWN) workOut(row)
    const found = cells[cell] ?? NOWHERE
    const strip = found === BORDER ? strips[row] : null
    return strip ? firstWith(strip, lon, lat) : found
  }
}

/** The edges that reach into a row of the grid. */
function stripAt(row: number, outlines: readonly Outline[], { south, scale }: Grid): Strip {
  const rowOf = (lat: number) => Math.floor((lat - south) * scale)
  const reaches = (lat1: number, lat2: number) =>
    rowOf(Math.min(lat1, lat2)) <= row && row <= rowOf(Math.max(lat1, lat2))
  const near = outlines.map((outline) => {
    const [, least, , most] = outline.bounds
    return reaches(least, most) ? outline : NO_EDGES
  })
  return stripOf(near, reaches)
}

function stripOf(
  outlines: readonly Pick<Outline, 'edges'>[],
  passes: (lat1: number, lat2: number) => boolean,
): Strip {
  const edges: number[] = []
  const owners: number[] = []
  outlines.forEach(({ edges: own }, owner) => {
    for (let at = 0; at < own.length; at += 4) {
      const [y1, y2] = [own[at + 1] ?? 0, own[at + 3] ?? 0]
      if (!passes(y1, y2)) continue
      edges.push(own[at] ?? 0, y1, own[at + 2] ?? 0, y2)
      owners.push(owner)
    }
  })
  return { edges: Float64Array.from(edges), owners: Int32Array.from(owners) }
}

/** The area of each cell of a row; BORDER where an edge runs through it. */
function fillRow(cells: Int32Array, strip: Strip, row: number, grid: Grid): void {
  const { west, south, scale, columns } = grid
  cells.fill(NOWHERE)
  markBorders(strip, row, cells, grid)
  let before = BORDER
  for (let column = 0; column < columns; column++) {
    // Without a border in between, neighbours are in the same area.
    if (cells[column] !== BORDER) {
      cells[column] =
        before === BORDER
          ? firstWith(strip, west + (column + 0.5) / scale, south + (row + 0.5) / scale)
          : before
    }
    before = cells[column] ?? BORDER
  }
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
    // The part of the edge within the row.
    const low = Math.max(row - HAIR, Math.min(y1, y2))
    const high = Math.min(row + 1 + HAIR, Math.max(y1, y2))
    const [a, b] = y1 === y2 ? [x1, x2] : [crossing(low), crossing(high)]
    const from = Math.max(0, Math.floor(Math.min(a, b) - HAIR))
    cells.fill(BORDER, from, Math.floor(Math.max(a, b) + HAIR) + 1)
  }
}

/**
 * Even-odd rule by ray casting over all rings of an area together, so that holes and multiple parts
 * need no special case (W. R. Franklin, PNPOLY).
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
