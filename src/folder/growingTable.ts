import type { ParquetQueryFilter, ParquetScan } from 'hyparquet'
import type { CountedRows } from './countedRows'
import type { RowRange, TableFile, TableRows } from './tableFile'

interface Piece extends RowRange {
  readonly rows: CountedRows
}

/** The rows of a file that were read so far, each once. */
export class GrowingTable {
  private pieces: readonly Piece[] = []
  private last: Promise<void> = Promise.resolve()

  constructor(
    private readonly file: TableFile,
    private readonly columns: readonly string[],
    private readonly toRows: (part: TableRows) => CountedRows,
  ) {}

  get length(): number {
    return this.pieces.reduce((sum, { rows }) => sum + rows.length, 0)
  }

  get rows(): readonly CountedRows[] {
    return this.pieces.map(({ rows }) => rows)
  }

  forget(): void {
    this.pieces = []
  }

  /** Finds the rows that a filter needs, more or less. */
  find(filter: ParquetQueryFilter): Promise<ParquetScan> {
    return this.file.find(filter, this.columns)
  }

  /** Reads what is missing of the rows that were found, after what was asked for before. */
  grow(found: ParquetScan): Promise<void> {
    const after = this.last.then(() => this.readMissing(found))
    this.last = after.catch(() => {})
    return after
  }

  private async readMissing(scan: ParquetScan): Promise<void> {
    const missing = scan.ranges.flatMap((range) => this.missingOf(range))
    const read = await Promise.all(
      missing.map(async (range) => ({
        ...range,
        rows: this.toRows(await this.file.read(scan, range, this.columns)),
      })),
    )
    this.pieces = [...this.pieces, ...read].sort((a, b) => a.rowStart - b.rowStart)
  }

  /** The parts of a range that were not read. */
  private missingOf({ rowStart, rowEnd }: RowRange): RowRange[] {
    const parts: RowRange[] = []
    let next = rowStart
    for (const piece of this.pieces) {
      if (piece.rowEnd <= next || piece.rowStart >= rowEnd) continue
      if (piece.rowStart > next) parts.push({ rowStart: next, rowEnd: piece.rowStart })
      next = piece.rowEnd
    }
    if (next < rowEnd) parts.push({ rowStart: next, rowEnd })
    return parts
  }
}
