import type { Box, Conflict } from '../model/conflict'
import { type Day, formatDay, sliceAround } from '../model/day'
import type { CodedFacetKey } from '../model/facets'
import { dayOf, type Minute } from '../model/interval'
import {
  addUp,
  byValues,
  type CountedReports,
  describeCodes,
  type Sum,
  sumsOf,
} from './countTables'
import type { Disk } from './disk'
import { ExternalSort } from './externalSort'
import { type ParquetColumn, ParquetFile, type ParquetValue } from './parquetFile'
import type { WrittenFile } from './publishedFolder'
import { cellAt, deinterleave, interleave, zoomsOf } from './quadCell'
import type { SortedReport } from './sortedReport'
import { SortKey } from './sortKey'

export const COUNTS = 'counts.parquet'
/** Rows of counts.parquet. With more, a column of codes leaves it. */
export const MAX_COUNTS = 2_000_000
/** Fewer rows are one group, whatever their months; a table has at most so many groups. */
const GROUP_ROWS = 16_384
const MAX_GROUPS = 100
const DAYS: readonly ParquetColumn[] = [
  { name: 'first_day', type: 'day' },
  { name: 'last_day', type: 'day' },
]
const NUMBER: ParquetColumn = { name: 'number', type: 'integer' }

/** Sorts what is counted of reports. */
export class ReportSums implements CountedReports {
  private readonly byDay: ExternalSort
  private readonly byCell: ExternalSort
  private readonly key = new SortKey()
  private readonly areaCodes = new Map<string, number>()
  readonly zooms: readonly number[]
  cellRecords = 0

  constructor(disk: Disk, bounds: Box | null) {
    this.byDay = new ExternalSort(disk, 'counts')
    this.byCell = new ExternalSort(disk, 'cells')
    this.zooms = bounds ? zoomsOf(bounds) : []
  }

  add(report: SortedReport): void {
    const { codes, events } = report
    const days = [dayOf(report.start as Minute), dayOf(report.end as Minute)] as const
    const areas = report.areas.join(' ')
    const area = this.areaCodes.get(areas) ?? this.areaCodes.size
    this.areaCodes.set(areas, area)
    this.byDay.add(this.keyOf([...days, area, ...codes]), bytesOf([events]))
    for (const zoom of this.zooms) {
      const cells = new Map<number, number[]>()
      for (const point of report.points) {
        const { column, line, x, y } = cellAt(point, zoom)
        const place = interleave(column, line)
        const sums = cells.get(place) ?? [events, 0, 0, 0]
        cells.set(place, [events, (sums[1] ?? 0) + 1, (sums[2] ?? 0) + x, (sums[3] ?? 0) + y])
      }
      for (const [place, sums] of cells) {
        this.byCell.add(this.keyOf([zoom, place, ...days, ...codes]), bytesOf(sums))
        this.cellRecords++
      }
    }
  }

  counts(): Iterable<Sum> {
    return sumsOf(this.byDay.merge(), 3)
  }

  cells(): Iterable<Sum> {
    return sumsOf(this.byCell.merge(), 4)
  }

  get areaLists(): readonly string[] {
    return [...this.areaCodes.keys()]
  }

  remove(): void {
    this.byDay.remove()
    this.byCell.remove()
  }

  private keyOf(numbers: readonly number[]): Uint8Array {
    this.key.clear()
    for (const number of numbers) this.key.integer(number)
    return this.key.bytes
  }
}

/** Writes counts.parquet. Returns it with the columns that left it, and the bytes of each month. */
export function writeCounts(
  disk: Disk,
  conflict: Conflict,
  counted: CountedReports,
  maxRows: number,
) {
  const left: CodedFacetKey[] = []
  const countRows = () => {
    let rows = 0
    for (const _ of addUp(counted.counts(), 3, left)) rows++
    return rows
  }
  let rows = countRows()
  for (const key of byValues(conflict)) {
    if (rows <= maxRows) break
    left.push(key)
    rows = countRows()
  }
  const codes = describeCodes(conflict, left)
  const { areaLists } = counted
  const table = new Table(
    new ParquetFile(disk, COUNTS, [
      ...DAYS,
      { name: 'areas', type: 'text' },
      ...codes.columns,
      NUMBER,
    ]),
    Math.max(GROUP_ROWS, Math.ceil(rows / MAX_GROUPS)),
  )
  let month = Number.NaN
  for (const { key, values } of addUp(counted.counts(), 3, left)) {
    const [first = 0, last = 0, area = 0, ...own] = key
    const { from } = sliceAround(first as Day, 'month')
    if (from !== month) table.mayEndGroup()
    month = from
    const row = [first, last, areaLists[area] ?? '', ...codes.write(own), values[0] ?? 0]
    table.add(row, first, last)
  }
  return { ...table.finish(), left }
}

/** Writes cells.parquet without the columns that left the counts. */
export function writeCells(
  disk: Disk,
  conflict: Conflict,
  counted: CountedReports,
  left: readonly CodedFacetKey[],
) {
  const codes = describeCodes(conflict, left)
  const place = ['zoom', 'x', 'y'].map((name) => ({ name, type: 'integer' as const }))
  const means = ['mean_x', 'mean_y'].map((name) => ({ name, type: 'integer' as const }))
  const columns = [...place, ...DAYS, ...codes.columns, NUMBER, ...means]
  const rows = Math.max(GROUP_ROWS, Math.ceil(counted.cellRecords / MAX_GROUPS))
  const table = new Table(new ParquetFile(disk, 'cells.parquet', columns), rows)
  for (const { key, values } of addUp(counted.cells(), 4, left)) {
    const [zoom = 0, cell = 0, first = 0, last = 0, ...own] = key
    const [number = 0, points = 1, x = 0, y = 0] = values
    table.mayEndGroup()
    const row = [zoom, ...deinterleave(cell), first, last, ...codes.write(own), number]
    table.add([...row, Math.floor(x / points), Math.floor(y / points)], first, last)
  }
  return table.finish()
}

/** Rows of a table while they are gathered to groups. */
class Table {
  private rows: (readonly ParquetValue[])[] = []
  private readonly groups: { readonly from: number; to: number }[] = []
  private range: { from: number; to: number } | null = null

  constructor(
    private readonly file: ParquetFile,
    private readonly groupRows: number,
  ) {}

  add(row: readonly ParquetValue[], first: number, last: number): void {
    if (this.rows.length >= 4 * this.groupRows) this.endGroup()
    this.rows.push(row)
    const { from, to } = this.range ?? { from: first, to: last }
    this.range = { from: Math.min(from, first), to: Math.max(to, last) }
  }

  mayEndGroup(): void {
    if (this.rows.length >= this.groupRows) this.endGroup()
  }

  finish() {
    this.endGroup()
    this.file.finish()
    const { path, rows, groupBytes } = this.file
    const from = Math.min(...this.groups.map((group) => group.from))
    const to = Math.max(...this.groups.map((group) => group.to))
    const days = rows > 0 && { from: formatDay(from as Day), to: formatDay(to as Day) }
    const file: WrittenFile = { path, rows, ...days }
    const groups = this.groups.map((group, at) => ({ ...group, bytes: groupBytes[at] ?? 0 }))
    return { file, groups }
  }

  private endGroup(): void {
    if (!this.range) return
    this.file.writeGroup(this.rows)
    this.groups.push(this.range)
    this.rows = []
    this.range = null
  }
}

/** What a record of a table adds up. */
function bytesOf(sums: readonly number[]): Uint8Array {
  return new Uint8Array(Float64Array.from(sums).buffer)
}
