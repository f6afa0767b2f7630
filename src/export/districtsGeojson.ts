import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import type { Conflict } from '../model/conflict'
import type { AreaId } from '../model/ids'
import type { AreaCount, GroupCounts } from '../query/counts'
import { areasOnFile, countGroupsByArea } from '../query/groups'
import type { Slice } from '../query/slice'
import type { Dataset } from '../store/dataset'
import { buildProvenance, type ExportMeta } from './provenance'
import { type ContactlineCollection, collectionOf } from './reportsGeojson'

type Shape = Polygon | MultiPolygon

type DistrictProperties = ReturnType<typeof countProperties>

/**
 * The unchanged district polygons, each with its counts in the slice. An area that has reports but
 * no polygon comes last, without a geometry, so that no report is lost; reports without any area
 * are `contactline.counts.not_located`. A report that names several areas counts in each.
 */
export function districtsGeoJson(
  polygons: FeatureCollection<Shape>,
  dataset: Dataset,
  slice: Slice,
  meta: ExportMeta,
): ContactlineCollection<Shape | null, DistrictProperties> {
  const onFile = areasOnFile(dataset)
  const drawn = new Set(polygons.features.map((feature) => feature.id))
  const parties = countGroupsByArea(dataset, slice, 'party')
  const countFacets = (id: AreaId) =>
    countProperties(dataset.conflict, slice.areas.get(id), parties.get(id), onFile.has(id))
  const features: Feature<Shape | null, DistrictProperties>[] = polygons.features.map(
    (feature) => ({
      ...feature,
      properties: { ...feature.properties, ...countFacets(String(feature.id) as AreaId) },
    }),
  )
  for (const id of dataset.areaIds) {
    if (drawn.has(id) || !slice.areas.has(id)) continue
    const area = dataset.areas.get(id)
    const properties = { id, name: area?.name ?? id, kind: area?.kind ?? '', ...countFacets(id) }
    features.push({ type: 'Feature', id, geometry: null, properties })
  }
  return collectionOf(features, buildProvenance(slice, meta, dataset.conflict))
}

/**
 * The counts of a slice in an area: at least `reports_certain`, up to `reports`; for each party
 * `reports_certain_PARTY` and `reports_PARTY` (`reports_river_wardens`).
 */
function countProperties(
  conflict: Conflict,
  count: AreaCount | undefined,
  parties: GroupCounts | undefined,
  onFile: boolean,
) {
  const certain = count?.certain ?? 0
  const possible = count?.possible ?? 0
  const byParty = conflict.parties.flatMap(({ id }, index): [string, number][] => {
    const party = id.replaceAll('-', '_')
    const sure = parties?.certain[index] ?? 0
    return [
      [`reports_${party}`, sure + (parties?.possible[index] ?? 0)],
      [`reports_certain_${party}`, sure],
    ]
  })
  return {
    reports: certain + possible,
    reports_certain: certain,
    reports_possible: possible,
    // Those of `reports` placed here only approximately.
    approximate: count?.approximate ?? 0,
    // False when the whole dataset has no report here. Then 0 means that nothing is on file, not
    // that nothing happened.
    on_file: onFile,
    ...Object.fromEntries(byParty),
  }
}
