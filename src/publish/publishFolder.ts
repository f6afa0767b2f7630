import type { Box, Conflict } from '../model/conflict'
import type { CalendarUnit } from '../model/day'
import type { CodedFacetKey } from '../model/facets'
import { ROW_REPORT_HEADER } from '../open/rowReport'
import type { CountedReports } from './countTables'
import type { Disk } from './disk'
import { Overview } from './overviewTable'
import type { WrittenFile } from './publishedFolder'
import { describeRepeated } from './readReports'
import { ReportFiles } from './reportFiles'
import type { ReportSorter } from './reportSorter'
import { ReportSums, writeCells, writeCounts } from './reportTables'
import { withAgreement } from './sortedReport'
import type { TableFile } from './tableFiles'

/** Bytes of rejected rows that are written at once. */
const BUFFER = 1 << 20

/** What was written of the reports of a dataset. */
export interface PublishedReports {
  readonly files: readonly WrittenFile[]
  readonly reports: number
  readonly rejected: number
  readonly repeated: number
  readonly bounds: Box | null
  readonly zooms: readonly number[]
  readonly overviewUnit: CalendarUnit
  readonly left: readonly CodedFacetKey[]
  /** The tables of counts and of cells. */
  readonly counted: readonly TableFile[]
}

export type PublishStep = 'relations' | 'reports' | 'counts' | 'cells'
type PublishProgress = (step: PublishStep, rows: number, total: number) => void

/** Writes the tables of a published folder from the reports of a sorter, which can do so again. */
export function writeReports(
  disk: Disk,
  conflict: Conflict,
  sorter: ReportSorter,
  onProgress: PublishProgress,
  maxCounts: number | null = null,
): PublishedReports {
  const { flags, repeated, bounds } = sorter.findRelations(describeRepeated, (rows, total) =>
    onProgress('relations', rows, total),
  )
  const reports = sorter.state.reports - repeated
  const files = new ReportFiles(disk, conflict)
  const counted = new ReportSums(disk, conflict, bounds)
  const overview = new Overview()
  let written = 0
  for (const { report: known, area, copy, isPaired } of sorter.merge(flags)) {
    const report = withAgreement(known, isPaired)
    files.add(report, area, copy)
    if (copy > 0) continue
    counted.add(report)
    overview.add(report)
    onProgress('reports', ++written, reports)
  }
  const all = { reports, repeated, bounds, counted, overview, rejected: sorter.rejected() }
  const found = writeCounted(disk, conflict, files.finish(), all, onProgress, maxCounts)
  counted.remove()
  return found
}

/** What is known of all reports once they are written. */
export interface AllReports extends Pick<PublishedReports, 'reports' | 'repeated' | 'bounds'> {
  readonly counted: CountedReports
  readonly overview: Overview
  /** Lines of rejected.csv, in the order of the files. */
  readonly rejected: Iterable<Uint8Array>
}

/** Writes the other tables of a folder whose reports are in `files`. */
export function writeCounted(
  disk: Disk,
  conflict: Conflict,
  files: readonly WrittenFile[],
  { reports, repeated, bounds, counted, overview, rejected: lines }: AllReports,
  onProgress: PublishProgress,
  maxCounts: number | null = null,
): PublishedReports {
  const rejected = writeRejected(disk, lines)
  const progressOf = (step: PublishStep, total: number) => {
    let rows = 0
    return () => onProgress(step, ++rows, total)
  }
  // Counts are read twice.
  const onCount = progressOf('counts', 2 * reports)
  const { files: counts, left } = writeCounts(disk, conflict, counted, maxCounts, onCount)
  const onCell = progressOf('cells', counted.cellRecords)
  const tables = [...counts, ...writeCells(disk, conflict, counted, left, onCell)]
  const { file: overviewFile, unit } = overview.write(disk, conflict)
  return {
    files: [overviewFile, ...tables.map(({ file }) => file), ...files, ...rejected.files],
    reports,
    rejected: rejected.rows,
    repeated,
    bounds,
    zooms: counted.zooms,
    overviewUnit: unit,
    left,
    counted: tables,
  }
}

/** Lists rejected rows, if there are any, as the report on rows of the page. */
function writeRejected(disk: Disk, lines: Iterable<Uint8Array>) {
  const path = 'rejected.csv'
  disk.remove(path)
  const encoder = new TextEncoder()
  const decoder = new TextDecoder()
  let [rows, text] = [0, ROW_REPORT_HEADER]
  for (const line of lines) {
    rows++
    text += decoder.decode(line)
    if (text.length < BUFFER) continue
    disk.append(path, encoder.encode(text))
    text = ''
  }
  if (rows > 0) disk.append(path, encoder.encode(text))
  const files: WrittenFile[] = rows > 0 ? [{ path, rows }] : []
  return { rows, files }
}
