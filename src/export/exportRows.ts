import type { MultiPoint, MultiPolygon } from 'geojson'
import { type GeometryRole, leastExactRole } from '../model/geometryRole'
import type { Certainty } from '../model/interval'
import type { Incident, Location } from '../model/report'
import type { SelectedRows } from '../query/selectRows'
import type { Dataset } from '../store/dataset'

export const GEOMETRIES = ['points', 'outlines', 'none'] as const
export const ROWS = ['report', 'place'] as const

/** How reports become the rows of a file. */
export interface Layout {
  readonly geometry: (typeof GEOMETRIES)[number]
  readonly rows: (typeof ROWS)[number]
  /** The outlines of areas by id; only `outlines` needs them. */
  readonly outlines: ReadonlyMap<string, MultiPolygon>
}

/** A row a report, with points. */
export const PLAIN: Layout = { geometry: 'points', rows: 'report', outlines: new Map() }

/** A report, or one of its places where these have rows of their own. */
export interface ExportRow {
  readonly id: string
  readonly incident: Incident
  readonly certainty: Certainty
  readonly geometry: MultiPoint | MultiPolygon | null
  /** One for each member of the geometry's coordinates. */
  readonly roles: readonly GeometryRole[]
  /** 1 for the first of a report. */
  readonly number: number
  /** Null for a whole report, and for one without a place. */
  readonly place: Location | null
}

type Drawn = Pick<ExportRow, 'geometry' | 'roles'>

/** Some ms of writing. */
const REPORTS_A_STEP = 500
const NOTHING: Drawn = { geometry: null, roles: [] }
/** Decimals of a degree: about a metre, finer than any place here is known. */
const DECIMALS = 5

/** A slice cut into steps; its counts stay those of the whole. */
export function splitSlice<Rows extends SelectedRows>(slice: Rows): Rows[] {
  return Array.from({ length: Math.ceil(slice.rows.length / REPORTS_A_STEP) }, (_, step) => {
    const range = [step * REPORTS_A_STEP, (step + 1) * REPORTS_A_STEP] as const
    return {
      ...slice,
      rows: slice.rows.subarray(...range),
      certain: slice.certain.subarray(...range),
    }
  })
}

/** Whether some reports of a layout may have several rows. */
export function hasPlaceRows({ geometry, rows }: Layout): boolean {
  return rows === 'place' || geometry === 'outlines'
}

/** The rows of a slice, in its order. */
export function exportRows(dataset: Dataset, slice: SelectedRows, layout: Layout): ExportRow[] {
  return reportsOf(dataset, slice).flatMap(({ incident, certainty }) => {
    const parts = incident.locations.map((place) => draw(place, layout))
    // No type of geometry has both points and outlines.
    const isMixed = new Set(parts.flatMap(({ geometry }) => geometry?.type ?? [])).size > 1
    if (layout.rows === 'report' && !isMixed) {
      return [{ id: incident.id, incident, certainty, ...merge(parts), number: 1, place: null }]
    }
    return (parts.length === 0 ? [NOTHING] : parts).map((part, index) => ({
      id: `${incident.id}/${index + 1}`,
      incident,
      certainty,
      ...part,
      number: index + 1,
      place: incident.locations[index] ?? null,
    }))
  })
}

/** The reports of a slice with their certainty in it, in its order. Throws on a slice of another dataset. */
export function reportsOf(
  { incidents }: Dataset,
  slice: SelectedRows,
): { incident: Incident; certainty: Certainty }[] {
  return Array.from(slice.rows, (row, index) => {
    const incident = incidents.at(row)
    if (!incident) throw new Error(`row ${row} of the slice is not in the dataset`)
    return { incident, certainty: slice.certain[index] === 1 ? 'certain' : 'possible' }
  })
}

function draw({ area, position, role }: Location, { geometry, outlines }: Layout): Drawn {
  if (geometry === 'none') return NOTHING
  if (geometry === 'outlines' && role.endsWith('label-point')) {
    const outline = outlines.get(area ?? '')
    const outlined = role === 'former-unit-label-point' ? 'former-unit-outline' : 'district-outline'
    return outline ? { geometry: outline, roles: outline.coordinates.map(() => outlined) } : NOTHING
  }
  if (!position) return NOTHING
  const coordinates = [position.map(roundDegrees)]
  return { geometry: { type: 'MultiPoint', coordinates }, roles: [role] }
}

/** One geometry of several of a type. A position of several places has the least exact role. */
function merge(parts: readonly Drawn[]): Drawn {
  const members = new Map<string, { readonly at: unknown; readonly role: GeometryRole }>()
  const drawn = parts.filter(({ geometry }) => geometry !== null)
  for (const { geometry, roles } of drawn) {
    geometry?.coordinates.forEach((at, index) => {
      const key = String(at)
      const all = [members.get(key)?.role, roles[index]].filter((role) => role !== undefined)
      const role = leastExactRole(all)
      if (role !== 'none') members.set(key, { at, role })
    })
  }
  const [first] = drawn
  if (!first) return NOTHING
  const coordinates = [...members.values()].map(({ at }) => at)
  return {
    geometry: { type: first.geometry?.type, coordinates } as ExportRow['geometry'],
    roles: [...members.values()].map(({ role }) => role),
  }
}

export function roundDegrees(degrees: number): number {
  // Adding zero turns -0, which JSON cannot write, into 0.
  return Number(degrees.toFixed(DECIMALS)) + 0
}
