import { cleanCell } from '../csv/recordReader'
import type { RowRecords } from '../open/fileRows'

/** A row of the engine, as a record of the file that it is from. */
export class EngineRow implements RowRecords {
  readonly start = 0
  readonly end = 0
  line = 0
  flawed = false
  cellCount = 0
  readonly isBlank = false
  private cellsOfRow: readonly string[] = []
  private isNext = false

  /** Makes a row the next one. */
  set(line: number, flaw: number, count: number, cells: readonly string[]): void {
    this.line = line
    this.flawed = flaw === 1
    this.cellCount = count
    this.cellsOfRow = cells
    this.isNext = true
  }

  next(): boolean {
    const { isNext } = this
    this.isNext = false
    return isNext
  }

  seek(): void {
    throw new Error('rows of the engine are read once')
  }

  cell(index: number): string {
    return index < 0 || index >= this.cellCount ? '' : cleanCell(this.cellsOfRow[index] ?? '')
  }

  cells(): string[] {
    return Array.from({ length: this.cellCount }, (_, index) => this.cell(index))
  }
}
