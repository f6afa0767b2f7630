import type { ByteSource } from './disk'

export interface SortedRecord {
  readonly key: Uint8Array
  readonly value: Uint8Array
}

const LENGTHS = 8
const NOTHING = new Uint8Array()

/** Reads the records of a run (externalSort.ts) one after another, in memory that does not grow. */
export class RunReader implements SortedRecord {
  key = NOTHING
  value = NOTHING
  private bytes = NOTHING
  private at = 0
  private offset = 0

  constructor(
    private readonly source: ByteSource,
    private readonly bufferBytes: number,
  ) {}

  /** Goes to the next record; false past the last. */
  next(): boolean {
    if (!this.has(LENGTHS)) return false
    const view = new DataView(this.bytes.buffer, this.bytes.byteOffset + this.at)
    const [key, value] = [view.getUint32(0), view.getUint32(4)]
    const size = LENGTHS + key + value
    if (!this.has(size)) throw new Error('a run is cut off')
    const start = this.at + LENGTHS
    this.key = this.bytes.subarray(start, start + key)
    this.value = this.bytes.subarray(start + key, start + key + value)
    this.at += size
    return true
  }

  /** Whether so many bytes follow; they are in memory then. */
  private has(count: number): boolean {
    if (this.at + count <= this.bytes.length) return true
    const rest = this.bytes.subarray(this.at)
    const wanted = Math.max(this.bufferBytes, count) - rest.length
    const more = this.source.read(this.offset, wanted)
    const bytes = new Uint8Array(rest.length + more.length)
    bytes.set(rest)
    bytes.set(more, rest.length)
    this.offset += more.length
    this.bytes = bytes
    this.at = 0
    return count <= bytes.length
  }
}
