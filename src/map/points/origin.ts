import { MercatorCoordinate } from 'maplibre-gl'
import type { Conflict } from '../../model/conflict'
import { memoize } from '../../model/memoize'

/** A place that others are counted from; Web Mercator, 0 to 1. */
export interface Origin {
  readonly x: number
  readonly y: number
}

/** The middle of the map. From there, 32 bits are exact to a hundredth of a pixel at each zoom of the map. */
export const findOrigin = memoize(({ bbox: [west, south, east, north] }: Conflict): Origin => {
  return MercatorCoordinate.fromLngLat([(west + east) / 2, (south + north) / 2])
})

/**
 * The map's matrix (column-major, from Web Mercator to clip space) for places counted from the origin; computed in 64 bits,
 * of which 32 are kept.
 */
export function matrixFromOrigin(matrix: ArrayLike<number>, origin: Origin): Float32Array {
  const moved = Float64Array.from(matrix)
  for (let row = 0; row < 4; row++) {
    const [toX = 0, toY = 0, moves = 0] = [matrix[row], matrix[4 + row], matrix[12 + row]]
    moved[12 + row] = toX * origin.x + toY * origin.y + moves
  }
  return Float32Array.from(moved)
}
