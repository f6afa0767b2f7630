import type { Conflict } from '../model/conflict'
import { type Day, type DayRange, formatDay, parseDay } from '../model/day'
import type { PublishedConflict } from './publishedFolder'
import { REPORT_LIST } from './reportList'
import type { TableFile } from './tableFiles'

/** Bytes of data that the first view may need. */
const MAX_BYTES = 950_000
/** Files that the page reads whole. */
const ALWAYS = ['overview.parquet', REPORT_LIST]
/** Days that it shows where nobody chose them. */
const MAX_DAYS = 30

/** The first and last day of all reports; null without reports. */
export function spanOf(counted: readonly TableFile[]): { from: string; to: string } | null {
  const groups = counted.flatMap((table) => table.groups)
  if (groups.length === 0) return null
  const from = Math.min(...groups.map((group) => group.from))
  const to = Math.max(...groups.map((group) => group.to))
  return { from: formatDay(from as Day), to: formatDay(to as Day) }
}

/** Bytes of what the page needs whatever it shows: not of counts, cells and reports. */
export function bytesAlways(dataset: Omit<PublishedConflict, 'firstWindow'>): number {
  const own = new TextEncoder().encode(JSON.stringify(dataset)).length
  const files = dataset.files.filter(({ path }) => ALWAYS.includes(path))
  return files.reduce((sum, { bytes }) => sum + bytes, own)
}

/**
 * The days that are shown first: those chosen, or the last ones on file; fewer while their counts
 * and cells of the lowest zoom do not fit into what the first view may need.
 */
export function chooseWindow(
  chosen: Conflict['firstWindow'],
  counted: readonly TableFile[],
  bytesAlready: number,
): Conflict['firstWindow'] {
  const span = spanOf(counted)
  const [first, last] = [parseDay(span?.from ?? ''), parseDay(span?.to ?? '')]
  if (first === null || last === null) return chosen
  const fits = (days: DayRange) => bytesAlready + bytesOf(days, counted) <= MAX_BYTES
  const [from, to] = [parseDay(chosen.from), parseDay(chosen.to)]
  if (from !== null && to !== null && first <= to && from <= last) {
    if (fits({ from, to })) return chosen
  }
  let range: DayRange = { from: Math.max(first, last - MAX_DAYS + 1) as Day, to: last }
  while (range.from < range.to && !fits(range)) {
    range = { from: Math.ceil((range.from + range.to) / 2) as Day, to: last }
  }
  return { from: formatDay(range.from), to: formatDay(range.to), reason: 'the last days on file' }
}

/** Bytes of the footers and groups of some days, of cells those of the lowest zoom. */
function bytesOf(days: DayRange, counted: readonly TableFile[]): number {
  const zooms = counted.flatMap(({ file }) => file.zooms ?? [])
  const lowest = Math.min(...zooms)
  let bytes = 0
  for (const { file, groups } of counted) {
    const needed = groups.filter(
      ({ from, to, zoom }) => from <= days.to && to >= days.from && (zoom ?? lowest) === lowest,
    )
    if (needed.length > 0) bytes += file.footer ?? 0
    for (const group of needed) bytes += group.bytes
  }
  return bytes
}
