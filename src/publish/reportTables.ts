import type { Box, Conflict } from '../model/conflict'
import { type Day, sliceAround } from '../model/day'
import type { CodedFacetKey } from '../model/facets'
import { dayOf, type Minute } from '../model/interval'
import {
  addUp,
  type CountedReports,
  countRows,
  describeCodes,
  type Sum,
  stayingFacets,
  sumsOf,
  watched,
} from './countTables'
import type { Disk } from './disk'
import { ExternalSort } from './externalSort'
import type { ParquetColumn } from './parquetFile'
import { cellAt, deinterleave, interleave, zoomsOf } from './quadCell'
import { PUBLISHED_FACETS, type SortedReport } from './sortedReport'
import { SortKey } from './sortKey'
import { GROUP_ROWS, TableFiles } from './tableFiles'
import { orderOfCell, orderOfCount } from './tableOrder'

/** How the paths of the files of a table begin. */
export const COUNTS = 'counts'
export const CELLS = 'cells'
/** Rows of counts, in all or for each month of their span. With more, a column of codes leaves. */
const MAX_COUNTS = { all: 2_000_000, month: 30_000 }
const DAYS_A_MONTH = 30
const DAYS: readonly ParquetColumn[] = [
  { name: 'first_day', type: 'day' },
  { name: 'last_day', type: 'day' },
]
const sumColumn = (name: string): ParquetColumn => ({ name, type: 'integer', bare: true })

/** Sorts what is counted of reports. */
export class ReportSums implements CountedReports {
  private readonly byDay: ExternalSort
  private readonly byCell: ExternalSort
  private readonly key = new SortKey()
  private readonly values = new DataView(new ArrayBuffer(64))
  private readonly areaCodes = new Map<string, number>()
  private readonly facetIndexes: readonly number[]
  readonly zooms: readonly number[]
  cellRecords = 0

  constructor(disk: Disk, conflict: Conflict, bounds: Box | null) {
    this.facetIndexes = stayingFacets(conflict).map((key) => PUBLISHED_FACETS.indexOf(key))
    this.byDay = new ExternalSort(disk, 'counts')
    this.byCell = new ExternalSort(disk, 'cells')
    this.zooms = bounds ? zoomsOf(bounds) : []
  }

  add(report: SortedReport): void {
    const { events } = report
    const codes = this.facetIndexes.map((index) => report.codes[index] ?? 0)
    const days = [dayOf(report.start as Minute), dayOf(report.end as Minute)] as const
    const areas = report.areas.join(' ')
    const area = this.areaCodes.get(areas) ?? this.areaCodes.size
    this.areaCodes.set(areas, area)
    this.byDay.add(
      this.keyOf([...orderOfCount(...days), ...days, area, ...codes]),
      this.valuesOf([events]),
    )
    for (const zoom of this.zooms) {
      const cells = new Map<number, number[]>()
      for (const point of report.points) {
        const { column, line, x, y } = cellAt(point, zoom)
        const place = interleave(column, line)
        const sums = cells.get(place) ?? [events, 0, 0, 0]
        cells.set(place, [events, (sums[1] ?? 0) + 1, (sums[2] ?? 0) + x, (sums[3] ?? 0) + y])
      }
      for (const [place, sums] of cells) {
        const order = orderOfCell(zoom, zoom === this.zooms[0], ...days)
        const key = this.keyOf([...order, zoom, place, ...days, ...codes])
        this.byCell.add(key, this.valuesOf(sums))
        this.cellRecords++
      }
    }
  }

  counts(): Iterable<Sum> {
    return sumsOf(this.byDay.merge(), 1, 3)
  }

  cells(): Iterable<Sum> {
    return sumsOf(this.byCell.merge(), 3, 4)
  }

  get areaLists(): readonly string[] {
    return [...this.areaCodes.keys()]
  }

  remove(): void {
    this.byDay.remove()
    this.byCell.remove()
  }

  /** Numbers that are added up, as bytes; valid until the next call. */
  private valuesOf(sums: readonly number[]): Uint8Array {
    for (const [at, sum] of sums.entries()) this.values.setFloat64(8 * at, sum)
    return new Uint8Array(this.values.buffer, 0, 8 * sums.length)
  }

  private keyOf(numbers: readonly number[]): Uint8Array {
    this.key.clear()
    for (const number of numbers) this.key.integer(number)
    return this.key.bytes
  }
}

/** Writes the tables of counts. Returns their files, and the columns that left them. */
export function writeCounts(
  disk: Disk,
  conflict: Conflict,
  counted: CountedReports,
  most: number | null,
  onSum: () => void,
) {
  const left = columnsToLeave(conflict, counted, most, onSum)
  const codes = describeCodes(conflict, left)
  const { areaLists } = counted
  const columns: ParquetColumn[] = [...DAYS, { name: 'areas', type: 'text', bare: true }]
  const table = new TableFiles(disk, COUNTS, [...columns, ...codes.columns, sumColumn('number')])
  let [part, month] = [0, Number.NaN]
  const length = 3 + PUBLISHED_FACETS.length - left.length
  for (const { key, values } of addUp(watched(counted.counts(), onSum), length)) {
    const [first = 0, last = 0, area = 0, ...own] = key
    const [ownPart] = orderOfCount(first, last)
    const { from } = sliceAround(first as Day, 'month')
    if (ownPart !== part) table.beginPart()
    else if (from !== month) table.endGroup(GROUP_ROWS)
    ;[part, month] = [ownPart, from]
    const row = [first, last, areaLists[area] ?? '', ...codes.write(own), values[0] ?? 0]
    table.add(row, first, last)
  }
  return { files: table.finish(), left }
}

/** Those without which there are few enough rows of counts, or all. */
function columnsToLeave(
  conflict: Conflict,
  counted: CountedReports,
  most: number | null,
  onSum: () => void,
): readonly CodedFacetKey[] {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  const sums = watched(counted.counts(), ({ key: [first = 0] }) => {
    from = Math.min(from, first)
    to = Math.max(to, first)
    onSum()
  })
  const rows = countRows(sums).slice(3)
  const months = Math.max(0, to - from) / DAYS_A_MONTH
  const limit = most ?? Math.max(MAX_COUNTS.all, MAX_COUNTS.month * months)
  const facets = stayingFacets(conflict)
  const kept = rows.findLastIndex((each) => each <= limit)
  return rows.length === 0 ? [] : facets.slice(Math.max(0, kept)).toReversed()
}

/** Writes the tables of cells without the columns that left the counts. */
export function writeCells(
  disk: Disk,
  conflict: Conflict,
  counted: CountedReports,
  left: readonly CodedFacetKey[],
  onSum: () => void,
) {
  const { zooms } = counted
  const codes = describeCodes(conflict, left)
  const place = ['zoom', 'x', 'y'].map((name) => ({ name, type: 'integer' as const }))
  const sums = ['number', 'mean_x', 'mean_y'].map(sumColumn)
  const table = new TableFiles(disk, CELLS, [...place, ...DAYS, ...codes.columns, ...sums])
  let [part, period] = [0, Number.NaN]
  const length = 4 + PUBLISHED_FACETS.length - left.length
  for (const { key, values } of addUp(watched(counted.cells(), onSum), length)) {
    const [zoom = 0, cell = 0, first = 0, last = 0, ...own] = key
    const [number = 0, points = 1, x = 0, y = 0] = values
    const [, ownPart, ownPeriod] = orderOfCell(zoom, zoom === zooms[0], first, last)
    if (zoom !== table.zoom || ownPart !== part) table.beginPart()
    else table.endGroup(ownPeriod === period ? GROUP_ROWS : GROUP_ROWS / 2)
    ;[part, period] = [ownPart, ownPeriod]
    table.zoom = zoom
    const row = [zoom, ...deinterleave(cell), first, last, ...codes.write(own), number]
    table.add([...row, Math.floor(x / points), Math.floor(y / points)], first, last)
  }
  return table.finish()
}
