import type { ByteSource } from './disk'

/** A record of a run. Everything is valid until the next one is read. */
export interface SortedRecord {
  readonly value: Uint8Array
  /** Bytes that have the record, and where in them its key and value begin. */
  readonly view: DataView
  readonly keyStart: number
  readonly valueStart: number
  readonly valueEnd: number
}

/** Length of the key and of the value, in front of both. */
export const LENGTHS = 8

/** Reads the records of a run (externalSort.ts) one after another, in memory that does not grow. */
export class RunReader implements SortedRecord {
  bytes = new Uint8Array()
  view = new DataView(this.bytes.buffer)
  keyStart = 0
  valueStart = 0
  valueEnd = 0
  private offset = 0

  /** `number` is that of the run. */
  constructor(
    private readonly source: ByteSource,
    private readonly bufferBytes: number,
    readonly number: number,
  ) {}

  get value(): Uint8Array {
    return this.bytes.subarray(this.valueStart, this.valueEnd)
  }

  /** Goes to the next record; false past the last. */
  next(): boolean {
    if (!this.has(LENGTHS)) return false
    const key = this.view.getUint32(this.valueEnd)
    const value = this.view.getUint32(this.valueEnd + 4)
    if (!this.has(LENGTHS + key + value)) throw new Error('a run is cut off')
    this.keyStart = this.valueEnd + LENGTHS
    this.valueStart = this.keyStart + key
    this.valueEnd = this.valueStart + value
    return true
  }

  /** Whether so many bytes follow the record; they are in memory then. */
  private has(count: number): boolean {
    if (this.valueEnd + count <= this.bytes.length) return true
    const rest = this.bytes.subarray(this.valueEnd)
    const wanted = Math.max(this.bufferBytes, count) - rest.length
    const more = this.source.read(this.offset, wanted)
    const bytes = new Uint8Array(rest.length + more.length)
    bytes.set(rest)
    bytes.set(more, rest.length)
    this.offset += more.length
    this.bytes = bytes
    this.view = new DataView(bytes.buffer)
    this.valueEnd = 0
    return count <= bytes.length
  }
}
