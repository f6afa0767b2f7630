import type { Disk } from './disk'
import { LENGTHS, RunReader, type SortedRecord } from './runReader'
import { compareBytes } from './sortKey'

/** Bytes of records that are sorted in memory, and how many records. */
const RUN_BYTES = 1 << 26
const RUN_RECORDS = 1 << 19
/** Bytes of all runs that are in memory while they are merged. */
const MERGE_BYTES = 1 << 27

/**
 * Sorts more records than fit in memory by their keys, byte by byte: writes sorted runs to disk and
 * merges them. Records of equal keys stay in the order in which they were added.
 */
export class ExternalSort {
  private bytes = new Uint8Array(1 << 16)
  private length = 0
  private starts: number[] = []

  /** `runs` is the number of runs of an earlier session that are on the disk. */
  constructor(
    private readonly disk: Disk,
    private readonly name: string,
    public runs = 0,
    private readonly runBytes = RUN_BYTES,
  ) {
    // What was written after the last state that was saved.
    for (let run = runs; disk.open(this.nameOf(run)); run++) disk.remove(this.nameOf(run))
  }

  /** Adds a record; the bytes are copied. */
  add(key: Uint8Array, value: Uint8Array): void {
    const size = LENGTHS + key.length + value.length
    const isFull = this.length + size > this.runBytes || this.starts.length === RUN_RECORDS
    if (isFull) this.spill()
    if (this.length + size > this.bytes.length) {
      const larger = new Uint8Array(Math.max(2 * this.bytes.length, this.length + size))
      larger.set(this.bytes.subarray(0, this.length))
      this.bytes = larger
    }
    const view = new DataView(this.bytes.buffer)
    view.setUint32(this.length, key.length)
    view.setUint32(this.length + 4, value.length)
    this.bytes.set(key, this.length + LENGTHS)
    this.bytes.set(value, this.length + LENGTHS + key.length)
    this.starts.push(this.length)
    this.length += size
  }

  /** Whether the records in memory are about to be written. */
  get isFull(): boolean {
    return this.length > this.runBytes / 2
  }

  /** Writes the records in memory as a run. */
  spill(): void {
    if (this.starts.length === 0) return
    const name = this.nameOf(this.runs)
    const { bytes, starts } = this
    const view = new DataView(bytes.buffer)
    const keyEnd = (start: number) => start + LENGTHS + view.getUint32(start)
    // Numbers, and no objects for the keys: there are very many.
    const order = Uint32Array.from(starts.keys()).sort((a, b) => {
      const [left, right] = [at(starts, a), at(starts, b)]
      return (
        compareBytes(bytes, left + LENGTHS, keyEnd(left), bytes, right + LENGTHS, keyEnd(right)) ||
        a - b
      )
    })
    const sorted = new Uint8Array(this.length)
    let end = 0
    for (const index of order) {
      const record = bytes.subarray(starts[index], starts[index + 1] ?? this.length)
      sorted.set(record, end)
      end += record.length
    }
    this.disk.append(name, sorted)
    this.runs++
    this.length = 0
    this.starts = []
  }

  /** All records in the order of their keys. A record is valid until the next one. */
  *merge(): Generator<SortedRecord> {
    this.spill()
    this.bytes = new Uint8Array(1 << 16)
    const share = Math.max(1 << 16, Math.floor(MERGE_BYTES / Math.max(1, this.runs)))
    const readers = Array.from({ length: this.runs }, (_, run) => {
      const source = this.disk.open(this.nameOf(run))
      if (!source) throw new Error(`${this.nameOf(run)} is gone`)
      return new RunReader(source, Math.min(share, 1 << 20), run)
    })
    const heap = readers.filter((reader) => reader.next())
    const isBefore = (a: RunReader, b: RunReader) => {
      const order = compareBytes(
        ...([a.bytes, a.keyStart, a.valueStart] as const),
        ...([b.bytes, b.keyStart, b.valueStart] as const),
      )
      return order < 0 || (order === 0 && a.number < b.number)
    }
    for (let index = heap.length >> 1; index >= 0; index--) sink(heap, index, isBefore)
    for (let [first] = heap; first; [first] = heap) {
      yield first
      if (!first.next()) {
        const last = heap.pop()
        if (heap.length > 0 && last) heap[0] = last
      }
      sink(heap, 0, isBefore)
    }
  }

  /** Removes the runs. */
  remove(): void {
    for (let run = 0; run < this.runs; run++) this.disk.remove(this.nameOf(run))
    this.runs = 0
  }

  private nameOf(run: number): string {
    return `${this.name}-${run}.run`
  }
}

/** Moves an item of a heap down until it is before both below it. */
function sink<T>(heap: T[], from: number, isBefore: (a: T, b: T) => boolean): void {
  for (let index = from; ; ) {
    let first = index
    for (const below of [2 * index + 1, 2 * index + 2]) {
      if (below < heap.length && isBefore(at(heap, below), at(heap, first))) first = below
    }
    if (first === index) return
    const item = at(heap, index)
    heap[index] = at(heap, first)
    heap[first] = item
    index = first
  }
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index]
  if (item === undefined) throw new RangeError(`there is nothing at ${index}`)
  return item
}
