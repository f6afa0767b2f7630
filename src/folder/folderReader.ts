import type { ParquetQueryFilter } from 'hyparquet'
import { UserError } from '../issues/problem'
import type { DayRange } from '../model/day'
import type { PublishedConflict, PublishedFile } from '../publish/publishedFolder'
import { REPORT_LIST } from '../publish/reportList'
import { type CellQuery, cellFilter, cellPoints } from './cellRows'
import { type CountedRows, countedRows } from './countedRows'
import { covering } from './coveredDays'
import { GrowingTable } from './growingTable'
import { joinRows, pickRows } from './joinRows'
import { readReportList } from './listedFiles'
import { RangedFile, type ReadRange } from './rangedFile'
import { daysShared, type ReportQuery } from './reportQuery'
import { type ReportRow, readReportRows } from './reportRows'
import { type ReadReports, reportFiles } from './reportsAsFiles'
import { type RowRange, TableFile } from './tableFile'

const OVERVIEW = 'overview.parquet'
/** Each can be several files. */
const COUNTS = /^counts(-\d+)?\.parquet$/
const CELLS = /^cells(-\d+)?\.parquet$/

/** With more rows of a table, or reports, in memory, those that were read before are forgotten. */
const MAX_ROWS = 2_000_000
const MAX_READ = 20_000
/** More rows than this are not read for one window. */
const MAX_WINDOW = 3_000_000

const OF_OVERVIEW = ['first_day', 'last_day', 'by', 'number']
const OF_COUNTS = ['first_day', 'last_day', 'areas', 'number']
const OF_CELLS = ['zoom', 'x', 'y', 'mean_x', 'mean_y', 'first_day', 'last_day', 'number']

/** Counts of some days, with those that were read before. */
export interface ReadCounts {
  readonly rows: CountedRows
  /** All days whose counts are among them, as ranges apart from each other. */
  readonly covered: readonly DayRange[]
}

/** Reads a published folder in parts. All functions reject with a UserError. */
export class FolderReader {
  private readonly tables = new Map<string, TableFile>()
  private readonly growing = new Map<string, GrowingTable>()
  private readonly read = new Map<string, ReportRow>()
  private files: Promise<readonly PublishedFile[]> | null = null
  private lastCounts: Promise<unknown> = Promise.resolve()
  private covered: readonly DayRange[] = []

  constructor(
    private readonly conflict: PublishedConflict,
    private readonly readRange: ReadRange,
  ) {}

  /** All reports by day and party; days may be rounded (`published.overviewUnit`). */
  async overview(): Promise<CountedRows> {
    const parts = await this.table(this.named(OVERVIEW)).readAll(OF_OVERVIEW)
    return joinRows([countedRows(parts, this.conflict, ['by'])])
  }

  /** The counts of all reports that touch some days, after what was asked for before. */
  counts(window: DayRange): Promise<ReadCounts> {
    const after = this.lastCounts.then(() => this.readCounts(window))
    this.lastCounts = after.catch(() => {})
    return after
  }

  private async readCounts(window: DayRange): Promise<ReadCounts> {
    const days: ParquetQueryFilter[] = [
      { first_day: { $lte: window.to } },
      { last_day: { $gte: window.from } },
    ]
    const { rows, hasForgotten } = await this.grow(COUNTS, OF_COUNTS, window, { $and: days })
    this.covered = covering([...(hasForgotten ? [] : this.covered), window])
    return { rows: joinRows(rows), covered: this.covered }
  }

  /** The reports in squares of the map: where the mean of their points is. */
  async cells(query: CellQuery): Promise<CountedRows> {
    const { rows } = await this.grow(CELLS, OF_CELLS, query.window, cellFilter(query), query.zoom)
    const all = joinRows(rows)
    const own = Int32Array.from(all.zoom ?? [], (_, row) => row)
    return pickRows(
      all,
      own.filter((row) => all.zoom?.[row] === query.zoom),
    )
  }

  /** The files with reports. */
  reportFiles(): Promise<readonly PublishedFile[]> {
    this.files ??= readReportList(this.table(this.named(REPORT_LIST)))
    this.files.catch(() => {
      this.files = null
    })
    return this.files
  }

  /** The reports of a query, with those that were read before unless they are very many. */
  async reports(query: ReportQuery): Promise<ReadReports> {
    const { conflict } = this
    const files = await this.reportFiles()
    const read = await readReportRows({ files, open: (file) => this.table(file) }, query)
    if (this.read.size > MAX_READ) this.read.clear()
    for (const row of read) this.read.set(String(row.values.get('id')), row)
    return reportFiles([...this.read.values()], conflict)
  }

  /** Reads what is missing of the rows of a table that a filter needs. Returns all that were read. */
  private async grow(
    name: RegExp,
    columns: readonly string[],
    window: DayRange,
    filter: ParquetQueryFilter,
    zoom: number | null = null,
  ): Promise<{ rows: CountedRows[]; hasForgotten: boolean }> {
    const files = this.conflict.files.filter(({ path }) => name.test(path))
    const tables = files.map((file) => this.growingTable(file, columns))
    const needed = files.flatMap((file, at) => {
      const isOfZoom = zoom === null || file.zooms?.includes(zoom) !== false
      return isOfZoom && daysShared(file, window) > 0 ? (tables[at] ?? []) : []
    })
    const found = await Promise.all(
      needed.map(async (table) => ({ table, scan: await table.find(filter) })),
    )
    const n = found.flatMap(({ scan }) => scan.ranges).reduce((sum, each) => sum + rowsOf(each), 0)
    if (n > MAX_WINDOW) throw new UserError({ code: 'windowTooLong', params: { n } })
    const hasForgotten = tables.reduce((sum, { length }) => sum + length, 0) > MAX_ROWS
    if (hasForgotten) for (const table of tables) table.forget()
    await Promise.all(found.map(({ table, scan }) => table.grow(scan)))
    return { rows: tables.flatMap(({ rows }) => rows), hasForgotten }
  }

  private growingTable(file: PublishedFile, columns: readonly string[]): GrowingTable {
    const { facets } = this.conflict.published
    const known = this.growing.get(file.path)
    const isCells = CELLS.test(file.path)
    const table =
      known ??
      new GrowingTable(this.table(file), [...columns, ...facets], (part) => ({
        ...countedRows([part], this.conflict, facets),
        ...(isCells && cellPoints([part], part.length)),
      }))
    this.growing.set(file.path, table)
    return table
  }

  private table(file: PublishedFile): TableFile {
    const known = this.tables.get(file.path)
    const table = known ?? new TableFile(new RangedFile(file, this.readRange))
    this.tables.set(file.path, table)
    return table
  }

  private named(path: string): PublishedFile {
    const file = this.conflict.files.find((each) => each.path === path)
    if (file) return file
    throw new UserError({ code: 'folderBroken', params: { path } })
  }
}

function rowsOf({ rowStart, rowEnd }: RowRange): number {
  return rowEnd - rowStart
}
