import { MercatorCoordinate } from 'maplibre-gl'

/**
 * The middle of the map's region; Web Mercator, 0 to 1. From there, 32 bits tell a hundredth of a pixel at every zoom of
 * the map.
 */
export const ORIGIN = MercatorCoordinate.fromLngLat([46.5, 40])

/**
 * The map's matrix (column-major, from Web Mercator to clip space) for places counted from the origin; worked out in 64 bits,
 * of which 32 are kept.
 */
export function matrixFromOrigin(matrix: ArrayLike<number>): Float32Array {
  const moved = Float64Array.from(matrix)
  for (let row = 0; row < 4; row++) {
    const [toX = 0, toY = 0, moves = 0] = [matrix[row], matrix[4 + row], matrix[12 + row]]
    moved[12 + row] = toX * ORIGIN.x + toY * ORIGIN.y + moves
  }
  return Float32Array.from(moved)
}
