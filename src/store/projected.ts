import { oncePer } from '../model/memoize'
import type { Spots } from './dataset'

/** Spots on the Web Mercator world, 0 to 1 from west to east and from north to south. */
export interface Projected {
  readonly x: Float64Array
  readonly y: Float64Array
}

/** The spots of a dataset, projected once (EPSG:3857, spherical, scaled to the unit square as map tiles are). */
export const projectedSpots = oncePer(({ length, lon, lat }: Spots): Projected => {
  const projected = { x: new Float64Array(length), y: new Float64Array(length) }
  for (let spot = 0; spot < length; spot++) {
    const north = Math.log(Math.tan(Math.PI / 4 + ((lat[spot] ?? 0) * Math.PI) / 360))
    projected.x[spot] = 0.5 + (lon[spot] ?? 0) / 360
    projected.y[spot] = 0.5 - north / (2 * Math.PI)
  }
  return projected
})
