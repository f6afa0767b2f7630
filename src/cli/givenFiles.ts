import { readTable, type Table } from '../csv/table'
import { ADDED_COLUMNS } from '../export/exportColumns'
import { IssueCollector } from '../issues/issueCollector'
import { UserError } from '../issues/problem'
import { problemText } from '../issues/problemText'
import { FILE_FIELD_NAMES } from '../model/fields'
import { TABLE_NAMES, type TableName, type Tables } from '../model/tables'
import type { ReportsFile } from '../open/buildReading'
import { type RecognisedFile, recogniseFile } from '../open/recogniseFile'
import { asRecorded } from '../read/columns/asRecorded'
import type { InnerFile } from '../read/containers/innerFile'
import { unpackFile } from '../read/containers/unpack'
import { decodeText } from '../read/decode'
import type { Recognised } from '../read/format'
import { importGeoJson } from '../read/geojson/contactlineGeojson'
import { readHeader } from '../read/header'
import { listedRows } from '../read/listedRows'
import { type MappedBy, readMapping } from './columnsOption'
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

/** District outlines. */
interface AreasFile {
  readonly kind: 'areas'
  readonly file: string
  readonly found: Extract<Recognised, { readonly kind: 'areas' }>
}

export type Given = NamedTable | ForeignFile | AreasFile

export const FILE_NAMES = TABLE_NAMES.map((name) => `${name}.csv`)

/** `{` and `[`. */
const JSON_STARTS = new Set([0x7b, 0x5b])

/**
 * Reads files and tells what they are, by their contents. A folder means the tables in it, `-`
 * standard input. Without `mappedBy`, tables of unknown format cannot be read further.
 */
export async function readGiven(
  paths: readonly string[],
  tables: Tables,
  mappedBy: MappedBy | null,
): Promise<Given[]> {
  const given: Given[] = []
  for (const path of expandFolders(paths, FILE_NAMES)) {
    given.push(...(await readFile(readBytes(path), tables, mappedBy)))
  }
  return given
}

async function readFile(
  file: ByteFile,
  tables: Tables,
  mappedBy: MappedBy | null,
): Promise<Given[]> {
  const { name } = file
  try {
    const inner = await unpackFile(file.bytes)
    const own: NamedTable[] = []
    const others: InnerFile[] = []
    for (const each of inner) {
      const itself = inner.length === 1 ? file : { ...file, name: each.name }
      const table = await ownTable(itself, each.bytes, tables)
      if (table) own.push(table)
      else others.push(each)
    }
    if (others.length === 0) return own
    const found = await recogniseFile(name, others, own.length > 0)
    const read = found.map((each) => readOther(file, each, mappedBy))
    return [...own, ...read.flat()]
  } catch (error) {
    throw failureOf(name, error)
  }
}

/** Says why a file could not be read; any other error as it is. */
export function failureOf(name: string, error: unknown): unknown {
  if (!(error instanceof UserError)) return error
  const { problem } = error
  const params = { name, sentence: problemText(problem) }
  return problem.code === 'emptyFile'
    ? new Failure(EXIT.dataErrors, { code: 'emptyFile', params: { name } })
    : new Failure(EXIT.dataErrors, { code: 'notOpened', params })
}

/** A table in Contactline's columns, separated by commas; null for anything else. */
async function ownTable(
  file: ByteFile,
  given: Uint8Array,
  tables: Tables,
): Promise<NamedTable | null> {
  const decoded = await decodeText(given).catch(() => null)
  if (!decoded || JSON_STARTS.has(decoded.bytes[0] ?? 0)) return null
  const { bytes, encoding, notes } = decoded
  const { delimiter, header } = readHeader(bytes, encoding)
  const kind = delimiter === ',' ? recogniseTable(header, tables) : null
  if (!kind) return null
  const text = new TextDecoder().decode(bytes)
  const table = withUnknownColumns(readTable(text, file.name), kind, file.name, tables)
  const ofFile = new IssueCollector(file.name, null, '')
  for (const note of notes) ofFile.add('warning', note)
  return named(file, kind, text, { ...table, issues: [...ofFile.list, ...table.issues] })
}

/** The reports and sources of a GeoJSON file that Contactline exported. */
function exportTables(file: ByteFile, { bytes, issues }: RecognisedFile): NamedTable[] {
  const text = new TextDecoder().decode(bytes)
  const { incidents, sources } = importGeoJson(text, file.name)
  const known = new Set(incidents.issues.map(({ code }) => code))
  const more = issues.filter(({ code }) => !known.has(code))
  return [
    named(file, 'incidents', text, { ...incidents, issues: [...more, ...incidents.issues] }),
    named(file, 'sources', text, sources),
  ]
}

function named({ name, path }: ByteFile, kind: TableName, text: string, read: Table): NamedTable {
  const table = kind === 'incidents' ? asRecorded(read) : read
  return { kind, file: name, path, text, table }
}

function readOther(file: ByteFile, recognised: RecognisedFile, mappedBy: MappedBy | null): Given[] {
  const { name, found, bytes, issues } = recognised
  if (found.kind === 'areas') return [{ kind: 'areas', file: name, found }]
  const { table } = found
  if (found.kind === 'sources') {
    return [named(file, 'sources', new TextDecoder().decode(bytes), listedRows(table, name))]
  }
  const isKnown = found.kind === 'reports'
  if (isKnown && found.sources) return exportTables(file, recognised)
  const opened = {
    name,
    table,
    format: isKnown ? found.format : ('mapped' as const),
    mapping: isKnown || !mappedBy ? null : readMapping(mappedBy, table, name),
    dateOrder: isKnown ? found.dateOrder : ('ymd' as const),
    sources: null,
    issues,
  }
  return [{ kind: 'foreign', file: name, path: file.path, opened }]
}

/** Reports each unknown column: a misspelt one would be ignored silently. */
function withUnknownColumns(table: Table, kind: TableName, file: string, tables: Tables): Table {
  const known = new Set([
    ...tables[kind].map(({ name }) => name),
    ...(kind === 'incidents' ? [...FILE_FIELD_NAMES, ...ADDED_COLUMNS] : []),
  ])
  const ofHeader = new IssueCollector(file, 1, '')
  for (const name of table.columns) {
    if (name !== '' && !known.has(name)) ofHeader.warning('unknownColumn', name)
  }
  return { ...table, issues: [...table.issues, ...ofHeader.list] }
}
