import { memoize } from '../model/memoize'
import type { Columns } from './dataset'
import { groupKeysOf } from './groupKeys'

/** Rows stand by latest start, so those that start too late are found at once, and those that end too early by blocks. */

/** Rows of a block, whose latest end is known. A single report that runs for years costs its block, not every row before it. */
const BLOCK = 4096

/** The latest end of each block of a dataset's columns, worked out once. */
export const findLatestEnds = memoize(({ endDay, length }: Columns): Int32Array => {
  const ends = new Int32Array(Math.ceil(length / BLOCK))
  for (let block = 0; block < ends.length; block++) {
    const to = Math.min(length, (block + 1) * BLOCK)
    let latest = endDay[block * BLOCK] ?? 0
    for (let row = block * BLOCK; row < to; row++) latest = Math.max(latest, endDay[row] ?? 0)
    ends[block] = latest
  }
  return ends
})

/**
 * Runs of rows of which it is known what they come to, so that where they lie wholly in the window they are not counted one
 * by one. Whole blocks, and so long that there are fewer numbers here than rows.
 */
export interface Chunks {
  /** Rows of each but the last. */
  readonly rows: number
  /** Rows of each profile: those of a chunk are `byGroupKey[chunk * profiles.count + profile]`. */
  readonly byGroupKey: Int32Array
}

/** The chunks of a dataset's columns, worked out once. */
export const chunksOf = memoize((columns: Columns): Chunks => {
  const { ofRow, count } = groupKeysOf(columns)
  const rows = BLOCK * Math.ceil(Math.max(8, (4 * count) / BLOCK))
  const byGroupKey = new Int32Array(Math.ceil(columns.length / rows) * count)
  for (let start = 0, base = 0; start < ofRow.length; start += rows, base += count) {
    const to = Math.min(ofRow.length, start + rows)
    for (let row = start; row < to; row++) {
      const at = base + (ofRow[row] ?? 0)
      byGroupKey[at] = (byGroupKey[at] ?? 0) + 1
    }
  }
  return { rows, byGroupKey }
})

/** Runs of rows, from one on, outside which no row touches a day or a later one. */
export function runsEndingFrom(
  columns: Columns,
  first: number,
  day: number,
): (readonly [from: number, to: number])[] {
  const ends = findLatestEnds(columns)
  const runs: [number, number][] = []
  for (let block = Math.floor(first / BLOCK); block < ends.length; block++) {
    if ((ends[block] ?? 0) < day) continue
    const from = Math.max(first, block * BLOCK)
    const to = Math.min(columns.length, (block + 1) * BLOCK)
    const last = runs.at(-1)
    if (last?.[1] === from) last[1] = to
    else if (from < to) runs.push([from, to])
  }
  return runs
}

/** The latest day that a row of a run of whole blocks touches. */
export function latestEndIn(columns: Columns, from: number, to: number): number {
  return findLatestEnds(columns)
    .subarray(Math.floor(from / BLOCK), Math.ceil(to / BLOCK))
    .reduce((latest, end) => Math.max(latest, end))
}

/** The first row that starts on a day or before it; the number of rows when there is none. */
export function firstStartedBy({ startDay, length }: Columns, day: number): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((startDay[middle] ?? 0) > day) low = middle + 1
    else high = middle
  }
  return low
}
