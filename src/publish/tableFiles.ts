import { type Day, formatDay } from '../model/day'
import type { Disk } from './disk'
import { type ParquetColumn, ParquetFile, type ParquetValue } from './parquetFile'
import type { WrittenFile } from './publishedFolder'

/** A group has at least so many rows where more follow, and no more than twice as many. */
export const GROUP_ROWS = 16_384
/** A reader fetches a footer for each file and a group for each window: neither may be large. */
const MAX_GROUPS = 32

/** What a reader needs for some days of a table: the footers and groups that have them. */
export interface TableFile {
  readonly file: WrittenFile
  readonly groups: readonly TableGroup[]
}

export interface TableGroup {
  readonly from: number
  readonly to: number
  /** Null in a table that has none. */
  readonly zoom: number | null
  readonly bytes: number
}

/** Writes the rows of a table to as many files as it needs: NAME.parquet, NAME-2.parquet and so on. */
export class TableFiles {
  private readonly written: TableFile[] = []
  private file: ParquetFile | null = null
  private rows: (readonly ParquetValue[])[] = []
  private groups: Omit<TableGroup, 'bytes'>[] = []
  private range: { from: number; to: number } | null = null

  /** `zoom` is that of the rows that are added. */
  constructor(
    private readonly disk: Disk,
    private readonly name: string,
    private readonly columns: readonly ParquetColumn[],
    public zoom: number | null = null,
  ) {}

  add(row: readonly ParquetValue[], first: number, last: number): void {
    if (this.rows.length >= 2 * GROUP_ROWS) this.endGroup()
    this.rows.push(row)
    const { from, to } = this.range ?? { from: first, to: last }
    this.range = { from: Math.min(from, first), to: Math.max(to, last) }
  }

  /** Ends the group if it has so many rows. */
  endGroup(leastRows = 0): void {
    if (!this.range || this.rows.length < leastRows) return
    this.endFile(MAX_GROUPS)
    this.file ??= this.open()
    this.file.writeGroup(this.rows)
    this.groups.push({ ...this.range, zoom: this.zoom })
    this.rows = []
    this.range = null
  }

  /** The following rows are seldom needed together with those before. */
  beginPart(): void {
    this.endGroup()
    this.endFile(MAX_GROUPS / 4)
  }

  finish(): readonly TableFile[] {
    this.endGroup()
    if (this.written.length === 0) this.file ??= this.open()
    this.endFile(0)
    return this.written
  }

  private open(): ParquetFile {
    const number = this.written.length + 1
    const path = `${this.name}${number > 1 ? `-${number}` : ''}.parquet`
    return new ParquetFile(this.disk, path, this.columns)
  }

  private endFile(leastGroups: number): void {
    if (!this.file || this.groups.length < leastGroups) return
    this.file.finish()
    const { path, rows, groupBytes, footerBytes } = this.file
    const groups = this.groups.map((group, at) => ({ ...group, bytes: groupBytes[at] ?? 0 }))
    const zooms = [...new Set(groups.flatMap(({ zoom }) => zoom ?? []))]
    const file: WrittenFile = {
      path,
      rows,
      footer: footerBytes,
      ...(groups.length > 0 && {
        from: formatDay(Math.min(...groups.map(({ from }) => from)) as Day),
        to: formatDay(Math.max(...groups.map(({ to }) => to)) as Day),
      }),
      ...(zooms.length > 0 && { zooms }),
    }
    this.written.push({ file, groups })
    this.file = null
    this.groups = []
  }
}
