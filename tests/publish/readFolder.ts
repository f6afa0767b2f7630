import { gunzipSync } from 'node:zlib'
import { parquetReadObjects } from 'hyparquet'
import type { Disk } from '../../src/publish/disk'
import type { WrittenFile } from '../../src/publish/publishedFolder'

/** Reads compressed pages by another library than the one that wrote them. */
export const compressors = { GZIP: (bytes: Uint8Array) => new Uint8Array(gunzipSync(bytes)) }

export type TableRow = Awaited<ReturnType<typeof parquetReadObjects>>[number]

export function asFile(disk: Disk, path: string) {
  const source = disk.open(path)
  if (!source) throw new Error(`there is no ${path}`)
  const slice = (from: number, to = source.size) => source.read(from, to - from).slice().buffer
  return { byteLength: source.size, slice }
}

/** The rows of a table of a published folder, days as whole numbers. */
export function readTable(disk: Disk, path: string): Promise<readonly TableRow[]> {
  const parsers = { dateFromDays: (days: number) => days }
  return parquetReadObjects({ file: asFile(disk, path), parsers, geoparquet: false, compressors })
}

/** The rows of all files of a table: of counts, or of cells. */
export async function readTables(disk: Disk, files: readonly WrittenFile[], name: string) {
  const paths = files.map(({ path }) => path).filter((path) => path.startsWith(name))
  return (await Promise.all(paths.map((path) => readTable(disk, path)))).flat()
}
