import { bbox } from '@turf/turf'
import type { BBox, Feature, FeatureCollection, Geometry } from 'geojson'
import { type Bounds, boundsAround } from '../geo/edges'
import type { Incident } from '../model/report'
import type { Source } from '../model/source'
import type { Slice } from '../query/slice'
import type { Dataset } from '../store/dataset'
import { exportColumns } from './exportColumns'
import { type ExportRow, exportRows, type Layout, PLAIN, splitSlice } from './exportRows'
import { buildProvenance, type ExportMeta, type Provenance } from './provenance'
import type { Pause } from './reportsCsv'

/** A source as in the file; only its id when the dataset has nothing else about it. */
interface ExportedSource extends Partial<Omit<Source, 'id'>> {
  readonly id: string
  /** Set on the source of a denial that the report itself does not cite. */
  readonly cited_for?: 'denial'
}

/** The columns of exports as flat properties; its sources are complete. */
type ReportProperties = Readonly<Record<string, string | number | null>> & {
  readonly sources: readonly ExportedSource[]
}

/** A FeatureCollection (RFC 7946) with Contactline's foreign member. */
export interface ContactlineCollection<
  G extends Geometry | null = ExportRow['geometry'],
  P = ReportProperties,
> extends FeatureCollection<G, P> {
  readonly contactline: Provenance
}

/**
 * The reports of a slice, in its order: by default MultiPoint with one position for each place of
 * the report that has one, or null when none has. Equal slices and meta give equal collections; an
 * empty slice gives an empty one.
 */
export function reportsGeoJson(
  dataset: Dataset,
  slice: Slice,
  meta: ExportMeta,
  layout = PLAIN,
): ContactlineCollection {
  const features = reportFeatures(dataset, slice, meta, layout)
  return collectionOf(features, buildProvenance(slice, meta, dataset.conflict))
}

function reportFeatures(dataset: Dataset, slice: Slice, meta: ExportMeta, layout: Layout) {
  const columns = exportColumns(dataset, meta, layout).filter(({ name }) => name !== 'id')
  return exportRows(dataset, slice, layout).map(
    (row): Feature<ExportRow['geometry'], ReportProperties> => {
      const cells = columns.map(({ name, read }) => [name, read(row)])
      const sources = exportedSources(row.incident, dataset)
      const properties = { ...Object.fromEntries(cells), sources }
      return { type: 'Feature', id: row.id, geometry: row.geometry, properties }
    },
  )
}

/** The cited sources in the report's order, then the denial's if it is not one of them. */
function exportedSources(incident: Incident, { sources }: Dataset): ExportedSource[] {
  const { denial_source: denialSource } = incident.record
  const cited: ExportedSource[] = incident.record.sources.map((id) => sources.get(id) ?? { id })
  if (denialSource === null || incident.record.sources.includes(denialSource)) return cited
  const denial = sources.get(denialSource) ?? { id: denialSource }
  return [...cited, { ...denial, cited_for: 'denial' }]
}

/** Puts features under their provenance, with the box around the geometries when there is any (RFC 7946, 5). */
export function collectionOf<G extends Geometry | null, P>(
  features: Feature<G, P>[],
  contactline: Provenance,
): ContactlineCollection<G, P> {
  // It skips features without a geometry.
  const box = bbox({ type: 'FeatureCollection', features: features as Feature[] })
  return { type: 'FeatureCollection', contactline, ...(isBox(box) && { bbox: box }), features }
}

/** GeoJSON text, one line a feature and one a fact of the provenance, so that two exports compare line by line. */
export function geoJsonText(collection: ContactlineCollection<Geometry | null, unknown>): string {
  const features = collection.features.map((feature) => JSON.stringify(feature))
  const { contactline, bbox: box } = collection
  return `${headOf(contactline, box)}${features.join(',\n')}${TAIL}`
}

/**
 * The text of `geoJsonText` of `reportsGeoJson` in parts, for any number of reports. Awaits `pause`
 * between steps, so that a page can do something else.
 */
export async function reportsGeoJsonParts(
  dataset: Dataset,
  slice: Slice,
  meta: ExportMeta,
  pause?: Pause,
  layout = PLAIN,
): Promise<string[]> {
  const parts: string[] = []
  const boxes: BBox[] = []
  for (const part of splitSlice(slice)) {
    const { features, bbox: box } = reportsGeoJson(dataset, part, meta, layout)
    if (box) boxes.push(box)
    const lines = features.map((feature) => JSON.stringify(feature))
    parts.push(`${parts.length > 0 ? ',\n' : ''}${lines.join(',\n')}`)
    await pause?.()
  }
  const around: BBox = [...boundsAround(boxes as Bounds[])]
  const provenance = buildProvenance(slice, meta, dataset.conflict)
  return [headOf(provenance, isBox(around) ? around : undefined), ...parts, TAIL]
}

const TAIL = '\n]\n}\n'

function headOf(contactline: Provenance, box: BBox | undefined): string {
  const facts = Object.entries(contactline).map(member)
  const members = [
    member(['type', 'FeatureCollection']),
    `"contactline":{\n${facts.join(',\n')}\n}`,
    ...(box ? [member(['bbox', box])] : []),
  ]
  return `{\n${members.join(',\n')},\n"features":[\n`
}

/** Around no geometry, there is none. */
function isBox([west]: BBox): boolean {
  return west < Infinity
}

function member([key, value]: [string, unknown]): string {
  return `${JSON.stringify(key)}:${JSON.stringify(value)}`
}
