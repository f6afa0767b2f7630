import { endOfAscii, viewOf } from './utf8'

/** Bytes that are made to text at once: a call of the browser's decoder costs far more than a record's bytes do. */
const AT_ONCE = 1 << 14
/** What stands for a byte that is no ASCII. */
const MASK = 0x1a

/**
 * Text of a stretch of bytes, one character for each, so that places in it are places in the bytes. Those that are no ASCII
 * are masked: one letter of another script would make the browser keep two bytes for every character.
 */
export class AsciiText {
  letters = ''
  /** Where it lies in the bytes. */
  start = 0
  private end = 0
  /** How much is decoded when it moves: what is asked for alone where that was sought, for the next may be far away. */
  private ahead = AT_ONCE
  private hasOthers = false
  private masked = new Uint8Array(AT_ONCE)
  private readonly decoder = new TextDecoder()
  private readonly view: DataView

  constructor(private readonly bytes: Uint8Array) {
    this.view = viewOf(bytes)
  }

  /** Says that what is asked for next may lie far from what was asked for last. */
  seek(): void {
    this.ahead = 0
  }

  /** Makes it the text of a stretch that holds the bytes of [start, end), and begins with them where it does not yet. */
  moveTo(start: number, end: number): void {
    if (start >= this.start && end <= this.end) return
    const last = Math.min(this.bytes.length, Math.max(end, start + this.ahead))
    this.ahead = AT_ONCE
    this.start = start
    this.end = last
    this.letters = this.decoder.decode(this.maskedPart(start, last))
  }

  /** Whether none of the bytes of [start, end) in it is masked. */
  isAscii(start: number, end: number): boolean {
    return !this.hasOthers || endOfAscii(this.view, start, end) === end
  }

  private maskedPart(start: number, end: number): Uint8Array {
    const { bytes, view } = this
    let at = endOfAscii(view, start, end)
    this.hasOthers = at < end
    if (!this.hasOthers) return bytes.subarray(start, end)
    if (this.masked.length < end - start) this.masked = new Uint8Array(2 * (end - start))
    const part = this.masked.subarray(0, end - start)
    part.set(bytes.subarray(start, end))
    while (at < end) {
      part[at - start] = MASK
      at = endOfAscii(view, at + 1, end)
    }
    return part
  }
}
