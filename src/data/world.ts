import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import type { Place } from '../types'
import { buildGazetteer } from './gazetteer'
import { areasOf } from './join'
import type { Geography } from './place'
import { areaLocator } from './polygons'

/** What the places and outlines of areas are made of: plain values, so that a worker can be given them. */
export interface WorldFiles {
  readonly places: readonly Place[]
  readonly polygons: FeatureCollection<Polygon | MultiPolygon>
}

/** What placing by name and by coordinates needs. */
export function worldOf({ places, polygons }: WorldFiles): Geography {
  return {
    gazetteer: buildGazetteer(places),
    areas: areasOf(places),
    areaAt: areaLocator(polygons),
  }
}
