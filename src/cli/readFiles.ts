import { basename, join } from 'node:path'
import { customInfo, type DatasetInfo } from '../export/provenance'
import { lazy } from '../figure/lazy'
import { areaLocator, asPolygons } from '../geo/polygons'
import type { Issue } from '../issues/issue'
import { IssueCollector } from '../issues/issueCollector'
import { buildGazetteer } from '../join/gazetteer'
import { buildGeography } from '../join/geography'
import { joinDataset } from '../join/joinReports'
import type { Conflict } from '../model/conflict'
import type { IncidentId } from '../model/ids'
import type { IncidentRecord } from '../model/report'
import type { Source } from '../model/source'
import { buildTables, type TableName } from '../model/tables'
import { sourceId } from '../open/fileRows'
import { findOwnVocabulary } from '../open/fileVocabulary'
import { parsePlaces, readIncidentRows, readSourceRows } from '../read/parseTables'
import type { Call } from './command'
import { conflictFolder, readConflict } from './conflictFile'
import { findChosen } from './districtsOption'
import { isSameFile, readBytes, readJson } from './files'
import { type ReadReports, readForeign } from './foreignReports'
import { type ForeignFile, type NamedTable, readGiven } from './givenFiles'

/** A joined dataset with what exports and messages need. */
export type Opened = Awaited<ReturnType<typeof openDataset>>

/** A file that was read, its number of rows, and whether it was given or is a shipped one. */
interface ReadFile {
  readonly file: string
  readonly kind: TableName
  readonly rows: number
  readonly own: boolean
}

/**
 * Joins reports to sources and places: those in the given files, and the shipped one for each table
 * that is not given.
 */
export async function openDataset({
  files: paths,
  dataFolder,
  columns = { columns: [], map: undefined },
  districts,
}: Pick<Call, 'files' | 'dataFolder'> & Partial<Pick<Call, 'columns' | 'districts'>>) {
  const shipped = readConflict(conflictFolder(paths, dataFolder))
  const ownColumns = buildTables(shipped)
  const known = { conflict: shipped, isPlace: shippedNames(dataFolder, shipped) }
  const given = await readGiven(paths, ownColumns, { option: columns, known })
  const foreign = given.filter((file) => file.kind === 'foreign')
  const givenTables = given.filter((file) => file.kind !== 'foreign' && file.kind !== 'areas')
  const tables: NamedTable[] = []
  for (const kind of ['incidents', 'sources', 'places'] as const) {
    const own = givenTables.filter((table) => table.kind === kind)
    const isGiven = own.length > 0 || (kind === 'incidents' && foreign.length > 0)
    const rest = isGiven ? [] : await readGiven([join(dataFolder, `${kind}.csv`)], ownColumns, null)
    tables.push(...own, ...rest.filter((file) => file.kind !== 'foreign' && file.kind !== 'areas'))
  }
  const ofReports = tables.filter(({ kind }) => kind === 'incidents')
  const vocabulary = findOwnVocabulary(
    [...foreign.map(({ opened }) => opened), ...ofReports.map(({ table }) => table)],
    shipped,
  )
  const conflict = { ...shipped, ...vocabulary }
  const issues: (readonly Issue[])[] = []
  const read: ReadFile[] = []
  const own = <
    Found extends { readonly rows: readonly unknown[]; readonly issues: readonly Issue[] },
  >(
    kind: TableName,
    file: NamedTable | ForeignFile,
    found: Found,
  ) => {
    issues.push(found.issues)
    read.push({ file: file.file, kind, rows: found.rows.length, own: given.includes(file) })
    return { ...found, file: file.file }
  }
  const ofKind = (kind: TableName) => tables.filter((table) => table.kind === kind)
  const sources = ofKind('sources').map((each) =>
    own('sources', each, readSourceRows(each.table, each.file)),
  )
  const places = ofKind('places').map((each) =>
    own('places', each, parsePlaces(each.text, each.file, conflict)),
  )
  const gazetteer = places.flatMap(({ rows }) => rows)
  const chosen = await findChosen(given, districts, gazetteer, shipped)
  const outlineIssues: Issue[] = []
  const geographyFiles = lazy(
    () =>
      chosen ?? {
        conflict: shipped,
        places: gazetteer,
        polygons: readDistricts(dataFolder, outlineIssues),
      },
  )
  const incidents: (ReadReports & { readonly file: string })[] = ofKind('incidents').map((each) => {
    const found = readIncidentRows(each.table, each.file, conflict)
    return own('incidents', each, {
      ...found,
      sources: [],
      readRows: rowsOf(each, found.rows),
      homeOf: (row: number) => ({ file: each.file, row }),
      columnOf: (column: string) => column,
    })
  })
  if (foreign.length > 0) {
    const geography = buildGeography(geographyFiles())
    for (const each of foreign) {
      const file = { ...each.opened, vocabulary }
      incidents.push(own('incidents', each, readForeign(file, geography)))
    }
  }
  const reports = numbered(incidents)
  const rows = incidents.flatMap(({ readRows, homeOf }) =>
    readRows.map(({ row, ...each }) => ({ ...homeOf(row), ...each })),
  )
  const hasPositions = reports.records.some(({ position }) => position !== null)
  const dataset = joinDataset({
    conflict,
    incidents: reports.records,
    sources: eachOnce([...sources, ...reports.inline].flatMap(({ rows }) => rows)),
    places: chosen?.places ?? gazetteer,
    areChosen: chosen !== null,
    issues: [],
    file: '',
    areaAt: hasPositions ? areaLocator(geographyFiles().polygons) : null,
  })
  const joined = dataset.issues.map((issue) => {
    const { file, row, columnOf } = reports.homeOf(issue.row ?? 0)
    return { ...issue, file, row, column: columnOf(issue.column) }
  })
  const isOwn = [...foreign, ...ofKind('incidents')].some(
    ({ path }) => path === null || !isSameFile(path, join(dataFolder, 'incidents.csv')),
  )
  const files = incidents.map(({ file }) => basename(file)).join(', ')
  const info: DatasetInfo = isOwn ? customInfo(shipped, files, dataset.places) : shipped
  return {
    dataset: {
      ...dataset,
      issues: [
        ...issues.flat(),
        ...(chosen?.issues ?? outlineIssues),
        ...reports.issues,
        ...joined,
      ],
    },
    info,
    tables: ownColumns,
    places: gazetteer,
    /** The outlines that it can be shown on. */
    polygons: () => geographyFiles().polygons,
    /** The header of its gazetteer. */
    placeColumns: tables.flatMap(({ kind, table }) => (kind === 'places' ? table.columns : [])),
    read,
    /** All rows of the files of reports, in their order, and whether each was read. */
    rows,
    /** The file of a joined report's `row`, the row in it, and the names of its columns. */
    homeOf: reports.homeOf,
  }
}

/** All rows of a table, and whether each is among those that were read. */
function rowsOf({ table }: NamedTable, read: readonly IncidentRecord[]): ReadReports['readRows'] {
  const lines = new Set(read.map(({ row }) => row))
  return table.rows.map(({ line, cells }) => {
    return { row: line, id: cells.id ?? '', isRead: lines.has(line) }
  })
}

/** Tells the names of the shipped gazetteer, which is read when it is asked for the first. */
export function shippedNames(dataFolder: string, conflict: Conflict): (name: string) => boolean {
  const path = join(dataFolder, 'places.csv')
  const gazetteer = lazy(() => {
    const text = new TextDecoder().decode(readBytes(path).bytes)
    return buildGazetteer(parsePlaces(text, path, conflict).rows, conflict)
  })
  return (name) => gazetteer().named(name).length > 0
}

/** The shipped districts; what is wrong with their file goes to `issues`. */
export function readDistricts(dataFolder: string, issues: Issue[] = []) {
  const path = join(dataFolder, 'districts.geojson')
  return asPolygons(readJson(path), path, issues)
}

/**
 * The reports of all files, with row numbers and ids of sources in rows that are unique across
 * files, so that issues of the join can be traced to their file. An id used in an earlier file is
 * rejected, as within one file.
 */
function numbered(files: readonly (ReadReports & { readonly file: string })[]) {
  const records: IncidentRecord[] = []
  const issues: Issue[] = []
  const inline: { readonly rows: readonly Source[] }[] = []
  const homes: { readonly start: number; readonly from: ReadReports }[] = []
  const seen = new Map<string, string>()
  let [start, numberOfSources] = [0, 0]
  for (const from of files) {
    const { file, rows, sources } = from
    homes.push({ start, from })
    const ids = new Map(sources.map(({ id }, index) => [id, sourceId(numberOfSources + index)]))
    inline.push({
      rows: sources.map((source) => ({ ...source, id: ids.get(source.id) ?? source.id })),
    })
    numberOfSources += sources.length
    for (const each of rows) {
      // Rows without ids are called by their numbers, which each file has.
      const isMade = each.id === `row-${each.row}`
      const record = isMade ? { ...each, id: `row-${each.row + start}` as IncidentId } : each
      const first = seen.get(record.id)
      if (first !== undefined) {
        const home = from.homeOf(record.row)
        const ofRow = new IssueCollector(home.file, home.row, record.id)
        ofRow.error('idInOtherFile', 'id', { file: first })
        issues.push(...ofRow.list)
        continue
      }
      seen.set(record.id, file)
      const cited = record.sources.map((id) => ids.get(id) ?? id)
      records.push({ ...record, sources: cited, row: record.row + start })
    }
    start += rows.reduce((last, { row }) => Math.max(last, row), 0)
  }
  const homeOf = (row: number) => {
    const home = homes.findLast((each) => each.start < row)
    const columnOf = (column: string) => home?.from.columnOf(column) ?? column
    const known = home?.from.homeOf(row - home.start) ?? { file: '', row }
    return { ...known, columnOf }
  }
  return { records, issues, inline, homeOf }
}

function eachOnce(sources: readonly Source[]): Source[] {
  return [...new Map(sources.map((source) => [source.id, source])).values()]
}
