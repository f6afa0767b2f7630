import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import type { Issue } from '../issues/issue'
import { IssueCollector } from '../issues/issueCollector'
import { UserError } from '../issues/problem'
import type { AreaId } from '../model/ids'
import type { Position } from '../model/place'
import { type AreaIndexAt, areaGrid } from './areaGrid'
import { checkShape } from './customShapes'
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
 * The polygons of a collection, with closed rings. Other features are left out, each with an error
 * that names its number in the file. Throws a UserError that names the file if it is not a
 * collection.
 */
export function asPolygons(value: unknown, file: string, issues: Issue[] = []): Shapes {
  const features = asCollection(value, file).features.flatMap((feature, index) => {
    const found = new IssueCollector(file, index + 1, String(feature.id ?? ''))
    const geometry = checkShape(feature.geometry, found)
    issues.push(...found.list)
    return geometry ? { ...feature, geometry } : []
  })
  return { type: 'FeatureCollection', features }
}

/** Throws a UserError that names the file if a value is not a collection of features. */
export function asCollection(value: unknown, file: string): FeatureCollection {
  const features = (value as FeatureCollection | null)?.features
  if (!Array.isArray(features) || features.some((each) => Object(each) !== each)) {
    throw new UserError({ code: 'notPolygons', params: { file } })
  }
  return { type: 'FeatureCollection', features }
}
