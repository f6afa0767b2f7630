import { memoize } from '../model/memoize'
import type { Sites } from './dataset'

/** Sites on the Web Mercator world, 0 to 1 from west to east and from north to south. */
export interface Projected {
  readonly x: Float64Array
  readonly y: Float64Array
}

/** The sites of a dataset, projected once (EPSG:3857, spherical, scaled to the unit square as map tiles are). */
export const projectedSites = memoize(({ length, lon, lat }: Sites): Projected => {
  const projected = { x: new Float64Array(length), y: new Float64Array(length) }
  for (let site = 0; site < length; site++) {
    const north = Math.log(Math.tan(Math.PI / 4 + ((lat[site] ?? 0) * Math.PI) / 360))
    projected.x[site] = 0.5 + (lon[site] ?? 0) / 360
    projected.y[site] = 0.5 - north / (2 * Math.PI)
  }
  return projected
})
