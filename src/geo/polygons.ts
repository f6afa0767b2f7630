import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { UserError } from '../issues/problem'
import type { AreaId } from '../model/ids'
import type { Position } from '../model/place'
import { type AreaIndexAt, areaGrid } from './areaGrid'
import { outlineOf } from './edges'

type Shapes = FeatureCollection<Polygon | MultiPolygon>

export type AreaAt = (position: Position) => AreaId | null

/**
 * Prepares point-in-polygon over a collection of areas (`feature.id` is the area id; polygons and
 * multipolygons in WGS 84 degrees). Null for a point in no area; on a shared border, one of the
 * two; where areas overlap, the first.
 */
export function areaLocator(areas: Shapes): AreaAt {
  const ids = areas.features.map(({ id }) => String(id) as AreaId)
  const indexAt = areaIndex(areas)
  return ([lon, lat]) => ids[indexAt(lon, lat)] ?? null
}

/** The same, as the index of the feature, for very many points; -1 for a point in none. */
export function areaIndex({ features }: Shapes): AreaIndexAt {
  return areaGrid(features.map(({ geometry }) => outlineOf(geometry)))
}

/**
 * Checks that a value is a collection of polygons. Otherwise throws a UserError that names the
 * file.
 */
export function asPolygons(value: unknown, file: string): Shapes {
  const features = (value as Shapes | null)?.features
  const isPolygonal = (feature: Feature | null) =>
    feature?.geometry?.type === 'Polygon' || feature?.geometry?.type === 'MultiPolygon'
  if (!Array.isArray(features) || !features.every(isPolygonal)) {
    throw new UserError({ code: 'notPolygons', params: { file } })
  }
  return { type: 'FeatureCollection', features }
}
