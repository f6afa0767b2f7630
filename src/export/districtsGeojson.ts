import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import type { Conflict } from '../model/conflict'
import type { AreaId } from '../model/ids'
import type { GroupCounts } from '../query/counts'
import { areasOnFile, countGroupsByArea, noneOf, sumGroups } from '../query/groups'
import type { Slice } from '../query/slice'
import type { Dataset } from '../store/dataset'
import { buildProvenance, type ExportMeta } from './provenance'
import { type ContactlineCollection, collectionOf } from './reportsGeojson'

type Shape = Polygon | MultiPolygon

type DistrictProperties = ReturnType<typeof groupProperties> & {
  /** Those of `reports` placed here only approximately. */
  readonly approximate: number
  /**
   * False when the whole dataset has no report here. Then 0 means that nothing is on file, not that
   * nothing happened.
   */
  readonly on_file: boolean
}

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
  // Of a file of another part of the world, the shipped ones are none of its own.
  const isHome = polygons.features.some(({ id }) => dataset.areas.has(String(id) as AreaId))
  const own = isHome ? polygons.features : []
  const drawn = new Set(own.map((feature) => feature.id))
  const parties = countGroupsByArea(dataset, slice, 'party')
  const countFacets = (id: AreaId): DistrictProperties => {
    const groups = parties.get(id) ?? noneOf(dataset.conflict, 'party')
    const { reports, reports_certain, reports_possible, ...byParty } = groupProperties(
      dataset.conflict,
      groups,
    )
    const approximate = slice.areas.get(id)?.approximate ?? 0
    const counts = { reports, reports_certain, reports_possible, approximate }
    return { ...counts, on_file: onFile.has(id), ...byParty }
  }
  const features: Feature<Shape | null, DistrictProperties>[] = own.map((feature) => ({
    ...feature,
    properties: { ...feature.properties, ...countFacets(String(feature.id) as AreaId) },
  }))
  for (const id of dataset.areaIds) {
    if (drawn.has(id) || !slice.areas.has(id)) continue
    const area = dataset.areas.get(id)
    const properties = { id, name: area?.name ?? id, kind: area?.kind ?? '', ...countFacets(id) }
    features.push({ type: 'Feature', id, geometry: null, properties })
  }
  return collectionOf(features, buildProvenance(slice, meta, dataset.conflict))
}

/** How many reports there are, in all and by party, with the certain ones by themselves. */
export function groupProperties(conflict: Conflict, groups: GroupCounts) {
  const { certain, possible } = sumGroups(groups)
  const byParty = conflict.parties.flatMap(({ id }, index): [string, number][] => {
    const party = id.replaceAll('-', '_')
    const sure = groups.certain[index] ?? 0
    return [
      [`reports_${party}`, sure + (groups.possible[index] ?? 0)],
      [`reports_certain_${party}`, sure],
    ]
  })
  return {
    reports: certain + possible,
    reports_certain: certain,
    reports_possible: possible,
    ...Object.fromEntries(byParty),
  }
}
