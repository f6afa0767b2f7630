import { join } from 'node:path'
import { readTable, type Table } from '../csv/table'
import { customInfo, type DatasetInfo } from '../export/provenance'
import { areaLocator, asPolygons } from '../geo/polygons'
import type { Issue } from '../issues/issue'
import { IssueCollector } from '../issues/issueCollector'
import { joinDataset } from '../join/joinReports'
import { POSITION_FIELD_NAMES } from '../model/fields'
import type { IncidentRecord } from '../model/report'
import type { Source } from '../model/source'
import { buildTables, TABLE_NAMES, type TableName, type Tables } from '../model/tables'
import { importGeoJson } from '../read/contactlineGeojson'
import { parsePlaces, readIncidentRows, readSourceRows } from '../read/parseTables'
import { conflictFolder, readConflict } from './conflictFile'
import { EXIT, Failure } from './failure'
import { expandFolders, isSameFile, readJson, readText, type TextFile } from './files'
import { recognise } from './recognise'

export interface NamedTable {
  readonly kind: TableName
  readonly file: string
  /** Null for standard input. */
  readonly path: string | null
  readonly text: string
  readonly table: Table
}

/** A joined dataset with what exports and messages need. */
export type Opened = ReturnType<typeof openDataset>

/** A file that was read, its number of rows, and whether it was given or is a shipped one. */
interface ReadFile {
  readonly file: string
  readonly kind: TableName
  readonly rows: number
  readonly own: boolean
}

export const FILE_NAMES = TABLE_NAMES.map((name) => `${name}.csv`)

/** Reads and recognises files. A folder means the tables in it, `-` standard input. */
export function readTables(paths: readonly string[], tables: Tables): NamedTable[] {
  const files = expandFolders(paths, FILE_NAMES).map(readText)
  return files.flatMap((file) => tablesOf(file, tables))
}

function tablesOf(file: TextFile, tables: Tables): NamedTable[] {
  const { name, path, text } = file
  const named = (kind: TableName, table: Table): NamedTable => ({
    kind,
    file: name,
    path,
    text,
    table,
  })
  if (/^\uFEFF?\s*[{[]/.test(text)) {
    const { incidents, sources } = importGeoJson(text, name)
    return [named('incidents', incidents), named('sources', sources)]
  }
  const table = readTable(text, name)
  if (table.columns.length === 0) {
    throw new Failure(EXIT.dataErrors, { code: 'emptyFile', params: { name } })
  }
  const kind = recognise(table, name, tables)
  return [named(kind, withUnknownColumns(table, kind, name, tables))]
}

/** Reports each unknown column: a misspelt one would be ignored silently. */
function withUnknownColumns(table: Table, kind: TableName, file: string, tables: Tables): Table {
  const known = new Set([
    ...tables[kind].map(({ name }) => name),
    ...(kind === 'incidents' ? [...POSITION_FIELD_NAMES, ...EXPORT_COLUMNS] : []),
  ])
  const ofHeader = new IssueCollector(file, 1, '')
  for (const name of table.columns) {
    if (name !== '' && !known.has(name)) ofHeader.warning('unknownColumn', name)
  }
  return { ...table, issues: [...table.issues, ...ofHeader.list] }
}

/**
 * Columns that an export adds to a reports file. They are derived from the others and not read
 * back.
 */
const EXPORT_COLUMNS = ['certainty', 'placement', 'area_ids', 'citation', 'source_urls']

/**
 * Joins reports to sources and places: those in the given files, and the shipped one for each table
 * that is not given. `dataFolder` is the folder of the shipped files.
 */
export function openDataset(paths: readonly string[], dataFolder: string) {
  const conflict = readConflict(conflictFolder(paths, dataFolder))
  const columns = buildTables(conflict)
  const given = readTables(paths, columns)
  const shipped = (kind: TableName) => readTables([join(dataFolder, `${kind}.csv`)], columns)
  const tables = (['incidents', 'sources', 'places'] as const).flatMap((kind) => {
    const own = given.filter((table) => table.kind === kind)
    return own.length > 0 ? own : shipped(kind)
  })
  const issues: Issue[] = []
  const read: ReadFile[] = []
  const own = <T>(
    kind: TableName,
    parse: (table: NamedTable) => { rows: readonly T[]; issues: readonly Issue[] },
  ) =>
    tables
      .filter((table) => table.kind === kind)
      .map((table) => {
        const parsed = parse(table)
        issues.push(...parsed.issues)
        read.push({ file: table.file, kind, rows: parsed.rows.length, own: given.includes(table) })
        return { file: table.file, rows: parsed.rows }
      })
  const incidents = own('incidents', ({ table, file }) => readIncidentRows(table, file, conflict))
  const sources = own('sources', ({ table, file }) => readSourceRows(table, file))
  const places = own('places', ({ text, file }) => parsePlaces(text, file, conflict))

  const reports = numbered(incidents)
  const isOwn = tables.some(
    ({ kind, path }) =>
      kind === 'incidents' &&
      (path === null || !isSameFile(path, join(dataFolder, 'incidents.csv'))),
  )
  const hasPositions = reports.records.some(({ position }) => position !== null)
  const gazetteer = places.flatMap(({ rows }) => rows)
  const dataset = joinDataset({
    conflict,
    incidents: reports.records,
    sources: once(sources.flatMap(({ rows }) => rows)),
    places: gazetteer,
    issues: [],
    file: '',
    areaAt: hasPositions ? areaLocator(readDistricts(dataFolder)) : null,
  })
  const joined = dataset.issues.map((issue) => ({ ...issue, ...reports.fileOf(issue.row ?? 0) }))
  const files = incidents.map(({ file }) => file).join(', ')
  const info: DatasetInfo = isOwn ? customInfo(conflict, files) : conflict
  return {
    dataset: { ...dataset, issues: [...issues, ...reports.issues, ...joined] },
    info,
    tables: columns,
    places: gazetteer,
    /** The header of its gazetteer. */
    placeColumns: tables.flatMap(({ kind, table }) => (kind === 'places' ? table.columns : [])),
    read,
    /** The file of a joined report's `row`, and the row in it. */
    fileOf: reports.fileOf,
  }
}

export function readDistricts(dataFolder: string) {
  const path = join(dataFolder, 'districts.geojson')
  return asPolygons(readJson(path), path)
}

/**
 * The reports of all files, with row numbers that are unique across files, so that issues of the
 * join can be traced to their file. An id used in an earlier file is rejected, as within one file.
 */
function numbered(
  files: readonly { readonly file: string; readonly rows: readonly IncidentRecord[] }[],
) {
  const records: IncidentRecord[] = []
  const issues: Issue[] = []
  const starts: { file: string; start: number }[] = []
  const seen = new Map<string, string>()
  let start = 0
  for (const { file, rows } of files) {
    starts.push({ file, start })
    for (const record of rows) {
      const first = seen.get(record.id)
      if (first !== undefined) {
        const ofRow = new IssueCollector(file, record.row, record.id)
        ofRow.error('idInOtherFile', 'id', { file: first })
        issues.push(...ofRow.list)
        continue
      }
      seen.set(record.id, file)
      records.push({ ...record, row: record.row + start })
    }
    start += rows.reduce((last, { row }) => Math.max(last, row), 0)
  }
  const fileOf = (row: number) => {
    const home = starts.findLast((each) => each.start < row)
    return { file: home?.file ?? '', row: row - (home?.start ?? 0) }
  }
  return { records, issues, fileOf }
}

function once(sources: readonly Source[]): Source[] {
  return [...new Map(sources.map((source) => [source.id, source])).values()]
}
