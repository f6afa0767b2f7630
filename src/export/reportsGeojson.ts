import { bbox } from '@turf/turf'
import type { BBox, Feature, FeatureCollection, Geometry, MultiPoint } from 'geojson'
import GeoJSON from 'geojson'
import { type Bounds, boundsAround } from '../geo/edges'
import type { Certainty } from '../model/interval'
import type { Incident, Location } from '../model/report'
import type { Slice } from '../query/slice'
import type { Dataset } from '../store/dataset'
import { buildProvenance, type ExportMeta, type Provenance } from './provenance'
import { type ReportProperties, reportProperties } from './reportProperties'

/** Decimals of a degree: about a metre, finer than any place here is known. */
const DECIMALS = 5

/** A FeatureCollection (RFC 7946) with Contactline's foreign member. */
export interface ContactlineCollection<
  G extends Geometry | null = MultiPoint | null,
  P = ReportProperties,
> extends FeatureCollection<G, P> {
  readonly contactline: Provenance
}

/**
 * The reports of a slice, in its order: MultiPoint with one position for each place of the report that
 * has one, or null when none has. Equal slices and meta give equal collections; an empty slice gives an empty one.
 */
export function reportsGeoJson(
  dataset: Dataset,
  slice: Slice,
  meta: ExportMeta,
): ContactlineCollection {
  const reports = reportsOf(dataset, slice)
  const records = reports.map(({ incident, certainty }) => ({
    ...reportProperties(incident, dataset, certainty, meta),
    geometry: multiPointOf(incident.locations),
  }))
  // The package keeps its options in module state and writes into the object they come in: each call
  // gets a fresh one. Feature ids it does not know.
  const { features } = GeoJSON.parse(records, { GeoJSON: 'geometry' })
  return collectionOf(
    features.map(({ type, geometry, properties }, index) => {
      return { type, id: reports[index]?.incident.id, geometry, properties }
    }),
    buildProvenance(slice, meta, dataset.conflict),
  )
}

/** The reports of a slice with their certainty in it, in its order. Throws on a slice of another dataset. */
export function reportsOf(
  { incidents }: Dataset,
  slice: Slice,
): { incident: Incident; certainty: Certainty }[] {
  return Array.from(slice.rows, (row, index) => {
    const incident = incidents.at(row)
    if (!incident) throw new Error(`row ${row} of the slice is not in the dataset`)
    return { incident, certainty: slice.certain[index] === 1 ? 'certain' : 'possible' }
  })
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

/** Some ms of writing. */
const REPORTS_A_STEP = 500

/**
 * The text of `geoJsonText` of `reportsGeoJson` in parts, for any number of reports. Awaits `pause`
 * between steps, so that a page can do something else.
 */
export async function reportsGeoJsonParts(
  dataset: Dataset,
  slice: Slice,
  meta: ExportMeta,
  pause: () => Promise<void>,
): Promise<string[]> {
  const parts: string[] = []
  const boxes: BBox[] = []
  for (const part of splitSlice(slice)) {
    const { features, bbox: box } = reportsGeoJson(dataset, part, meta)
    if (box) boxes.push(box)
    const lines = features.map((feature) => JSON.stringify(feature))
    parts.push(`${parts.length > 0 ? ',\n' : ''}${lines.join(',\n')}`)
    await pause()
  }
  const around: BBox = [...boundsAround(boxes as Bounds[])]
  const provenance = buildProvenance(slice, meta, dataset.conflict)
  return [headOf(provenance, isBox(around) ? around : undefined), ...parts, TAIL]
}

/** A slice cut into steps; its counts stay those of the whole. */
export function splitSlice(slice: Slice): Slice[] {
  return Array.from({ length: Math.ceil(slice.rows.length / REPORTS_A_STEP) }, (_, step) => {
    const range = [step * REPORTS_A_STEP, (step + 1) * REPORTS_A_STEP] as const
    return {
      ...slice,
      rows: slice.rows.subarray(...range),
      certain: slice.certain.subarray(...range),
    }
  })
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

/** Every position once. Two places that share a point are one mark. */
function multiPointOf(locations: readonly Location[]): MultiPoint | null {
  const positions = new Map<string, number[]>()
  for (const { position } of locations) {
    if (!position) continue
    const rounded = position.map(roundDegrees)
    positions.set(rounded.join(' '), rounded)
  }
  return positions.size === 0 ? null : { type: 'MultiPoint', coordinates: [...positions.values()] }
}

export function roundDegrees(degrees: number): number {
  // Adding zero turns -0, which JSON cannot write, into 0.
  return Number(degrees.toFixed(DECIMALS)) + 0
}
