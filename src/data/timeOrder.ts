import type { Columns } from '../types'
import { oncePer } from './oncePer'

/** Rows stand by latest start, so that those that start late, or end late, can be found without a look at each. */

/** Rows of a block, whose latest end is known. */
const BLOCK = 512

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

/**
 * The runs of rows `from .. to - 1`, from row `first` on, outside which no row touches a day or a later one. A single
 * report that runs for years costs a block of rows, not all of them.
 */
export function* runsEndingFrom(
  columns: Columns,
  first: number,
  day: number,
): Generator<readonly [from: number, to: number]> {
  const ends = latestEnds(columns)
  let from = first
  while (from < columns.length) {
    let block = Math.floor(from / BLOCK)
    const open = block
    while (block < ends.length && (ends[block] ?? 0) >= day) block++
    if (block > open) yield [from, Math.min(block * BLOCK, columns.length)]
    from = (block + 1) * BLOCK
  }
}

/** The latest end of each block of rows. */
const latestEnds = oncePer(({ endDay, length }: Columns): Int32Array => {
  const ends = new Int32Array(Math.ceil(length / BLOCK)).fill(-(2 ** 31))
  for (let row = 0; row < length; row++) {
    const block = Math.floor(row / BLOCK)
    ends[block] = Math.max(ends[block] ?? 0, endDay[row] ?? 0)
  }
  return ends
})
