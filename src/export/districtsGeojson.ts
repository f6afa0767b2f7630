import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import type { Conflict } from '../model/conflict'
import type { AreaId } from '../model/ids'
import type { GroupCounts } from '../query/counts'
import { areasOnFile, countGroupsByArea, noneOf, sumGroups } from '../query/groups'
import type { Slice } from '../query/slice'
import type { Dataset } from '../store/dataset'
import { outlineFeatures } from './outlines'
import { buildProvenance, type ExportMeta } from './provenance'
import { type ContactlineCollection, collectionOf } from './reportsGeojson'

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
 * The districts, all MultiPolygon, each with its names and its counts in the slice. An area that has reports but
 * no polygon comes last, without a geometry, so that no report is lost; reports without any area
 * are `contactline.counts.not_located`. A report that names several areas counts in each.
 */
export function districtsGeoJson(
  polygons: FeatureCollection<Polygon | MultiPolygon>,
  dataset: Dataset,
  slice: Slice,
  meta: ExportMeta,
): ContactlineCollection<MultiPolygon | null, DistrictProperties> {
  const onFile = areasOnFile(dataset)
  const own = outlineFeatures(polygons, dataset)
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
  const { languages } = dataset.conflict
  /** The same for every district, with an outline or without, so that columns have one type. */
  const properties = (id: AreaId, given: Readonly<Record<string, unknown>> = {}) => {
    const area = dataset.areas.get(id)
    const [lon = null, lat = null] = area?.label ?? (given.label as number[] | undefined) ?? []
    const names = languages
      .slice(1)
      .map(({ id: language }) => [`name_${language}`, area?.names[language] ?? ''])
    return {
      name: area?.name ?? given.name ?? id,
      ...Object.fromEntries(names),
      kind: area?.kind ?? given.kind ?? '',
      country: given.country ?? '',
      iso_3166_2: given.iso_3166_2 ?? '',
      pcode: given.pcode ?? '',
      focus: given.focus === true,
      label_lon: lon,
      label_lat: lat,
      source: given.source ?? '',
      ...countFacets(id),
    }
  }
  const features: Feature<MultiPolygon | null, DistrictProperties>[] = own.map((feature) => ({
    type: 'Feature',
    id: feature.id,
    geometry: feature.geometry,
    properties: properties(String(feature.id) as AreaId, feature.properties ?? {}),
  }))
  for (const id of dataset.areaIds) {
    if (drawn.has(id) || !slice.areas.has(id)) continue
    features.push({ type: 'Feature', id, geometry: null, properties: properties(id) })
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
