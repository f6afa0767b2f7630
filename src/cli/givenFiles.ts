import { readTable, type Table } from '../csv/table'
import type { Issue, IssueMessage } from '../issues/issue'
import { IssueCollector } from '../issues/issueCollector'
import { UserError } from '../issues/problem'
import { problemText } from '../issues/problemText'
import { LABELS_COLUMN } from '../model/conflict'
import { POSITION_FIELD_NAMES } from '../model/fields'
import { TABLE_NAMES, type TableName, type Tables } from '../model/tables'
import type { ReportsFile } from '../open/openFiles'
import { type Decoded, decodeText } from '../read/decode'
import { recognise } from '../read/detect'
import type { Recognised } from '../read/format'
import { importGeoJson } from '../read/geojson/contactlineGeojson'
import { readHeader } from '../read/header'
import { listedRows } from '../read/listedRows'
import { readMapping } from './columnsOption'
import { EXIT, Failure } from './failure'
import { type ByteFile, expandFolders, readBytes } from './files'
import { recogniseTable } from './recogniseTable'

/** A table in Contactline's own columns. */
export interface NamedTable {
  readonly kind: TableName
  readonly file: string
  /** Null for standard input. */
  readonly path: string | null
  readonly text: string
  readonly table: Table
}

/** Reports in any other format. */
export interface ForeignFile {
  readonly kind: 'foreign'
  readonly file: string
  readonly path: string | null
  readonly opened: ReportsFile
}

export const FILE_NAMES = TABLE_NAMES.map((name) => `${name}.csv`)

/** `{` and `[`. */
const JSON_STARTS = new Set([0x7b, 0x5b])

/**
 * Reads files and tells what they are, by their contents. A folder means the tables in it, `-`
 * standard input. `columns` says what the columns of a table of unknown format mean.
 */
export async function readGiven(
  paths: readonly string[],
  tables: Tables,
  columns: readonly string[] = [],
): Promise<(NamedTable | ForeignFile)[]> {
  const given: (NamedTable | ForeignFile)[] = []
  for (const path of expandFolders(paths, FILE_NAMES)) {
    given.push(...(await readFile(readBytes(path), tables, columns)))
  }
  return given
}

async function readFile(
  file: ByteFile,
  tables: Tables,
  columns: readonly string[],
): Promise<(NamedTable | ForeignFile)[]> {
  const { name } = file
  try {
    const decoded = await decodeText(file.bytes)
    const own = ownTable(file, decoded, tables)
    if (own) return [own]
    const found = recognise(decoded.bytes, name, decoded.encoding)
    const isExport = found.kind === 'reports' && found.sources !== undefined
    return isExport ? exportTables(file, decoded) : [readOther(file, decoded, found, columns)]
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const { problem } = error
    if (problem.code === 'emptyFile') {
      throw new Failure(EXIT.dataErrors, { code: 'emptyFile', params: { name } })
    }
    const params = { name, sentence: problemText(problem) }
    throw new Failure(EXIT.dataErrors, { code: 'notOpened', params })
  }
}

/** A table in Contactline's columns, separated by commas; null for anything else. */
function ownTable(
  file: ByteFile,
  { bytes, encoding, notes }: Decoded,
  tables: Tables,
): NamedTable | null {
  if (JSON_STARTS.has(bytes[0] ?? 0)) return null
  const { delimiter, header } = readHeader(bytes, encoding)
  const kind = delimiter === ',' ? recogniseTable(header, tables) : null
  if (!kind) return null
  const text = new TextDecoder().decode(bytes)
  const table = withUnknownColumns(readTable(text, file.name), kind, file.name, tables)
  const issues = [...warningsOf(file.name, notes), ...table.issues]
  return named(file, kind, text, { ...table, issues })
}

/** The reports and sources of a GeoJSON file that Contactline exported. */
function exportTables(file: ByteFile, { bytes, notes }: Decoded): NamedTable[] {
  const text = new TextDecoder().decode(bytes)
  const { incidents, sources } = importGeoJson(text, file.name)
  const issues = [...warningsOf(file.name, notes), ...incidents.issues]
  return [
    named(file, 'incidents', text, { ...incidents, issues }),
    named(file, 'sources', text, sources),
  ]
}

function named({ name, path }: ByteFile, kind: TableName, text: string, table: Table): NamedTable {
  return { kind, file: name, path, text, table }
}

function warningsOf(file: string, notes: readonly IssueMessage[]): readonly Issue[] {
  const ofFile = new IssueCollector(file, null, '')
  for (const note of notes) ofFile.add('warning', note)
  return ofFile.list
}

function readOther(
  file: ByteFile,
  { bytes, notes }: Decoded,
  found: Recognised,
  columns: readonly string[],
): NamedTable | ForeignFile {
  const { name, path } = file
  if (found.kind === 'areas') {
    throw new Failure(EXIT.dataErrors, { code: 'outlinesGiven', params: { name } })
  }
  const { table } = found
  if (found.kind === 'sources') {
    return named(file, 'sources', new TextDecoder().decode(bytes), listedRows(table, name))
  }
  const isKnown = found.kind === 'reports'
  return {
    kind: 'foreign',
    file: name,
    path,
    opened: {
      name,
      table,
      format: isKnown ? found.format : 'mapped',
      mapping: isKnown ? null : readMapping(columns, found.guess, table.header, name),
      dateOrder: isKnown ? found.dateOrder : 'ymd',
      sources: null,
      issues: warningsOf(name, [...notes, ...table.notes]),
    },
  }
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

/** Columns that an export adds to a reports file. Only labels are read back. */
const EXPORT_COLUMNS = [
  ...['certainty', 'placement', 'area_ids', 'citation', 'source_urls'],
  LABELS_COLUMN,
]
