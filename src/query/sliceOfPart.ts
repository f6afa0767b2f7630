import type { Dataset } from '../store/dataset'
import { countRows } from './selectRows'
import type { Slice } from './slice'

/** The rows of a slice that are of one of several datasets, as rows of that dataset alone. */
export function sliceOfPart(all: Dataset, part: number, slice: Slice): Slice {
  const rowsThere = new Int32Array(all.columns.length).fill(-1)
  all.rowsOf?.[part]?.forEach((row, own) => {
    rowsThere[row] = own
  })
  const isOwn = (_: number, index: number) => rowsThere[slice.rows[index] ?? 0] !== -1
  const selected = { rows: slice.rows.filter(isOwn), certain: slice.certain.filter(isOwn) }
  const count = countRows(all, selected)
  return { ...slice, ...selected, rows: selected.rows.map((row) => rowsThere[row] ?? 0), count }
}
