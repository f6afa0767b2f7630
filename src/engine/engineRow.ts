import { cleanCell } from '../csv/recordReader'
import type { RowRecords } from '../open/fileRows'
import type { CellList } from './rowBinary'

/** A row of the engine, as a record of the file that it is from. */
export class EngineRow implements RowRecords {
  readonly start = 0
  readonly end = 0
  line = 0
  flawed = false
  cellCount = 0
  readonly isBlank = false
  private texts: CellList | null = null
  private isNext = false

  /** Makes a row the next one. */
  set(line: number, flaw: number, count: number, texts: CellList): void {
    this.line = line
    this.flawed = flaw === 1
    this.cellCount = count
    this.texts = texts
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
    return index < 0 || index >= this.cellCount ? '' : cleanCell(this.texts?.text(index) ?? '')
  }

  cells(): string[] {
    return Array.from({ length: this.cellCount }, (_, index) => this.cell(index))
  }
}
