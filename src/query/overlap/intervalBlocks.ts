import { bisectRight } from 'd3-array'

/**
 * Intervals of days in blocks, so that all that share a day with another interval are the members of
 * a few whole blocks, however long they are: those that begin within it, by position in the order of
 * their first days, and those that hold its first day, by a segment tree over all first and last
 * days (de Berg et al., Computational Geometry, chapter 10).
 */
export class IntervalBlocks {
  /** The intervals by first day. */
  private readonly order: Int32Array
  private readonly firstDays: Int32Array
  /** Where an interval begins, or is over. */
  private readonly changes: Int32Array
  /** By node of the tree, root 1, children of k: 2k and 2k + 1. */
  private readonly holding = new Map<number, number[]>()

  /** Interval i is from `start[i]` to `end[i]`, both included. */
  constructor(start: Int32Array, end: Int32Array) {
    this.order = Int32Array.from(start.keys()).sort((a, b) => (start[a] ?? 0) - (start[b] ?? 0))
    this.firstDays = this.order.map((interval) => start[interval] ?? 0)
    this.changes = Int32Array.from(new Set([...start, ...end.map((day) => day + 1)])).sort()
    for (let interval = 0; interval < start.length; interval++) {
      this.hold(interval, this.place(start[interval] ?? 0), this.place((end[interval] ?? 0) + 1))
    }
  }

  /** Blocks whose members share a day with an interval: together all that do, each once. */
  find(from: number, to: number): Block[] {
    const blocks: Block[] = []
    // Those that begin after its first day, up to its last.
    let at = bisectRight(this.firstDays, from)
    const end = bisectRight(this.firstDays, to)
    while (at < end) {
      let size = 1
      while (at % (2 * size) === 0 && at + 2 * size <= end) size *= 2
      blocks.push({ key: `${at}+${size}`, members: this.order.subarray(at, at + size) })
      at += size
    }
    const place = bisectRight(this.changes, from) - 1
    if (place < 0) return blocks
    for (let node = this.leaf(place); node >= 1; node >>= 1) {
      const members = this.holding.get(node)
      if (members) blocks.push({ key: `${node}`, members })
    }
    return blocks
  }

  private leaf(place: number): number {
    return place + 2 ** Math.ceil(Math.log2(Math.max(1, this.changes.length)))
  }

  private place(day: number): number {
    return bisectRight(this.changes, day) - 1
  }

  /** Notes an interval at the fewest nodes that make up a range of the tree's leaves. */
  private hold(interval: number, first: number, end: number): void {
    let [low, high] = [this.leaf(first), this.leaf(end)]
    while (low < high) {
      if (low % 2 === 1) this.holdAt(low++, interval)
      if (high % 2 === 1) this.holdAt(--high, interval)
      low >>= 1
      high >>= 1
    }
  }

  private holdAt(node: number, interval: number): void {
    const members = this.holding.get(node)
    if (members) members.push(interval)
    else this.holding.set(node, [interval])
  }
}

export interface Block {
  /** The same for the same block. */
  readonly key: string
  /** Indices of intervals. */
  readonly members: ArrayLike<number>
}
