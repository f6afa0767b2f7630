import type { Dataset } from '../store/dataset'
import type { Slice } from './slice'

/** A slice without rows that only count reports; the same slice where it has none. */
export function readRows({ unread }: Pick<Dataset, 'unread'>, slice: Slice): Slice {
  const { rows, certain } = slice
  if (!unread || !rows.some((row) => unread[row] === 1)) return slice
  const isRead = (row: number) => unread[row] !== 1
  return {
    ...slice,
    rows: rows.filter(isRead),
    certain: certain.filter((_, index) => isRead(rows[index] ?? -1)),
  }
}
