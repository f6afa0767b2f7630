const SIGN = 2 ** 31

/** Writes values as bytes whose order, byte by byte, is the order of the values. */
export class SortKey {
  private view = new DataView(new ArrayBuffer(256))
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
    const bytes = this.encoder.encode(value.replaceAll('\0', ' '))
    this.reserve(bytes.length + 1)
    new Uint8Array(this.view.buffer).set(bytes, this.length)
    this.view.setUint8(this.length + bytes.length, 0)
    this.length += bytes.length + 1
    return this
  }

  /** Valid until the next change. */
  get bytes(): Uint8Array {
    return new Uint8Array(this.view.buffer, 0, this.length)
  }

  private reserve(more: number): void {
    if (this.length + more <= this.view.byteLength) return
    const larger = new Uint8Array(2 * (this.length + more))
    larger.set(this.bytes)
    this.view = new DataView(larger.buffer)
  }
}

/** The whole numbers that a key begins with, as `SortKey.integer` wrote them. */
export function integersOf(key: Uint8Array, count: number): number[] {
  const view = new DataView(key.buffer, key.byteOffset, key.length)
  return Array.from({ length: count }, (_, index) => view.getUint32(4 * index) - SIGN)
}

/** Compares bytes as unsigned numbers, the first that differ. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}
