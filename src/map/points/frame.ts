/** A part of the world, at a zoom. */
export interface Frame {
  /** Web Mercator, 0 to 1. */
  readonly west: number
  readonly north: number
  readonly east: number
  readonly south: number
  readonly zoom: number
}

/** Side of a cell at whole zoom levels, px; between them it grows with the map to twice that. */
const CELL = 64
const TILE = 512

/** The least frame of whole cells that holds a frame: a cell that is cut would count a part of its points. */
export function wholeCells({ west, north, east, south, zoom }: Frame): Frame {
  const side = sideOf(zoom)
  return {
    west: Math.floor(west / side) * side,
    north: Math.floor(north / side) * side,
    east: (Math.floor(east / side) + 1) * side,
    south: (Math.floor(south / side) + 1) * side,
    zoom,
  }
}

/** The side of a cell on the Web Mercator world, 0 to 1. A power of two, so that cells meet without rounding. */
export function sideOf(zoom: number): number {
  return CELL / pixels(Math.floor(zoom))
}

/** The width of the whole world at a zoom, px. */
export function pixels(zoom: number): number {
  return TILE * 2 ** zoom
}
