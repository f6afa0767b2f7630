import Papa from 'papaparse'
import { FORMULA_START } from '../../csv/formula'
import { type IssueMessage, issueMessage } from '../../issues/issue'
import { UserError } from '../../issues/problem'
import { RECORDED_AREAS } from '../columns/asRecorded'
import type { OpenedTable, Recognised } from '../format'
import { importFeatures } from './contactlineGeojson'
import {
  type GeoJsonFeatures,
  geometryType,
  isObject,
  type Json,
  readFeatures,
} from './geojsonFeatures'

/** Columns that any table may have. */
const MIN_COLUMNS = 100
/** Cells of a table for each value in it. */
const MAX_EMPTY = 20
const POLYGONAL = new Set(['Polygon', 'MultiPolygon'])
const POINTS = new Set(['Point', 'MultiPoint'])

/** What a GeoJSON text holds: districts, an export of Contactline, or a table of its features. */
export type GeoJsonContent =
  | Extract<Recognised, { kind: 'areas' }>
  | { readonly kind: 'export'; readonly table: OpenedTable; readonly sources: OpenedTable }
  | { readonly kind: 'features'; readonly table: OpenedTable }

/**
 * Reads GeoJSON (geojsonFeatures.ts). Throws a UserError for other JSON. Every feature is a row, so
 * that rows are numbered as features are.
 */
export function readGeoJson(text: string, file: string, encoding: string): GeoJsonContent {
  return readFeatureList(readFeatures(text), file, encoding)
}

/** The same for features that are read already. */
export function readFeatureList(
  read: GeoJsonFeatures,
  file: string,
  encoding: string,
): GeoJsonContent {
  const { features, notes } = read
  if (features.length === 0) throw new UserError({ code: 'noFeature' })
  if (!isExport(read) && areOutlines(features)) {
    const collection = { type: 'FeatureCollection', features } as unknown
    return {
      kind: 'areas',
      collection: collection as Extract<Recognised, { kind: 'areas' }>['collection'],
      notes,
    }
  }
  if (!isExport(read)) return { kind: 'features', table: featureTable(features, notes, encoding) }
  const { incidents, sources } = importFeatures(features, read.isMarked, file)
  const all = [...incidents.issues, ...sources.issues]
  const rowNotes = new Map<number, IssueMessage[]>()
  for (const issue of all) {
    const { row } = issue
    if (row !== null) rowNotes.set(row, [...(rowNotes.get(row) ?? []), issue])
  }
  const ofFile = all.filter(({ row }) => row === null)
  // Features that are not reports keep their rows: they are rejected there, and can be saved.
  const byLine = new Map(incidents.rows.map((row) => [row.line, row.cells]))
  const rows = features.map((feature, index) => byLine.get(index + 1) ?? reportMembers(feature))
  const table = buildTable(incidents.columns, rows, encoding)
  return {
    kind: 'export',
    table: { ...table, notes: [...notes, ...ofFile], rowNotes },
    sources: buildTable(
      sources.columns,
      sources.rows.map(({ cells }) => cells),
      encoding,
    ),
  }
}

/** More polygons than points; other geometries among them are issues of their features. */
function areOutlines(features: readonly Json[]): boolean {
  const types = features.map(geometryType)
  const count = (wanted: ReadonlySet<string>) => types.filter((type) => wanted.has(type)).length
  return count(POLYGONAL) > count(POINTS)
}

/** Whether features are reports that Contactline exported, also when some were edited since. */
function isExport({ features, isMarked }: GeoJsonFeatures): boolean {
  const has = (properties: unknown, name: string) =>
    isObject(properties) && properties[name] !== undefined
  return features.some(
    ({ id, properties }) =>
      id !== undefined &&
      has(properties, 'date_start') &&
      (isMarked || has(properties, RECORDED_AREAS)),
  )
}

function reportMembers({ id, properties }: Json): Json {
  const given = isObject(properties) ? properties : {}
  return { ...given, areas: given[RECORDED_AREAS] ?? given.areas, id }
}

/** The properties of features as columns, with the coordinates of points. */
function featureTable(
  features: readonly Json[],
  notes: readonly IssueMessage[],
  encoding: string,
): OpenedTable {
  const { names, left } = columnNames(features)
  const withIds = features.some(({ id }) => id !== undefined) && !names.has('id')
  const [lon, lat] =
    names.has('longitude') && names.has('latitude') ? ['longitude', 'latitude'] : ['lon', 'lat']
  const places = features.some(({ geometry }) => isObject(geometry)) ? [lon, lat] : []
  const columns = [...new Set([...(withIds ? ['id'] : []), ...names, ...places])]
  const unplaced = new Map<string, number>()
  const rowNotes = new Map<number, IssueMessage[]>()
  const rows = features.map((feature, index) => {
    const properties = propertiesOf(feature)
    const point = pointOf(feature)
    const type = geometryType(feature)
    if (!point && type === 'Point') {
      rowNotes.set(index + 1, [issueMessage('pointWithoutCoordinates', '')])
    } else if (!point && type !== '') {
      unplaced.set(type, (unplaced.get(type) ?? 0) + 1)
      rowNotes.set(index + 1, [issueMessage('notPoint', '', { type })])
    }
    return {
      ...properties,
      ...(withIds && { id: feature.id }),
      ...(point && { [lon]: point[0], [lat]: point[1] }),
    }
  })
  const total = features.length
  const counts = [...unplaced].map(([type, n]) =>
    issueMessage('featuresNotPoints', '', { n, total, type }),
  )
  if (left > 0) counts.push(issueMessage('rareProperties', '', { n: left }))
  const table = buildTable(columns, rows, encoding)
  return { ...table, notes: [...notes, ...counts], rowNotes }
}

/**
 * The names of properties, in their order. Where features share few of them, those of most features
 * only: a table has a cell for each feature in each column.
 */
function columnNames(features: readonly Json[]): { names: Set<string>; left: number } {
  const counts = new Map<string, number>()
  let values = 0
  for (const each of features) {
    for (const name of Object.keys(propertiesOf(each))) {
      counts.set(name, (counts.get(name) ?? 0) + 1)
      values++
    }
  }
  const most = Math.max(MIN_COLUMNS, Math.floor((MAX_EMPTY * values) / features.length))
  if (counts.size <= most) return { names: new Set(counts.keys()), left: 0 }
  const kept = [...counts].sort(([, a], [, b]) => b - a).slice(0, most)
  return { names: new Set(kept.map(([name]) => name)), left: counts.size - most }
}

/** With the time of GeoJSON-T and Linked Places (`when`), if it has one. */
function propertiesOf({ properties, when }: Json): Json {
  const own = isObject(properties) ? properties : {}
  const [span] = isObject(when) && Array.isArray(when.timespans) ? when.timespans : []
  const { start, end } = Array.isArray(span) ? { start: span[0], end: span[3] } : (span ?? {})
  if (start === undefined) return own
  const first = isObject(start) ? (start.in ?? start.earliest ?? start.latest) : start
  const last = isObject(end) ? (end.in ?? end.latest ?? end.earliest) : end
  return { ...own, when_start: first, ...(last !== undefined && { when_end: last }) }
}

function pointOf({ geometry }: Json): readonly [lon: string, lat: string] | null {
  if (!isObject(geometry)) return null
  const { type, coordinates, geometries } = geometry
  if (Array.isArray(geometries) && geometries.length === 1) {
    // RFC 7946 advises against collections in each other.
    const [inner] = geometries
    return isObject(inner) && 'geometries' in inner ? null : pointOf({ geometry: inner })
  }
  if (!Array.isArray(coordinates)) return null
  const single = type === 'MultiPoint' && coordinates.length === 1 ? coordinates[0] : coordinates
  const isPoint = type === 'Point' || (type === 'MultiPoint' && coordinates.length === 1)
  if (!isPoint || !Array.isArray(single)) return null
  const [lon, lat] = [textOf(single[0]), textOf(single[1])]
  return lon === '' && lat === '' ? null : [lon, lat]
}

function textOf(value: unknown, name = 'coordinates'): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value) && value.length === 1 && !isNested(value[0])) return textOf(value[0])
  try {
    return JSON.stringify(value)
  } catch {
    throw new UserError({ code: 'nestedTooDeep', params: { name } })
  }
}

function isNested(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}

/** Writes values as CSV, from which rows are read like those of any file. */
function buildTable(
  header: readonly string[],
  rows: readonly Json[],
  encoding: string,
): OpenedTable {
  const write = (lines: string[][]) =>
    lines.length === 0
      ? ''
      : `${Papa.unparse(lines, { newline: '\n', escapeFormulae: FORMULA_START })}\n`
  const head = write([[...header]])
  const cell = (row: Json, name: string) =>
    Object.hasOwn(row, name) ? textOf(row[name], name) : ''
  const encoder = new TextEncoder()
  const body = write(rows.map((row) => header.map((name) => cell(row, name))))
  const bytes = encoder.encode(head + body)
  return {
    bytes,
    delimiter: ',',
    header,
    headerEnd: encoder.encode(head).length,
    headerLines: 1,
    numbering: 'feature',
    encoding,
    notes: [],
    rowNotes: new Map(),
  }
}
