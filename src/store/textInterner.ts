/** What a TextInterner holds, for handing it over between threads. */
export interface TextInternerTables {
  readonly size: number
  /** Two 32-bit hashes of the text in each slot, and its number plus one; 0 is a free slot. */
  readonly hashes: Int32Array
  readonly numbers: Int32Array
}

/**
 * Numbers texts in the order in which they first come, without keeping them: a million texts take 24 MB. Two texts
 * are taken for one when both of their 32-bit hashes are equal, which among a million texts happens once in
 * forty million files.
 */
export class TextInterner {
  private count = 0
  private hashes = new Int32Array(2 * 1024)
  private numbers = new Int32Array(1024)

  /** The index that `tables` gave. */
  static from({ size, hashes, numbers }: TextInternerTables): TextInterner {
    const index = new TextInterner()
    index.count = size
    index.hashes = hashes as Int32Array<ArrayBuffer>
    index.numbers = numbers as Int32Array<ArrayBuffer>
    return index
  }

  get size(): number {
    return this.count
  }

  get tables(): TextInternerTables {
    return { size: this.count, hashes: this.hashes, numbers: this.numbers }
  }

  /** The number of a text, or of several in their order; a new one gets the next. */
  numberOf(...texts: readonly string[]): number {
    // Past half full, looking for a slot takes ever longer.
    if (this.count * 2 >= this.numbers.length) this.grow()
    const slot = this.slotOf(texts)
    const known = this.numbers[slot] ?? 0
    if (known !== 0) return known - 1
    this.hashes[2 * slot] = first
    this.hashes[2 * slot + 1] = second
    this.numbers[slot] = ++this.count
    return this.count - 1
  }

  /** The number of a text; -1 when it never came. */
  find(text: string): number {
    return (this.numbers[this.slotOf([text])] ?? 0) - 1
  }

  /** The slot of a text, or the free one where it belongs. Leaves its hashes in `first` and `second`. */
  private slotOf(texts: readonly string[]): number {
    hash(texts)
    return this.slotFor(first, second)
  }

  private slotFor(one: number, other: number): number {
    const last = this.numbers.length - 1
    let slot = one & last
    while (
      this.numbers[slot] !== 0 &&
      (this.hashes[2 * slot] !== one || this.hashes[2 * slot + 1] !== other)
    ) {
      slot = (slot + 1) & last
    }
    return slot
  }

  private grow(): void {
    const { hashes, numbers } = this
    this.hashes = new Int32Array(hashes.length * 2)
    this.numbers = new Int32Array(numbers.length * 2)
    for (let old = 0; old < numbers.length; old++) {
      if (numbers[old] === 0) continue
      const [one, other] = [hashes[2 * old] ?? 0, hashes[2 * old + 1] ?? 0]
      const slot = this.slotFor(one, other)
      this.hashes[2 * slot] = one
      this.hashes[2 * slot + 1] = other
      this.numbers[slot] = numbers[old] ?? 0
    }
  }
}

const LINE_BREAK = 10
let first = 0
let second = 0

/**
 * Two 32-bit hashes in one pass, left in `first` and `second`: cyrb53 (bryc, public domain) before its last mix. Texts are
 * hashed as if joined by line breaks: joining them would take longer.
 */
function hash(texts: readonly string[]): void {
  let one = 0xdeadbeef
  let other = 0x41c6ce57
  for (let part = 0; part < texts.length; part++) {
    const text = texts[part] ?? ''
    for (let index = part === 0 ? 0 : -1; index < text.length; index++) {
      const code = index === -1 ? LINE_BREAK : text.charCodeAt(index)
      one = Math.imul(one ^ code, 2654435761)
      other = Math.imul(other ^ code, 1597334677)
    }
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909)
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909)
  first = one | 0
  second = other | 0
}
