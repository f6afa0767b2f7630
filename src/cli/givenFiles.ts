import { readTable, type Table } from '../csv/table'
import { IssueCollector } from '../issues/issueCollector'
import { UserError } from '../issues/problem'
import { problemText } from '../issues/problemText'
import { POSITION_FIELD_NAMES } from '../model/fields'
import { TABLE_NAMES, type TableName, type Tables } from '../model/tables'
import type { OpenedFile } from '../open/openFiles'
import { type Decoded, decodeText } from '../read/decode'
import { recognise } from '../read/detect'
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
  readonly opened: OpenedFile
}

export const FILE_NAMES = TABLE_NAMES.map((name) => `${name}.csv`)

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
    return ownTables(file, decoded, tables) ?? [readOther(file, decoded, columns)]
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

/** The tables of a file in Contactline's columns; null if it is something else. */
function ownTables(
  { name, path }: ByteFile,
  { bytes, encoding, notes }: Decoded,
  tables: Tables,
): NamedTable[] | null {
  const text = new TextDecoder().decode(bytes)
  const named = (kind: TableName, table: Table): NamedTable => {
    const ofFile = new IssueCollector(name, null, '')
    for (const note of notes) ofFile.add('warning', note)
    const issues = [...ofFile.list, ...table.issues]
    return { kind, file: name, path, text, table: { ...table, issues } }
  }
  if (/^\s*[{[]/.test(text)) {
    const found = recognise(bytes, name, encoding)
    if (found.kind !== 'reports' || found.format !== 'contactline') return null
    const { incidents, sources } = importGeoJson(text, name)
    return [named('incidents', incidents), named('sources', sources)]
  }
  const { delimiter, header } = readHeader(bytes, encoding)
  const kind = delimiter === ',' ? recogniseTable(header, tables) : null
  return kind && [named(kind, withUnknownColumns(readTable(text, name), kind, name, tables))]
}

function readOther(
  { name, path }: ByteFile,
  { bytes, encoding, notes }: Decoded,
  columns: readonly string[],
): NamedTable | ForeignFile {
  const found = recognise(bytes, name, encoding)
  if (found.kind === 'areas') {
    throw new Failure(EXIT.dataErrors, { code: 'outlinesGiven', params: { name } })
  }
  const { table } = found
  if (found.kind === 'sources') {
    const text = new TextDecoder().decode(bytes)
    return { kind: 'sources', file: name, path, text, table: listedRows(table, name) }
  }
  const ofFile = new IssueCollector(name, null, '')
  for (const note of [...notes, ...table.notes]) ofFile.add('warning', note)
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
      issues: ofFile.list,
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

/**
 * Columns that an export adds to a reports file. They are derived from the others and not read
 * back.
 */
const EXPORT_COLUMNS = ['certainty', 'placement', 'area_ids', 'citation', 'source_urls']
