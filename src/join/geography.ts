import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { areaLocator } from '../geo/polygons'
import type { Conflict } from '../model/conflict'
import type { Place } from '../model/place'
import { buildGazetteer } from './gazetteer'
import { buildAreas } from './joinReports'
import type { Geography } from './locate'

/** What the places and outlines of areas are made of: plain values, so that a worker can be given them. */
export interface GeographyFiles {
  readonly conflict: Conflict
  readonly places: readonly Place[]
  readonly polygons: FeatureCollection<Polygon | MultiPolygon>
}

export function buildGeography({ conflict, places, polygons }: GeographyFiles): Geography {
  const gazetteer = buildGazetteer(places, conflict)
  return { conflict, gazetteer, areas: buildAreas(places), areaAt: areaLocator(polygons) }
}
