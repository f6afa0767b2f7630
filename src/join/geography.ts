import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { areaLocator } from '../geo/polygons'
import type { Conflict } from '../model/conflict'
import type { Place } from '../model/place'
import { codeOfCountry } from '../read/columns/countryNames'
import { AreaGroups } from './areaGroups'
import { type CustomAreas, withCustomAreas } from './customAreas'
import { buildGazetteer } from './gazetteer'
import { buildAreas } from './listAreas'
import type { Geography } from './locate'

/** What the places and outlines of areas are made of: plain values, so that a worker can be given them. */
export interface GeographyFiles {
  readonly conflict: Conflict
  readonly places: readonly Place[]
  readonly polygons: FeatureCollection<Polygon | MultiPolygon>
  /** They are the user's districts. */
  readonly areChosen?: boolean
}

export function buildGeography(files: GeographyFiles): Geography {
  const { conflict, places, polygons, areChosen = false } = files
  const areas = buildAreas(places)
  return {
    conflict,
    gazetteer: buildGazetteer(places, conflict),
    areas,
    groups: new AreaGroups(areas.keys()),
    areaAt: areaLocator(polygons),
    areChosen,
    isCountry: (name) => codeOfCountry(name) !== '',
  }
}

/** The user's districts in place of the shipped ones. */
export function chosenGeography(
  own: CustomAreas,
  shipped: readonly Place[],
  conflict: Conflict,
): GeographyFiles {
  const places = withCustomAreas(own, shipped, conflict)
  return { conflict, places, polygons: own.polygons, areChosen: true }
}
