import { type Day, parseDay } from '../model/day'
import type { Disk } from './disk'
import { type ParquetColumn, ParquetFile } from './parquetFile'
import type { PublishedFile, WrittenFile } from './publishedFolder'

/** The list of the files of reports: there may be thousands, too many for dataset.json. */
export const REPORT_LIST = 'reports.parquet'
const COLUMNS: readonly ParquetColumn[] = [
  { name: 'path', type: 'text' },
  { name: 'from', type: 'day' },
  { name: 'to', type: 'day' },
  { name: 'areas', type: 'text', bare: true },
  { name: 'rows', type: 'integer', bare: true },
  { name: 'bytes', type: 'integer', bare: true },
  { name: 'footer', type: 'integer', bare: true },
  { name: 'sha256', type: 'text', bare: true },
]

/** Writes the entries of `files` that are about reports as a table, in their order. */
export function writeReportList(disk: Disk, files: readonly PublishedFile[]): WrittenFile {
  const list = new ParquetFile(disk, REPORT_LIST, COLUMNS)
  list.writeGroup(
    files.map(({ path, from = '', to = '', areas = [], rows, bytes, footer = 0, sha256 }) => [
      ...[path, dayOf(from), dayOf(to), areas.join(' ')],
      ...[rows, bytes, footer, sha256],
    ]),
  )
  list.finish()
  return { path: REPORT_LIST, rows: list.rows, footer: list.footerBytes }
}

/** Whether the list has a file. */
export function isListed({ path }: Pick<WrittenFile, 'path'>): boolean {
  return path.startsWith('reports/')
}

function dayOf(text: string): Day {
  return parseDay(text) ?? (0 as Day)
}
