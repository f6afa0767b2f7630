import { type Day, parseDay } from '../model/day'
import type { Disk } from './disk'
import { type ParquetColumn, ParquetFile } from './parquetFile'
import type { PublishedFile, WrittenFile } from './publishedFolder'

/** The list of the files of reports: there may be thousands, too many for dataset.json. */
export const REPORT_LIST = 'reports.parquet'
/** Checksums of all files, as `sha256sum --check` reads them: the page does not need them. */
const CHECKSUMS = 'SHA256SUMS'
const COLUMNS: readonly ParquetColumn[] = [
  { name: 'path', type: 'text' },
  { name: 'from', type: 'day' },
  { name: 'to', type: 'day' },
  { name: 'areas', type: 'text', bare: true },
  { name: 'rows', type: 'integer', bare: true },
  { name: 'bytes', type: 'integer', bare: true },
  { name: 'footer', type: 'integer', bare: true },
]

/** Writes the entries of `files` that are about reports as a table, in their order. */
export function writeReportList(disk: Disk, files: readonly PublishedFile[]): WrittenFile {
  const list = new ParquetFile(disk, REPORT_LIST, COLUMNS)
  list.writeGroup(
    files.map(({ path, from = '', to = '', areas = [], rows, bytes, footer = 0 }) => [
      ...[path, dayOf(from), dayOf(to), areas.join(' ')],
      ...[rows, bytes, footer],
    ]),
  )
  list.finish()
  return { path: REPORT_LIST, rows: list.rows, footer: list.footerBytes }
}

/** Writes the checksums of files. */
export function writeChecksums(disk: Disk, files: readonly PublishedFile[]): WrittenFile {
  const lines = files.map(({ path, sha256 }) => `${sha256}  ${path}\n`)
  disk.replace(CHECKSUMS, new TextEncoder().encode(lines.join('')))
  return { path: CHECKSUMS, rows: lines.length }
}

/** Whether the list has a file. */
export function isListed({ path }: Pick<WrittenFile, 'path'>): boolean {
  return path.startsWith('reports/')
}

function dayOf(text: string): Day {
  return parseDay(text) ?? (0 as Day)
}
