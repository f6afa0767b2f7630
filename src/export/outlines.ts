import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import type { AreaId } from '../model/ids'
import type { Dataset } from '../store/dataset'

type Shape = Polygon | MultiPolygon

/**
 * The districts of a dataset, all as MultiPolygon: one type of geometry for every reader. None for
 * a dataset of another part of the world than the outlines.
 */
export function outlineFeatures(
  { features }: FeatureCollection<Shape>,
  { areas }: Pick<Dataset, 'areas'>,
): Feature<MultiPolygon>[] {
  if (!features.some(({ id }) => areas.has(String(id) as AreaId))) return []
  return features.map((feature) => ({ ...feature, geometry: asMultiPolygon(feature.geometry) }))
}

export function outlinesById(polygons: FeatureCollection<Shape>, dataset: Pick<Dataset, 'areas'>) {
  const features = outlineFeatures(polygons, dataset)
  return new Map(features.map(({ id, geometry }) => [String(id), geometry]))
}

function asMultiPolygon(shape: Shape): MultiPolygon {
  if (shape.type === 'MultiPolygon') return shape
  return { type: 'MultiPolygon', coordinates: [shape.coordinates] }
}
