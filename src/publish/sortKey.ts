const SIGN = 2 ** 31

/** Writes values as bytes whose order, byte by byte, is the order of the values. */
export class SortKey {
  private all = new Uint8Array(256)
  private view = new DataView(this.all.buffer)
  private length = 0
  private readonly encoder = new TextEncoder()

  clear(): this {
    this.length = 0
    return this
  }

  /** A whole number of 32 bits, negative or not. */
  integer(value: number): this {
    this.reserve(4)
    this.view.setUint32(this.length, value + SIGN)
    this.length += 4
    return this
  }

  /** In the order of code points. A zero ends it, so that a beginning is before the whole. */
  text(value: string): this {
    this.reserve(3 * value.length + 1)
    const plain = value.includes('\0') ? value.replaceAll('\0', ' ') : value
    const { written } = this.encoder.encodeInto(plain, this.all.subarray(this.length))
    this.length += written
    this.view.setUint8(this.length++, 0)
    return this
  }

  /** Valid until the next change. */
  get bytes(): Uint8Array {
    return this.all.subarray(0, this.length)
  }

  private reserve(more: number): void {
    if (this.length + more <= this.all.length) return
    const larger = new Uint8Array(2 * (this.length + more))
    larger.set(this.bytes)
    this.all = larger
    this.view = new DataView(larger.buffer)
  }
}

/** Whole numbers of a key, from an offset on, as `SortKey.integer` wrote them. */
export function integersOf(view: DataView, offset: number, count: number): number[] {
  const numbers: number[] = []
  for (let at = 0; at < count; at++) numbers.push(view.getUint32(offset + 4 * at) - SIGN)
  return numbers
}

/** Compares two ranges of bytes as unsigned numbers, the first that differ. */
export function compareBytes(
  a: Uint8Array,
  aStart: number,
  aEnd: number,
  b: Uint8Array,
  bStart: number,
  bEnd: number,
): number {
  const length = Math.min(aEnd - aStart, bEnd - bStart)
  for (let at = 0; at < length; at++) {
    const difference = (a[aStart + at] ?? 0) - (b[bStart + at] ?? 0)
    if (difference !== 0) return difference
  }
  return aEnd - aStart - (bEnd - bStart)
}
