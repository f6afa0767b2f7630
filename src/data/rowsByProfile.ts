import type { Dataset, Slice } from '../types'
import { profilesOf } from './profile'

const known = new WeakMap<Slice, Int32Array>()

/** The reports of a slice by profile: certain ones of profile p at `2 * p`, possible ones behind them. */
export function rowsByProfile({ columns }: Dataset, slice: Slice): Int32Array {
  const found = known.get(slice)
  if (found) return found
  const { rows, certain } = slice
  const { count, ofRow } = profilesOf(columns)
  const counts = new Int32Array(2 * count)
  for (let index = 0; index < rows.length; index++) {
    const at = 2 * (ofRow[rows[index] ?? 0] ?? 0) + (certain[index] === 1 ? 0 : 1)
    counts[at] = (counts[at] ?? 0) + 1
  }
  known.set(slice, counts)
  return counts
}

/** Keeps the counts of a slice that were made with it. */
export function keepRowsByProfile(slice: Slice, counts: Int32Array): void {
  known.set(slice, counts)
}
