import Papa from 'papaparse'
import { FORMULA_START } from '../formula'
import { importGeoJson } from '../importGeojson'
import type { Row, Table } from '../table'
import { NotData, type OpenedTable, type Recognised } from './contract'

type Json = Readonly<Record<string, unknown>>

const GEOMETRIES = new Set([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
])
const RECORD_SEPARATOR = '\u001e'
const POLYGONAL = new Set(['Polygon', 'MultiPolygon'])
const POINTS = new Set(['Point', 'MultiPoint'])

/** What a GeoJSON text holds: districts, an export of Contactline, or a table of its features. */
export type GeoJsonContent =
  | Extract<Recognised, { kind: 'areas' }>
  | { readonly kind: 'export'; readonly table: OpenedTable; readonly sources: OpenedTable }
  | { readonly kind: 'features'; readonly table: OpenedTable }

/**
 * Reads GeoJSON (RFC 7946): a collection, a feature, a geometry, or one feature a line. Throws NotData, with a
 * sentence, for JSON that is none. Every feature is a row, so that the rows count as the features do.
 */
export function readGeoJson(text: string, file: string, encoding: string): GeoJsonContent {
  const value = parse(text)
  const features = featuresOf(value)
  if (features.length === 0) throw new NotData('The file is GeoJSON without any feature.')
  if (isExport(value, features)) {
    const { incidents, sources } = importGeoJson(text, file)
    return {
      kind: 'export',
      table: tableOf(withGaps(incidents, features.length), encoding),
      sources: tableOf(sources, encoding),
    }
  }
  if (!areOutlines(features)) return { kind: 'features', table: featureTable(features, encoding) }
  const collection = { type: 'FeatureCollection', features } as unknown
  return {
    kind: 'areas',
    collection: collection as Extract<Recognised, { kind: 'areas' }>['collection'],
  }
}

/** Polygons, and no point among them: what else there is cannot be drawn, and is told of each feature. */
function areOutlines(features: readonly Json[]): boolean {
  const types = features.map(geometryType)
  return types.some((type) => POLYGONAL.has(type)) && !types.some((type) => POINTS.has(type))
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return parseLines(text)
  }
}

/** GeoJSON text sequences (RFC 8142) and newline-delimited GeoJSON. */
function parseLines(text: string): unknown {
  const lines = text
    .replaceAll(RECORD_SEPARATOR, '\n')
    .split('\n')
    .filter((line) => line.trim() !== '')
  try {
    const features = lines.map((line) => JSON.parse(line) as unknown)
    if (features.length > 1) return { type: 'FeatureCollection', features }
  } catch {
    // Said below: it is neither.
  }
  throw new NotData('The file begins as JSON but is damaged or cut off. Fetch or save it again.')
}

function featuresOf(value: unknown): readonly Json[] {
  if (isObject(value)) {
    if (value.type === 'FeatureCollection' && Array.isArray(value.features)) {
      return value.features.map((feature) => (isObject(feature) ? feature : {}))
    }
    if (value.type === 'Feature') return [value]
    if (GEOMETRIES.has(String(value.type))) {
      return [{ type: 'Feature', properties: {}, geometry: value }]
    }
  }
  throw new NotData('This is JSON, but no GeoJSON. Open a GeoJSON or CSV file.')
}

function isExport(value: unknown, features: readonly Json[]): boolean {
  const [first] = features
  const properties = first && isObject(first.properties) ? first.properties : {}
  return (
    (isObject(value) && isObject(value.contactline)) ||
    (properties.date_start !== undefined && properties.area_names_as_recorded !== undefined)
  )
}

/** An empty row for each feature that is no report: it is refused where it stands, and the others keep their numbers. */
function withGaps({ columns, rows, issues }: Table, length: number): Table {
  const byLine = new Map(rows.map((row) => [row.line, row]))
  const all = Array.from({ length }, (_, index): Row => {
    return byLine.get(index + 1) ?? { line: index + 1, cells: {} }
  })
  return { columns, rows: all, issues: issues.filter(({ row }) => row === null) }
}

/** The properties of features as columns, with the coordinates of points. */
function featureTable(features: readonly Json[], encoding: string): OpenedTable {
  const names = new Set<string>()
  for (const { properties } of features) {
    for (const name of Object.keys(isObject(properties) ? properties : {})) names.add(name)
  }
  const withIds = features.some(({ id }) => id !== undefined) && !names.has('id')
  const [lon, lat] = names.has('longitude') && names.has('latitude') ? [] : ['lon', 'lat']
  for (const name of [lon, lat]) if (name !== undefined) names.delete(name)
  const columns = [...(withIds ? ['id'] : []), ...names, ...(lon && lat ? [lon, lat] : [])]
  const unplaced = new Map<string, number>()
  const rows = features.map((feature, index): Row => {
    const cells: Record<string, string> = {}
    const properties = isObject(feature.properties) ? feature.properties : {}
    for (const [name, value] of Object.entries(properties)) cells[name] = textOf(value)
    if (withIds) cells.id = textOf(feature.id)
    const point = pointOf(feature)
    if (lon && lat && point) [cells[lon], cells[lat]] = [String(point[0]), String(point[1])]
    const type = geometryType(feature)
    if (!point && type !== '') unplaced.set(type, (unplaced.get(type) ?? 0) + 1)
    return { line: index + 1, cells }
  })
  const notes = [...unplaced].map(
    ([type, count]) =>
      `${count} of ${features.length} features are a ${type}, not a point: read without coordinates`,
  )
  return { ...tableOf({ columns, rows, issues: [] }, encoding), notes }
}

function pointOf({ geometry }: Json): readonly [unknown, unknown] | null {
  if (!isObject(geometry) || !Array.isArray(geometry.coordinates)) return null
  const { type, coordinates } = geometry
  const single = type === 'MultiPoint' && coordinates.length === 1 ? coordinates[0] : coordinates
  const isPoint = type === 'Point' || (type === 'MultiPoint' && coordinates.length === 1)
  return isPoint && Array.isArray(single) ? [single[0], single[1]] : null
}

function geometryType({ geometry }: Json): string {
  return isObject(geometry) ? String(geometry.type) : ''
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** A table as CSV text, which is what rows are read from. */
function tableOf({ columns, rows, issues }: Table, encoding: string): OpenedTable {
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
    notes: issues.map(({ message }) => message),
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
