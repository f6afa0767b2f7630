import { normalize } from '../model/normalize'
import { ClosingQuotes } from './closingQuotes'
import { withoutGuard } from './formula'

const LF = 10
const CR = 13
const SPACE = 32
const QUOTE = 34
const GUARD = 39
/** No cell is longer: a quote that is not closed within this is not an opening quote. */
const MAX_BYTES = 1 << 24
/** Bytes that are decoded ahead, at most, while records are read one after another. */
const MAX_AHEAD = 1 << 14
const NOT_ASCII = /[\u0080-\uffff]/

/** A cell as it was read from a file, as `RecordReader.cell` gives it. */
export function cleanCell(raw: string): string {
  return raw === '' ? raw : trimCell(normalize(raw, 'NFC'))
}

function trimCell(text: string): string {
  const cell = text.trim()
  return cell.startsWith("'") ? withoutGuard(cell).trim() : cell
}

/**
 * Reads the records of delimited text (RFC 4180; UTF-8; any one-byte delimiter; LF, CRLF or CR) one
 * after another from bytes. Decodes only parts whose cells are asked for. A quote counts at the
 * start of a cell only, and closes it only before a delimiter or a line end.
 */
export class RecordReader {
  /** Byte offsets of the record; its line end belongs to it. */
  start = 0
  end: number
  /** The line it begins on, from 1, as a text editor counts. */
  line = 0
  cellCount = 0
  /** It has a quote where none may be. */
  flawed = false

  /** The line that the next record begins on. */
  nextLine: number
  private readonly separator: number
  /** Byte offsets of the cells, without their quotes; past `cellCount` those of earlier records. */
  private readonly starts: number[] = []
  private readonly ends: number[] = []
  /** Whether there are doubled quotes in a cell. */
  private readonly doubled: boolean[] = []
  /** Some records, a character for each byte: decoding each by itself takes several times longer. */
  private block = ''
  private blockStart = 0
  private ahead = 0
  /** Whether the cell that was read last is, so that its bytes are its letters. */
  private isAscii = true
  private readonly byteDecoder = new TextDecoder('latin1')
  private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  private readonly quotes: ClosingQuotes

  /** `start` and `line`: the byte offset and the line of the first record to read. */
  constructor(
    private readonly bytes: Uint8Array,
    delimiter: string,
    start = 0,
    line = 1,
  ) {
    this.separator = delimiter.charCodeAt(0)
    this.quotes = new ClosingQuotes(bytes, this.separator)
    this.end = start
    this.nextLine = line
  }

  /** Makes the record that begins at a byte offset the next one. */
  seek(start: number, line: number): void {
    this.end = start
    this.nextLine = line
    this.ahead = 0
  }

  /** Goes to the next record; false past the last. */
  next(): boolean {
    const { bytes } = this
    if (this.end >= bytes.length) return false
    this.start = this.end
    this.line = this.nextLine
    this.cellCount = 0
    this.flawed = false
    const { separator } = this
    const last = bytes.length
    let at = this.start
    for (;;) {
      if (bytes[at] === QUOTE) at = this.readQuoted(at)
      else {
        const start = at
        while (at < last) {
          const byte = bytes[at]
          if (byte === separator || byte === LF || byte === CR) break
          at++
        }
        this.addCell(start, at, false)
      }
      const byte = at < last ? bytes[at] : LF
      if (byte === separator) {
        at++
        continue
      }
      if (byte === CR && bytes[at + 1] === LF) at++
      this.end = Math.min(at + 1, last)
      this.nextLine++
      return true
    }
  }

  /** Whether the record has only delimiters and quotes, as rows that spreadsheets append. */
  get isBlank(): boolean {
    const { bytes, separator } = this
    for (let at = this.start; at < this.end; at++) {
      const byte = bytes[at]
      if (byte !== separator && byte !== SPACE && byte !== QUOTE && byte !== LF && byte !== CR)
        return false
    }
    return true
  }

  /**
   * The text of a cell: trimmed, NFC, without a formula guard (formula.ts). Empty past the last.
   */
  cell(index: number): string {
    const raw = this.raw(index)
    if (raw === '') return raw
    if (!this.isAscii) return trimCell(normalize(raw, 'NFC'))
    // Most cells have nothing to take off.
    const isPlain = raw.charCodeAt(0) > GUARD && raw.charCodeAt(raw.length - 1) > SPACE
    return isPlain ? raw : trimCell(raw)
  }

  /** The text of a cell as it is, without its quotes. Empty past the last. */
  raw(index: number): string {
    if (index < 0 || index >= this.cellCount) return ''
    const [start, end] = [this.starts[index] ?? 0, this.ends[index] ?? 0]
    if (start === end) return ''
    const letters = this.lettersOf(start, end)
    this.isAscii = !NOT_ASCII.test(letters)
    const raw = this.isAscii ? letters : this.decoder.decode(this.bytes.subarray(start, end))
    return this.doubled[index] ? raw.replaceAll('""', '"') : raw
  }

  cells(): string[] {
    return Array.from({ length: this.cellCount }, (_, index) => this.cell(index))
  }

  cellsBy(columns: readonly string[]): Record<string, string> {
    const cells: Record<string, string> = Object.create(null)
    for (const [index, name] of columns.entries()) cells[name] = this.cell(index)
    return cells
  }

  /** A character for each byte of a cell of the record. */
  private lettersOf(start: number, end: number): string {
    const { block, blockStart } = this
    if (start >= blockStart && end <= blockStart + block.length) {
      return block.slice(start - blockStart, end - blockStart)
    }
    const blockEnd = Math.max(this.end, this.start + this.ahead)
    this.ahead = Math.min(MAX_AHEAD, 2 * (blockEnd - this.start))
    this.blockStart = this.start
    this.block = this.byteDecoder.decode(this.bytes.subarray(this.start, blockEnd))
    return this.block.slice(start - this.start, end - this.start)
  }

  private readQuoted(start: number): number {
    const { bytes } = this
    let isDoubled = false
    let lines = 0
    const last = Math.min(bytes.length, start + MAX_BYTES)
    if (this.quotes.isKnownOpen(start, last)) return this.readUnclosed(start)
    for (let at = start + 1; at < last; at++) {
      const byte = bytes[at]
      if (byte !== QUOTE) {
        if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) lines++
        continue
      }
      if (bytes[at + 1] === QUOTE) {
        isDoubled = true
        at++
        continue
      }
      const after = this.quotes.afterClosing(at + 1)
      if (after === -1) {
        this.flawed = true
        continue
      }
      this.addCell(start + 1, at, isDoubled)
      this.nextLine += lines
      return after
    }
    this.quotes.foundOpen(start, last)
    return this.readUnclosed(start)
  }

  /** Its quote is a letter like any other. */
  private readUnclosed(start: number): number {
    const { bytes } = this
    this.flawed = true
    let end = start
    while (end < bytes.length && !this.quotes.endsCell(bytes[end])) end++
    this.addCell(start, end, false)
    return end
  }

  private addCell(start: number, end: number, isDoubled: boolean): void {
    this.starts[this.cellCount] = start
    this.ends[this.cellCount] = end
    this.doubled[this.cellCount] = isDoubled
    this.cellCount++
  }
}
