import { ClosingQuotes } from './closingQuotes'
import { withoutGuard } from './formula'

const LF = 10
const CR = 13
const SPACE = 32
const QUOTE = 34
const APOSTROPHE = 39
/** Bytes that are made to text at once: a call of the browser's decoder costs far more than a record's bytes do. */
const WINDOW = 1 << 14
const NOT_ASCII = 0x80
/** No cell is as long: a quote that is not closed within it is no opening quote. */
const MOST_BYTES = 1 << 24

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
  /** The record's text, or one that it is part of; what lies in it before the places of its cells. */
  private text: string | null = null
  private before = 0
  /** All of the record's bytes joined by "or". */
  private bits = 0
  /** Text of a part of the file, and where that ends in bytes. */
  private window = ''
  private windowEnd = 0
  /** How much is decoded when it moves: a record alone where it was sought, for the next may be far away. */
  private ahead = WINDOW
  /** Where in the file, and where in the window, the record ends that was decoded last. */
  private byte = -1
  private character = 0
  private readonly quotes: ClosingQuotes
  private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true })

  /** `line` is that of the first record to be read, which begins at byte `start`. */
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

  /** Makes the record that begins at a byte the next one. */
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
    this.text = null
    this.bits = 0
    const { separator } = this
    const last = bytes.length
    let at = this.start
    for (;;) {
      let byte = at < last ? bytes[at] : LF
      if (byte === QUOTE) at = this.readQuoted(at)
      else {
        const start = at
        let bits = 0
        while (byte !== separator && byte !== LF && byte !== CR) {
          bits |= byte ?? 0
          byte = ++at < last ? bytes[at] : LF
        }
        this.bits |= bits
        this.addCell(start, at, PLAIN)
      }
      byte = at < last ? bytes[at] : LF
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
    this.text ??= this.decode()
    const { before, isAscii } = this
    const [from, to] = [(this.starts[index] ?? 0) - before, (this.ends[index] ?? 0) - before]
    let cell = this.text.slice(from, to)
    if (isAscii && this.quoting[index] !== QUOTED_TWICE) {
      const first = this.text.charCodeAt(from)
      const isPlain = first > SPACE && first !== APOSTROPHE && this.text.charCodeAt(to - 1) > SPACE
      if (from === to || isPlain) return cell
    }
    if (this.quoting[index] === QUOTED_TWICE) cell = cell.replaceAll('""', '"')
    cell = isAscii ? cell.trim() : cell.trim().normalize('NFC')
    return cell.startsWith("'") ? withoutGuard(cell).trim() : cell
  }

  private get isAscii(): boolean {
    return this.bits < NOT_ASCII
  }

  /** A text with the record's, and its cells' places in it. */
  private decode(): string {
    const { start, end } = this
    if (start !== this.byte || end > this.windowEnd) this.moveWindow()
    const before = start - this.character
    if (this.isAscii) {
      this.before = before
      this.byte = end
      this.character = end - before
      return this.window
    }
    this.before = 0
    for (let index = 0; index < this.cellCount; index++) {
      this.starts[index] = this.characterAt(this.starts[index] ?? 0)
      this.ends[index] = this.characterAt(this.ends[index] ?? 0)
    }
    this.characterAt(end)
    return this.window
  }

  /** The place in the window of one in the file, not before the last one asked for. */
  private characterAt(place: number): number {
    while (this.byte < place) {
      const lead = this.bytes[this.byte] ?? 0
      const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
      this.byte += length
      // Four bytes are a surrogate pair.
      this.character += length === 4 ? 2 : 1
    }
    return this.character
  }

  /** Makes the window begin with the record. */
  private moveWindow(): void {
    const { bytes, start, end } = this
    // A character may be cut at its end: the record that has it moves the window again.
    const last = Math.min(bytes.length, Math.max(end, start + this.ahead))
    this.ahead = WINDOW
    this.window = this.decoder.decode(bytes.subarray(start, last))
    this.windowEnd = last
    this.byte = start
    this.character = 0
  }

  private readQuoted(start: number): number {
    const { bytes } = this
    let quoting: Quoting = QUOTED
    let lines = 0
    const last = Math.min(bytes.length, start + MOST_BYTES)
    if (this.quotes.isKnownOpen(start, last)) return this.readUnclosed(start)
    for (let at = start + 1; at < last; at++) {
      const byte = bytes[at]
      this.bits |= byte ?? 0
      if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) lines++
      if (byte !== QUOTE) continue
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
    while (end < bytes.length && !this.quotes.endsCell(bytes[end])) this.bits |= bytes[end++] ?? 0
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
