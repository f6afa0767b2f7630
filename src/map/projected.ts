import { MercatorCoordinate } from 'maplibre-gl'
import type { Dataset, Spots } from '../types'

/** Spots on the Web Mercator world, 0 to 1 from west to east and from north to south. */
export interface Projected {
  readonly x: Float64Array
  readonly y: Float64Array
}

const known = new WeakMap<Spots, Projected>()

/** The spots of a dataset, projected once. */
export function projectedSpots({ spots }: Pick<Dataset, 'spots'>): Projected {
  const found = known.get(spots)
  if (found) return found
  const { length, lon, lat } = spots
  const projected = { x: new Float64Array(length), y: new Float64Array(length) }
  for (let spot = 0; spot < length; spot++) {
    const { x, y } = MercatorCoordinate.fromLngLat([lon[spot] ?? 0, lat[spot] ?? 0])
    projected.x[spot] = x
    projected.y[spot] = y
  }
  known.set(spots, projected)
  return projected
}
