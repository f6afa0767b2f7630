import { AsciiText } from './asciiText'
import { ClosingQuotes } from './closingQuotes'
import { withoutGuard } from './formula'
import { shortText } from './utf8'

const LF = 10
const CR = 13
const SPACE = 32
const QUOTE = 34
const APOSTROPHE = 39
/** No cell is as long: a quote that is not closed within it is no opening quote. */
const MAX_BYTES = 1 << 24

const PLAIN = 0
const QUOTED = 1
const QUOTED_TWICE = 2
type Quoting = typeof PLAIN | typeof QUOTED | typeof QUOTED_TWICE

/**
 * Reads the records of delimited text (RFC 4180; UTF-8; any delimiter of one byte; LF, CRLF or CR), one after
 * another, out of bytes: no text is made but of the cells that are asked for. A quote means something at the start of a
 * cell only, and closes it before a delimiter or a line end only.
 */
export class RecordReader {
  /** The record's place, in bytes; its line end belongs to it. */
  start = 0
  end: number
  /** The line that it begins on, as a text editor counts, from 1. */
  line = 0
  cellCount = 0
  /** It has a quote that is not where one may stand. */
  flawed = false

  private nextLine: number
  private readonly separator: number
  private starts = new Int32Array(64)
  private ends = new Int32Array(64)
  private quoting = new Uint8Array(64)
  /** Whether the text has been moved to the record. */
  private isDecoded = false
  private isAscii = true
  private readonly text: AsciiText
  private readonly quotes: ClosingQuotes

  /** `line` is that of the first record to be read, which begins at byte `start`. */
  constructor(
    private readonly bytes: Uint8Array,
    delimiter: string,
    start = 0,
    line = 1,
  ) {
    this.separator = delimiter.charCodeAt(0)
    this.quotes = new ClosingQuotes(bytes, this.separator)
    this.text = new AsciiText(bytes)
    this.end = start
    this.nextLine = line
  }

  /** Makes the record that begins at a byte the next one. */
  seek(start: number, line: number): void {
    this.end = start
    this.nextLine = line
    this.text.seek()
  }

  /** Goes to the next record; false past the last. */
  next(): boolean {
    const { bytes } = this
    if (this.end >= bytes.length) return false
    this.start = this.end
    this.line = this.nextLine
    this.cellCount = 0
    this.flawed = false
    this.isDecoded = false
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
        this.addCell(start, at, PLAIN)
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

  /** Whether nothing stands in the record but delimiters and quotes, as in rows that spreadsheets add at the end. */
  get isBlank(): boolean {
    const { bytes, separator } = this
    for (let at = this.start; at < this.end; at++) {
      const byte = bytes[at]
      if (byte !== separator && byte !== SPACE && byte !== QUOTE && byte !== LF && byte !== CR)
        return false
    }
    return true
  }

  /** The text of a cell: trimmed, NFC, without a formula guard (formula.ts). Empty past the last. */
  cell(index: number): string {
    if (index < 0 || index >= this.cellCount) return ''
    const [start, end] = [this.starts[index] ?? 0, this.ends[index] ?? 0]
    if (start === end) return ''
    if (!this.isDecoded) this.decode()
    const { bytes, text } = this
    if (!this.isAscii && !text.isAscii(start, end)) {
      return this.cleaned(shortText(bytes, start, end).normalize('NFC'), index)
    }
    const cell = text.letters.slice(start - text.start, end - text.start)
    const first = bytes[start] ?? 0
    // Most cells are as they should be.
    const isClean = first > SPACE && first !== APOSTROPHE && (bytes[end - 1] ?? 0) > SPACE
    return isClean && this.quoting[index] !== QUOTED_TWICE ? cell : this.cleaned(cell, index)
  }

  private cleaned(text: string, index: number): string {
    const cell = (this.quoting[index] === QUOTED_TWICE ? text.replaceAll('""', '"') : text).trim()
    return cell.startsWith("'") ? withoutGuard(cell).trim() : cell
  }

  private decode(): void {
    this.text.moveTo(this.start, this.end)
    this.isAscii = this.text.isAscii(this.start, this.end)
    this.isDecoded = true
  }

  private readQuoted(start: number): number {
    const { bytes } = this
    let quoting: Quoting = QUOTED
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
        quoting = QUOTED_TWICE
        at++
        continue
      }
      const after = this.quotes.afterClosing(at + 1)
      if (after === -1) {
        this.flawed = true
        continue
      }
      this.addCell(start + 1, at, quoting)
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
    this.addCell(start, end, PLAIN)
    return end
  }

  private addCell(start: number, end: number, quoting: Quoting): void {
    if (this.cellCount === this.starts.length) this.widen()
    this.starts[this.cellCount] = start
    this.ends[this.cellCount] = end
    this.quoting[this.cellCount] = quoting
    this.cellCount++
  }

  private widen(): void {
    const { starts, ends, quoting } = this
    this.starts = new Int32Array(starts.length * 2)
    this.ends = new Int32Array(starts.length * 2)
    this.quoting = new Uint8Array(starts.length * 2)
    this.starts.set(starts)
    this.ends.set(ends)
    this.quoting.set(quoting)
  }
}
