import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type FileMetaData, parquetMetadata, type RowGroup } from 'hyparquet'
import { parseDay } from '../../src/model/day'
import type { PublishedConflict } from '../../src/publish/publishedFolder'

/** What the files of a kind in a published folder are, in bytes. */
export interface KindOfFiles {
  readonly kind: string
  readonly files: number
  readonly bytes: number
  /** 0 for files other than Parquet. */
  readonly groups: number
  readonly largestGroup: number
  readonly largestFooter: number
}

const TAIL_BYTES = 8
const ALWAYS = ['overview.parquet', 'reports.parquet']

/** The files of a published folder by kind, largest first. */
export function measureFolder(folder: string): readonly KindOfFiles[] {
  const kinds = new Map<string, KindOfFiles>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const kind = kindOf(path.slice(folder.length + 1))
    const { size } = statSync(path)
    const { groups, footer } = kind.endsWith('.parquet')
      ? readFooter(path, size)
      : { groups: [], footer: 0 }
    const known = kinds.get(kind)
    kinds.set(kind, {
      kind,
      files: (known?.files ?? 0) + 1,
      bytes: (known?.bytes ?? 0) + size,
      groups: (known?.groups ?? 0) + groups.length,
      largestGroup: Math.max(known?.largestGroup ?? 0, ...groups.map((group) => group.bytes)),
      largestFooter: Math.max(known?.largestFooter ?? 0, footer),
    })
  }
  return [...kinds.values()].toSorted((a, b) => b.bytes - a.bytes)
}

/** `reports/shusha-12.texts.parquet` is one of `reports/*.texts.parquet`. */
function kindOf(path: string): string {
  return path.replace(/^reports\/[^.]*/, 'reports/*').replace(/-\d+\./, '.')
}

/** What the page fetches to show the first window: at the lowest zoom, all of the map. */
export function measureFirstView(folder: string) {
  const dataset = readFileSync(join(folder, 'dataset.json'))
  const { files, firstWindow, published } = JSON.parse(dataset.toString()) as PublishedConflict
  const { from, to } = firstWindow
  const [first, last] = [parseDay(from) ?? 0, parseDay(to) ?? 0]
  let bytes = dataset.length
  for (const file of files) {
    if (ALWAYS.includes(file.path)) bytes += file.bytes
    if (!/^(counts|cells)\b/.test(file.path)) continue
    const { groups, footer } = readFooter(join(folder, file.path), file.bytes)
    const needed = groups.filter(({ least, greatest }) => {
      const isAtZoom = file.zooms === undefined || least('zoom') === published.zooms[0]
      return isAtZoom && least('first_day') <= last && greatest('last_day') >= first
    })
    if (needed.length > 0) bytes += footer
    for (const group of needed) bytes += group.bytes
  }
  return { from, to, bytes, left: published.left.length }
}

interface Group {
  readonly bytes: number
  least(column: string): number
  greatest(column: string): number
}

function readFooter(path: string, size: number): { groups: readonly Group[]; footer: number } {
  const file = openSync(path, 'r')
  try {
    const read = (length: number) => {
      const bytes = new Uint8Array(length)
      readSync(file, bytes, 0, length, size - length)
      return bytes
    }
    const footer = new DataView(read(TAIL_BYTES).buffer).getUint32(0, true) + TAIL_BYTES
    const parsers = { dateFromDays: (days: number) => days }
    const { row_groups }: FileMetaData = parquetMetadata(read(footer).buffer, { parsers })
    return { groups: row_groups.map(groupOf), footer }
  } finally {
    closeSync(file)
  }
}

function groupOf({ columns, total_compressed_size }: RowGroup): Group {
  const statisticsOf = (column: string) =>
    columns.find(({ meta_data: data }) => data?.path_in_schema[0] === column)?.meta_data?.statistics
  return {
    bytes: Number(total_compressed_size),
    least: (column) => Number(statisticsOf(column)?.min_value),
    greatest: (column) => Number(statisticsOf(column)?.max_value),
  }
}
