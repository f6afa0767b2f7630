import { parquetReadObjects } from 'hyparquet'
import type { CodedFacetKey } from '../../src/model/facets'
import { facetValues, hasSeveral } from '../../src/model/facets'
import type { Disk } from '../../src/publish/disk'
import type { WrittenFile } from '../../src/publish/publishedFolder'
import { PUBLISHED_FACETS } from '../../src/publish/sortedReport'
import { valueBits } from '../../src/store/codes'
import type { Columns, Dataset } from '../../src/store/dataset'

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
  return parquetReadObjects({ file: asFile(disk, path), parsers, geoparquet: false })
}

/** The rows of all files of a table: of counts, or of cells. */
export async function readTables(disk: Disk, files: readonly WrittenFile[], name: string) {
  const paths = files.map(({ path }) => path).filter((path) => path.startsWith(name))
  return (await Promise.all(paths.map((path) => readTable(disk, path)))).flat()
}

/** The rows of a table of counts as the rows of a dataset, each of as many events as it counts. */
export function countedDataset(counts: readonly TableRow[], of: Dataset): Dataset {
  const rows = counts.toSorted((a, b) => Number(b.first_day) - Number(a.first_day))
  const column = (name: string) => Int32Array.from(rows, (row) => Number(row[name]))
  const codeOf = (key: CodedFacetKey) => {
    const values = facetValues(key, of.conflict)
    return (ids: string) =>
      hasSeveral(key) ? valueBits(values, ids.split(' ')) : values.indexOf(ids)
  }
  const codes = PUBLISHED_FACETS.map((key) => {
    const read = codeOf(key)
    return [key, Uint32Array.from(rows, (row) => read(row[key] ?? ''))]
  })
  const lists = rows.map(({ areas = '' }) => areas.split(' ').filter(Boolean))
  const named = lists.flat()
  const ends = lists.map((_, at) => lists.slice(0, at + 1).flat().length)
  const ids: readonly string[] = of.areaIds
  const columns = {
    ...of.columns,
    length: rows.length,
    startDay: column('first_day'),
    endDay: column('last_day'),
    codes: { ...Object.fromEntries(codes), dataset: new Uint8Array(rows.length) },
    events: column('number'),
    areaOffset: Int32Array.from([0, ...ends]),
    areaIndex: Uint16Array.from(named, (area) => ids.indexOf(area.replace('~', ''))),
    areaApproximate: Uint8Array.from(named, (area) => (area.endsWith('~') ? 1 : 0)),
  } as Columns
  return { ...of, columns }
}
