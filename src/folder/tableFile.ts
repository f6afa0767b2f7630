import {
  type FileMetaData,
  type ParquetQueryFilter,
  type ParquetScan,
  parquetMetadataAsync,
  parquetScan,
} from 'hyparquet'
import { UserError } from '../issues/problem'
import { DECOMPRESS } from '../publish/gzip'
import type { RangedFile } from './rangedFile'

const READ = {
  parsers: { dateFromDays: (days: number) => days },
  geoparquet: false,
  compressors: DECOMPRESS,
}

/** The values of a column; days are whole numbers. */
export type ColumnValues = ArrayLike<unknown>

/** Rows that follow each other in a table, as columns. */
export interface TableRows {
  readonly from: number
  readonly length: number
  column(name: string): ColumnValues
}

/** Rows of a file, from one to before another. */
export interface RowRange {
  readonly rowStart: number
  readonly rowEnd: number
}

/** Reads parts of a Parquet file. All functions reject with a UserError. */
export class TableFile {
  private metadata: Promise<FileMetaData> | null = null

  constructor(private readonly file: RangedFile) {}

  /** The ranges of rows, by the page index, outside which no row passes the filter. */
  async find(filter: ParquetQueryFilter | null, columns: readonly string[]): Promise<ParquetScan> {
    return this.orBroken(async () => {
      const metadata = await this.footer()
      return parquetScan({
        ...this.options(metadata, columns),
        ...(filter && { pruningFilter: filter }),
      })
    })
  }

  /** Reads rows of a scan, which are within one of its ranges. */
  async read(
    scan: ParquetScan,
    { rowStart, rowEnd }: RowRange,
    columns: readonly string[],
  ): Promise<TableRows> {
    return this.orBroken(async () => {
      const values = await Promise.all(
        columns.map((column) => scan.readColumn({ column, rowStart, rowEnd })),
      )
      const known = new Map(columns.map((name, index) => [name, values[index] ?? []]))
      return {
        from: rowStart,
        length: rowEnd - rowStart,
        column: (name) => known.get(name) ?? [],
      }
    })
  }

  /** Reads the same rows of a table whose groups may end elsewhere. */
  async readRows(ranges: readonly RowRange[], columns: readonly string[]): Promise<TableRows[]> {
    return this.orBroken(async () => {
      const metadata = await this.footer()
      const scans = await Promise.all(
        ranges.map((range) => parquetScan({ ...this.options(metadata, columns), ...range })),
      )
      const parts = scans.flatMap((scan) =>
        scan.ranges.map((range) => this.read(scan, range, columns)),
      )
      return Promise.all(parts)
    })
  }

  /** Reads all rows of a small file with one request. */
  async readAll(columns: readonly string[]): Promise<TableRows[]> {
    await this.orBroken(() => this.file.hold())
    const { ranges } = await this.find(null, columns)
    return this.readRows(ranges, columns)
  }

  private options(metadata: FileMetaData, columns: readonly string[]) {
    return {
      file: this.file,
      metadata,
      columns: [...columns],
      ...READ,
      usePageIndex: true,
    }
  }

  private footer(): Promise<FileMetaData> {
    const { footer: initialFetchSize } = this.file.file
    const options = { ...(initialFetchSize && { initialFetchSize }), ...READ }
    this.metadata ??= parquetMetadataAsync(this.file, options)
    this.metadata.catch(() => {
      this.metadata = null
    })
    return this.metadata
  }

  /** What the reader finds wrong with bytes is a fault of the file. */
  private async orBroken<T>(read: () => Promise<T>): Promise<T> {
    try {
      return await read()
    } catch (error) {
      if (error instanceof UserError) throw error
      throw new UserError({ code: 'folderBroken', params: { path: this.file.file.path } })
    }
  }
}
