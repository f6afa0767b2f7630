import type { BBox, Feature, FeatureCollection, Geometry, MultiPoint } from 'geojson'
import GeoJSON from 'geojson'
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
  const bbox = findBox(features.map((feature) => feature.geometry))
  return { type: 'FeatureCollection', contactline, ...(bbox && { bbox }), features }
}

/** GeoJSON text, one line a feature and one a fact of the provenance, so that two exports compare line by line. */
export function geoJsonText(collection: ContactlineCollection<Geometry | null, unknown>): string {
  const features = collection.features.map((feature) => JSON.stringify(feature))
  return `${headOf(collection.contactline, collection.bbox)}${features.join(',\n')}${TAIL}`
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
    const { features, bbox } = reportsGeoJson(dataset, part, meta)
    if (bbox) boxes.push(bbox)
    const lines = features.map((feature) => JSON.stringify(feature))
    parts.push(`${parts.length > 0 ? ',\n' : ''}${lines.join(',\n')}`)
    await pause()
  }
  return [headOf(buildProvenance(slice, meta, dataset.conflict), boxAround(boxes)), ...parts, TAIL]
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

function headOf(contactline: Provenance, bbox: BBox | null | undefined): string {
  const facts = Object.entries(contactline).map(member)
  const members = [
    member(['type', 'FeatureCollection']),
    `"contactline":{\n${facts.join(',\n')}\n}`,
    ...(bbox ? [member(['bbox', bbox])] : []),
  ]
  return `{\n${members.join(',\n')},\n"features":[\n`
}

function boxAround(boxes: readonly BBox[]): BBox | null {
  if (boxes.length === 0) return null
  const side = (at: number, pick: (...values: number[]) => number) =>
    pick(...boxes.map((box) => box[at] ?? Number.NaN))
  return [side(0, Math.min), side(1, Math.min), side(2, Math.max), side(3, Math.max)]
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

/** West, south, east, north of all positions; null without one. The region is far from the antimeridian. */
function findBox(geometries: readonly (Geometry | null)[]): BBox | null {
  const box: BBox = [Infinity, Infinity, -Infinity, -Infinity]
  const visit = (coordinates: readonly unknown[]): void => {
    const [x, y] = coordinates
    if (typeof x === 'number' && typeof y === 'number') {
      box[0] = Math.min(box[0], x)
      box[1] = Math.min(box[1], y)
      box[2] = Math.max(box[2], x)
      box[3] = Math.max(box[3], y)
    } else for (const part of coordinates) if (Array.isArray(part)) visit(part)
  }
  for (const geometry of geometries) {
    if (geometry && geometry.type !== 'GeometryCollection') visit(geometry.coordinates)
  }
  return box[0] === Infinity ? null : box
}
