import type { Columns, Dataset } from '../store/dataset'
import { groupKeysOf } from '../store/groupKeys'
import type { Slice } from './slice'

/** Of each dataset the numbers counted last, and the slice that they are of. */
const kept = new WeakMap<Columns, { readonly counts: Int32Array; readonly slice: Slice | null }>()

/**
 * The reports of a slice by profile: certain ones of profile p at `2 * p`, possible ones behind them. The next slice of the
 * dataset overwrites them.
 */
export function rowsByGroupKey(dataset: Dataset, slice: Slice): Int32Array {
  const { columns } = dataset
  const last = kept.get(columns)
  if (last?.slice === slice) return last.counts
  const { rows, certain } = slice
  const { ofRow } = groupKeysOf(columns)
  const counts = zeroesByGroupKey(dataset)
  for (let index = 0; index < rows.length; index++) {
    const at = 2 * (ofRow[rows[index] ?? 0] ?? 0) + (certain[index] === 1 ? 0 : 1)
    counts[at] = (counts[at] ?? 0) + 1
  }
  keepRowsByGroupKey(dataset, slice, counts)
  return counts
}

/**
 * Room to count the rows of each profile, certain and possible: the memory of the slice before, since a browser takes longer
 * to get so much anew than a slice takes to count.
 */
export function zeroesByGroupKey({ columns }: Dataset): Int32Array {
  const last = kept.get(columns)
  if (!last) return new Int32Array(2 * groupKeysOf(columns).count)
  kept.set(columns, { ...last, slice: null })
  return last.counts.fill(0)
}

/** Keeps the counts of a slice that were made with it. */
export function keepRowsByGroupKey({ columns }: Dataset, slice: Slice, counts: Int32Array): void {
  kept.set(columns, { counts, slice })
}
