import { mercatorX, mercatorY } from '../geo/mercator'
import type { Box } from '../model/conflict'
import type { Position } from '../model/place'
import { CELLS_AT_ZOOM_0 } from '../query/countCells'

/** Px of the world at zoom 0, and of a screen that the bounds of the data fill. */
const WORLD_SIZE = 512
const SCREEN = 1024
const ZOOMS = 3
const STEP = 2
/** Cells of higher zooms have no number of 32 bits. */
const MAX_ZOOM = 12
/** Parts of a cell's side that the mean of points is written in. */
export const CELL_PARTS = 256

/** Cells across the world at a zoom: those of countCells.ts. */
export function cellsAcross(zoom: number): number {
  return CELLS_AT_ZOOM_0 * 2 ** zoom
}

/** The zooms that cells are counted at: from the whole of the data to a part of it. */
export function zoomsOf([west, south, east, north]: Box): number[] {
  const width = Math.max(mercatorX(east) - mercatorX(west), mercatorY(south) - mercatorY(north))
  const first = Math.floor(Math.log2(SCREEN / WORLD_SIZE / Math.max(width, 1e-9)))
  const top = MAX_ZOOM - STEP * (ZOOMS - 1)
  const zoom = Math.min(top, Math.max(0, first))
  return Array.from({ length: ZOOMS }, (_, index) => zoom + STEP * index)
}

/**
 * The cell of a point, its column and line, and where in it the point is: whole CELL_PARTS, so that
 * sums of them do not depend on their order.
 */
export function cellAt([lon, lat]: Position, zoom: number) {
  const parts = CELL_PARTS * cellsAcross(zoom)
  const [x, y] = [clamp(parts * mercatorX(lon), parts), clamp(parts * mercatorY(lat), parts)]
  const [column, line] = [Math.floor(x / CELL_PARTS), Math.floor(y / CELL_PARTS)]
  return { column, line, x: x - CELL_PARTS * column, y: y - CELL_PARTS * line }
}

function clamp(part: number, parts: number): number {
  return Math.min(parts - 1, Math.max(0, Math.floor(part)))
}

/** The place of a cell in Z-order (Morton): cells near each other have near numbers. */
export function interleave(column: number, line: number): number {
  return spread(column) | (spread(line) << 1)
}

export function deinterleave(code: number): [column: number, line: number] {
  return [gather(code), gather(code >>> 1)]
}

/** The bits of a number of 16 bits, with a zero before each. */
function spread(bits: number): number {
  let wide = bits & 0xffff
  wide = (wide | (wide << 8)) & 0x00ff00ff
  wide = (wide | (wide << 4)) & 0x0f0f0f0f
  wide = (wide | (wide << 2)) & 0x33333333
  return (wide | (wide << 1)) & 0x55555555
}

function gather(wide: number): number {
  let bits = wide & 0x55555555
  bits = (bits | (bits >>> 1)) & 0x33333333
  bits = (bits | (bits >>> 2)) & 0x0f0f0f0f
  bits = (bits | (bits >>> 4)) & 0x00ff00ff
  return (bits | (bits >>> 8)) & 0xffff
}
