const LF = 10
const CR = 13
const SPACE = 32
const QUOTE = 34

/**
 * Finds where quotes close cells of delimited text. Remembers the range without a closing quote:
 * scanning it again from every quote that is left open would take hours for a large file.
 */
export class ClosingQuotes {
  private openFrom = 0
  private openUntil = 0

  constructor(
    private readonly bytes: Uint8Array,
    private readonly separator: number,
  ) {}

  endsCell(byte: number | undefined): boolean {
    return byte === this.separator || byte === LF || byte === CR
  }

  /** The end of the cell whose quote closes before `at`, after spaces; -1 when more follows. */
  afterClosing(at: number): number {
    const { bytes } = this
    let end = at
    while (bytes[end] === SPACE) end++
    return end >= bytes.length || this.endsCell(bytes[end]) ? end : -1
  }

  /** Whether no quote before `last` is known to close the cell that begins at `start`. */
  isKnownOpen(start: number, last: number): boolean {
    if (start < this.openFrom || start >= this.openUntil) return false
    const own = this.afterQuotes(start + 1)
    if (this.isClosing(start + 1, own)) return false
    for (let at = Math.max(own, this.openUntil); at < last; at = this.openUntil) {
      const end = this.afterQuotes(at)
      if (this.isClosing(at, end)) return false
      this.openUntil = Math.max(end, at + 1)
    }
    return true
  }

  /** Remembers that no quote before `last` closes the cell that begins at `start`. */
  foundOpen(start: number, last: number): void {
    this.openFrom = start
    this.openUntil = last
    // Quotes in a row are judged together.
    while (this.bytes[this.openUntil - 1] === QUOTE && this.openUntil > start) this.openUntil--
  }

  private afterQuotes(at: number): number {
    let end = at
    while (this.bytes[end] === QUOTE) end++
    return end
  }

  /** Two quotes are one letter: an odd run of quotes closes, wherever the cell began. */
  private isClosing(from: number, to: number): boolean {
    return (to - from) % 2 === 1 && this.afterClosing(to) !== -1
  }
}
