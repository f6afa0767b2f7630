import type { FeatureCollection } from 'geojson'
import { partBounds } from '../geo/boxAround'
import type { Dataset } from '../store/dataset'
import { type Limit, MIN_ZOOM, WORLD_LIMIT } from './camera'

/** Where a dataset is, compared with the base map that the site ships with. */
export interface Reach {
  /** Some of it is outside that map. */
  readonly isBeyond: boolean
  /** All of it is. */
  readonly isElsewhere: boolean
}

/** Of the records that ship with the site. */
export const HOME: Reach = { isBeyond: false, isElsewhere: false }

/** Where the reports of a file are, and the user's districts if there are any. */
export function findReach(
  { areas, sites: { lon, lat }, conflict: { bbox }, whole }: Dataset,
  outlines: FeatureCollection | null,
): Reach {
  const [west, south, east, north] = bbox
  let [inside, outside] = [0, 0]
  const look = (from: number, low: number, to = from, high = low) => {
    if (from >= west && to <= east && low >= south && high <= north) inside++
    else outside++
  }
  lon.forEach((each, site) => {
    look(each, lat[site] ?? 0)
  })
  if (whole?.bounds) look(...whole.bounds)
  for (const { label } of areas.values()) if (label) look(...label)
  for (const bounds of (outlines?.features ?? []).flatMap(partBounds)) look(...bounds)
  const isLocated = lon.length + areas.size > 0
  return {
    isBeyond: outside > 0 || (isLocated && inside === 0),
    isElsewhere: isLocated && inside === 0,
  }
}

/** Where the map of a dataset can be moved. */
export function limitOf({ conflict }: Pick<Dataset, 'conflict'>, { isBeyond }: Reach): Limit {
  return isBeyond ? WORLD_LIMIT : { box: conflict.bbox, minZoom: MIN_ZOOM }
}
