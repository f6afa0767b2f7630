import Papa from 'papaparse'
import { FORMULA_START } from '../csv/formula'
import type { Row, Table } from '../csv/table'
import { type IssueMessage, issueMessage } from '../issues/issue'
import { FIELD_NAMES, POSITION_FIELD_NAMES } from '../model/fields'
import { importGeoJson } from './contactlineGeojson'
import type { OpenedTable, Recognised } from './format'
import {
  type GeoJsonFeatures,
  geometryType,
  isObject,
  type Json,
  readFeatures,
} from './geojsonFeatures'

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
  const read = readFeatures(text)
  const { features, notes } = read
  if (areOutlines(features)) {
    const collection = { type: 'FeatureCollection', features } as unknown
    return {
      kind: 'areas',
      collection: collection as Extract<Recognised, { kind: 'areas' }>['collection'],
      notes,
    }
  }
  if (!isExport(read)) return { kind: 'features', table: featureTable(features, notes, encoding) }
  const whole = read.isCollection ? text : JSON.stringify({ type: 'FeatureCollection', features })
  const { incidents, sources } = importGeoJson(whole, file)
  const all = [...incidents.issues, ...sources.issues]
  const rowNotes = new Map<number, IssueMessage[]>()
  for (const issue of all) {
    const { row } = issue
    if (row !== null) rowNotes.set(row, [...(rowNotes.get(row) ?? []), issue])
  }
  const ofFile = all.filter(({ row }) => row === null)
  return {
    kind: 'export',
    table: {
      ...tableOf(withGaps(incidents, features), encoding),
      notes: [...notes, ...ofFile],
      rowNotes,
    },
    sources: tableOf(sources, encoding),
  }
}

/** Polygons, and no point among them: what else there is cannot be drawn, and is told of each feature. */
function areOutlines(features: readonly Json[]): boolean {
  const types = features.map(geometryType)
  return types.some((type) => POLYGONAL.has(type)) && !types.some((type) => POINTS.has(type))
}

/** Whether features are reports that Contactline exported, also when some were edited since. */
function isExport({ features, isMarked }: GeoJsonFeatures): boolean {
  const has = (properties: unknown, name: string) =>
    isObject(properties) && properties[name] !== undefined
  return features.some(
    ({ properties }) =>
      has(properties, 'date_start') && (isMarked || has(properties, 'area_names_as_recorded')),
  )
}

/** Features that are no report come as they are: they are refused where they stand, and can be saved like any other row. */
function withGaps({ columns, rows, issues }: Table, features: readonly Json[]): Table {
  const byLine = new Map(rows.map((row) => [row.line, row]))
  const all = features.map((feature, index): Row => {
    return byLine.get(index + 1) ?? { line: index + 1, cells: reportCells(feature) }
  })
  return { columns, rows: all, issues }
}

function reportCells({ id, properties }: Json): Row['cells'] {
  const given = isObject(properties) ? properties : {}
  const cells: Record<string, string> = Object.create(null)
  for (const name of [...FIELD_NAMES, ...POSITION_FIELD_NAMES])
    cells[name] = decodeText(given[name])
  cells.id = decodeText(id)
  cells.areas = decodeText(given.area_names_as_recorded ?? given.areas)
  return cells
}

/** The properties of features as columns, with the coordinates of points. */
function featureTable(
  features: readonly Json[],
  notes: readonly IssueMessage[],
  encoding: string,
): OpenedTable {
  const names = new Set<string>()
  for (const { properties } of features) {
    for (const name of Object.keys(isObject(properties) ? properties : {})) names.add(name)
  }
  const withIds = features.some(({ id }) => id !== undefined) && !names.has('id')
  const [lon, lat] =
    names.has('longitude') && names.has('latitude') ? ['longitude', 'latitude'] : ['lon', 'lat']
  const columns = [...new Set([...(withIds ? ['id'] : []), ...names, lon, lat])]
  const unplaced = new Map<string, number>()
  const rowNotes = new Map<number, IssueMessage[]>()
  const rows = features.map((feature, index): Row => {
    const line = index + 1
    const cells: Record<string, string> = Object.create(null)
    const properties = isObject(feature.properties) ? feature.properties : {}
    for (const [name, value] of Object.entries(properties)) cells[name] = decodeText(value)
    if (withIds) cells.id = decodeText(feature.id)
    const point = pointOf(feature)
    const type = geometryType(feature)
    if (point) [cells[lon], cells[lat]] = point
    else if (type === 'Point') rowNotes.set(line, [issueMessage('pointWithoutCoordinates', '')])
    else if (type !== '') {
      unplaced.set(type, (unplaced.get(type) ?? 0) + 1)
      rowNotes.set(line, [issueMessage('notPoint', '', { type })])
    }
    return { line, cells }
  })
  const total = features.length
  const counts = [...unplaced].map(([type, n]) =>
    issueMessage('featuresNotPoints', '', { n, total, type }),
  )
  const table = tableOf({ columns, rows, issues: [] }, encoding)
  return { ...table, notes: [...notes, ...counts], rowNotes }
}

function pointOf({ geometry }: Json): readonly [lon: string, lat: string] | null {
  if (!isObject(geometry) || !Array.isArray(geometry.coordinates)) return null
  const { type, coordinates } = geometry
  const single = type === 'MultiPoint' && coordinates.length === 1 ? coordinates[0] : coordinates
  const isPoint = type === 'Point' || (type === 'MultiPoint' && coordinates.length === 1)
  if (!isPoint || !Array.isArray(single)) return null
  const [lon, lat] = [decodeText(single[0]), decodeText(single[1])]
  return lon === '' && lat === '' ? null : [lon, lat]
}

function decodeText(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** A table as CSV text, which is what rows are read from. */
function tableOf({ columns, rows }: Table, encoding: string): OpenedTable {
  const cells = (row: Row) => columns.map((name) => row.cells[name] ?? '')
  const write = (lines: readonly (readonly string[])[]) =>
    Papa.unparse([...lines.map((line) => [...line])], {
      newline: '\n',
      escapeFormulae: FORMULA_START,
    })
  const head = `${write([columns])}\n`
  const encoder = new TextEncoder()
  return {
    bytes: encoder.encode(`${head}${rows.length > 0 ? `${write(rows.map(cells))}\n` : ''}`),
    delimiter: ',',
    header: columns,
    headerEnd: encoder.encode(head).length,
    headerLines: 1,
    numbering: 'feature',
    encoding,
    notes: [],
    rowNotes: new Map(),
  }
}
