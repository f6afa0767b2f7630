import type { Issue } from '../issues/issue'
import { IssueCollector } from '../issues/issueCollector'
import { AreaGroups } from '../join/areaGroups'
import type { Geography } from '../join/locate'
import { Whereabouts } from '../join/whereabouts'
import type { IncidentId } from '../model/ids'
import type { Area } from '../model/place'
import type { Incident } from '../model/report'
import { buildReading } from '../open/buildReading'
import { type Reading, Rows } from '../open/fileRows'
import { type CountedReasons, ReasonCounter } from '../open/reasons'
import { rowReportLine } from '../open/rowReport'
import { ColumnBuilder } from '../store/columns'
import type { Dataset } from '../store/dataset'
import { findSides } from '../store/pairing'
import type { ChunkedFile } from './chunkedFile'
import { firstPlace, readChunks, type TextPlace } from './chunks'
import type { Disk } from './disk'
import { NOTHING_SORTED, ReportSorter, type SortState } from './reportSorter'
import { sortedReport } from './sortedReport'

/** How far the files were read. Plain, so that it can be saved. */
export interface ReadState {
  readonly sorted: SortState
  /** The file to go on with, and where in it; null for its start. */
  readonly file: number
  readonly place: TextPlace | null
  /** Lines of the files before: rows without ids are called by their numbers, which each file has. */
  readonly lines: number
  readonly groups: readonly Area[]
  /** The reports are in another part of the world than the gazetteer. */
  readonly isElsewhere: boolean
  readonly counted: Whereabouts['counted']
  readonly reasons: CountedReasons
  readonly isWhole: boolean
}

export const NOTHING_READ: ReadState = {
  sorted: NOTHING_SORTED,
  file: 0,
  place: null,
  lines: 0,
  groups: [],
  isElsewhere: false,
  counted: { home: 0, doubtful: 0, away: 0 },
  reasons: [],
  isWhole: false,
}

/** The file of a row, its number there, and what was found in it before it was joined. */
type Home = readonly [file: string, number: number, ...notes: Issue[]]

interface Joined {
  readonly incident: Incident
  readonly row: number
  readonly home: Home | readonly []
}

interface Reader {
  readonly disk: Disk
  readonly geography: Geography
  readonly chunkBytes: number
  /** Bytes that are sorted in memory, if not the usual number. */
  readonly runBytes?: number
  /** Saves how far the files were read. */
  save(state: ReadState): void
  onProgress(bytes: number, rows: number): void
}

/** Reads and joins files chunk by chunk, from where an earlier session stopped. */
export function readReports(
  files: readonly ChunkedFile[],
  reader: Reader,
  from: ReadState,
): { readonly state: ReadState; readonly sorter: ReportSorter } {
  const sorter = new ReportSorter(reader.disk, from.sorted, reader.runBytes)
  let state = from
  if (from.isWhole) return { state, sorter }
  const reasons = new ReasonCounter(from.reasons)
  const { geography } = reader
  const groups = new AreaGroups(geography.areas.keys(), from.groups)
  const conflict = { ...geography.conflict, ...files[0]?.opened.vocabulary }
  const whereabouts = new Whereabouts({ ...geography, conflict, groups }, { ...from.counted })
  let before = files.slice(0, from.file).reduce((sum, { source }) => sum + source.size, 0)
  for (let file = from.file; file < files.length; file++) {
    const { source, opened } = files[file] as ChunkedFile
    const start = (file === state.file && state.place) || firstPlace(opened.table)
    for (const { table, end } of readChunks(source, opened.table, start, reader.chunkBytes)) {
      const { isElsewhere } = state
      const reading = buildReading({ ...opened, table }, geography, {
        groups: state.groups,
        isElsewhere,
      })
      readRows(reading, state.lines, sorter, whereabouts, reasons)
      const found = reading.geography.groups.list
      const { counted } = whereabouts
      state = { ...state, file, place: end, groups: found, counted, reasons: reasons.counted }
      if (sorter.isFull) {
        state = { ...state, sorted: sorter.save() }
        reader.save(state)
      }
      reader.onProgress(before + end.offset, sorter.state.rows)
    }
    before += source.size
    state = { ...state, file: file + 1, place: null, lines: state.lines + (state.place?.line ?? 0) }
  }
  if (whereabouts.isMistaken && !from.isElsewhere) {
    return readReports(files, reader, { ...NOTHING_READ, isElsewhere: true })
  }
  state = {
    ...state,
    sorted: sorter.save(),
    isWhole: true,
    isElsewhere: from.isElsewhere || whereabouts.isElsewhere,
  }
  reader.save(state)
  return { state, sorter }
}

/** The reasons without those that files of other parts of the world have. */
export function reasonsOf(
  { reasons, isElsewhere }: Pick<ReadState, 'reasons' | 'isElsewhere'>,
  geography: Geography,
) {
  const whereabouts = new Whereabouts(geography, {
    home: 0,
    doubtful: 0,
    away: isElsewhere ? 1 : 0,
  })
  return new ReasonCounter(reasons).all().filter((reason) => !whereabouts.isExpected(reason))
}

function readRows(
  reading: Reading,
  lines: number,
  sorter: ReportSorter,
  whereabouts: Whereabouts,
  reasons: ReasonCounter,
): void {
  const rows = new Rows(reading)
  const { conflict, areas, groups } = reading.geography
  const builder = new ColumnBuilder(conflict)
  const found: Joined[] = []
  while (rows.next()) {
    const row = sorter.state.rows++
    const issues = rows.collector()
    const read = rows.read(issues)
    const { file, row: number } = rows.home
    if (read) {
      const notes = [...issues.list]
      const joined = rows.join(read, issues)
      const isMade = joined.id === `row-${read.record.row}`
      const id = isMade ? (`row-${read.record.row + lines}` as IncidentId) : joined.id
      const incident = { ...joined, id }
      whereabouts.add(incident, issues.list)
      builder.add(incident, [], -1)
      found.push({ incident, row, home: [file, number, ...notes] })
    } else {
      const own = { file, number, id: rows.id, outcome: 'refused' as const, issues: issues.list }
      sorter.reject(row, rowReportLine(own))
    }
    reasons.add(issues.list)
  }
  const areaIds = [...areas.keys(), ...groups.list.map(({ id }) => id)]
  const laid = builder.build(
    Int32Array.from(found, (_, index) => index),
    areaIds,
  )
  addReports({ ...laid, conflict }, found, sorter)
}

/** Sorts the reports of a dataset that is in memory. */
export function sortDataset(dataset: Dataset, sorter: ReportSorter): void {
  const found = Array.from({ length: dataset.incidents.length }, (_, row) => {
    const incident = dataset.incidents.at(row)
    if (!incident) throw new Error(`row ${row} of the dataset is gone`)
    return { incident, row, home: [] as const }
  })
  sorter.state.rows = found.length
  addReports(dataset, found, sorter)
}

function addReports(
  part: Parameters<typeof sortedReport>[0],
  found: readonly Joined[],
  sorter: ReportSorter,
): void {
  const sides = findSides(part.conflict)
  const { by } = part.columns.codes
  for (const [at, { incident, row, home }] of found.entries()) {
    const report = sortedReport(part, at, incident, row)
    const side = sides[by[at] ?? -1] ?? 0
    sorter.add(report, side, incident.record.settlements, home)
  }
}

/**
 * The line of rejected.csv for a row with the id of an earlier one: `before` is the last of those,
 * `first` the first, which may be in another file.
 */
export function describeRepeated(
  home: unknown,
  id: string,
  first: unknown,
  before: unknown,
): string {
  const [file, number, ...notes] = home as Home
  const [[other], [last]] = [first, before] as [Home, Home]
  const found = new IssueCollector(file, number, id)
  if (last === file) found.error('repeatedId', 'id')
  else found.error('idInOtherFile', 'id', { file: other })
  const issues = [...notes, ...found.list]
  return rowReportLine({ file, number, id, outcome: 'refused', issues })
}
