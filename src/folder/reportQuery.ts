import { type DayRange, intersect, lengthOf, parseDay } from '../model/day'
import { memoize } from '../model/memoize'
import { NO_AREA_FILE, type PublishedFile } from '../publish/publishedFolder'

/** Which reports: those that touch days and are in one of some areas, or in any. */
export interface ReportQuery {
  readonly window: DayRange
  /** Ids; empty for those without an area. Null for all reports. */
  readonly areas: readonly string[] | null
}

const TEXTS = '.texts.parquet'
/** Bytes of pages that are read for a single report. */
const LEAST = 40_000

/** The files with reports of a query. */
export function filesOf(files: readonly PublishedFile[], query: ReportQuery): PublishedFile[] {
  return files.filter((file) => {
    const isReports = file.path.startsWith('reports/') && !isTexts(file)
    return isReports && isWanted(file, query) && daysShared(file, query.window) > 0
  })
}

/** There may be thousands. */
const byPath = memoize(
  (files: readonly PublishedFile[]) => new Map(files.map((file) => [file.path, file])),
)

/** The file with the texts of a file of reports. */
export function textsOf(files: readonly PublishedFile[], { path }: PublishedFile) {
  return byPath(files).get(path.replace(/\.parquet$/, TEXTS))
}

function isTexts({ path }: PublishedFile): boolean {
  return path.endsWith(TEXTS)
}

function isWanted({ path, areas = [] }: PublishedFile, { areas: wanted }: ReportQuery): boolean {
  if (wanted === null) return true
  // It may have reports of areas too.
  const hasNone = path.startsWith(`reports/${NO_AREA_FILE}-`) && wanted.includes('')
  return hasNone || areas.some((area) => wanted.includes(area))
}

/** What part of the days of a file a window has. */
export function daysShared(file: PublishedFile, window: DayRange): number {
  const days = daysOf(file)
  const shared = days && intersect(days, window)
  return shared ? lengthOf(shared) / lengthOf(days) : 0
}

/** The days of thousands of files are compared with each window. */
const daysOf = memoize(({ from = '', to = '' }: PublishedFile): DayRange | null => {
  const [first, last] = [parseDay(from), parseDay(to)]
  return first === null || last === null ? null : { from: first, to: last }
})

/**
 * About how many bytes reading the reports of a query takes, as if those of each file were spread
 * evenly over its days and areas.
 */
export function estimateBytes(files: readonly PublishedFile[], query: ReportQuery): number {
  return filesOf(files, query).reduce((sum, file) => {
    const { areas = [] } = file
    const wanted = areas.filter((area) => query.areas?.includes(area)).length
    const ofAreas = query.areas && areas.length > 0 ? wanted / areas.length : 1
    const both = [file, textsOf(files, file)].flatMap((each) => each ?? [])
    const bytes = both.reduce((all, each) => all + (each.footer ?? 0), 0)
    const values = both.reduce((all, each) => all + each.bytes, 0)
    const wantedBytes = Math.max(LEAST, values * ofAreas * daysShared(file, query.window))
    return sum + Math.min(values, bytes + wantedBytes)
  }, 0)
}
