import type { Dataset } from '../store/dataset'
import type { Count } from './counts'
import { countRows, type SelectedRows } from './selectRows'

interface RowsOfPart extends SelectedRows {
  readonly count: Count
}

/** The rows of a slice that are of one of several datasets, as rows of that dataset alone. */
export function sliceOfPart(all: Dataset, part: number, slice: SelectedRows): RowsOfPart {
  const isOwn = (_: number, index: number) =>
    all.columns.codes.dataset[slice.rows[index] ?? 0] === part
  const selected = { rows: slice.rows.filter(isOwn), certain: slice.certain.filter(isOwn) }
  const count = countRows(all, selected)
  return { ...selected, rows: rowsOfPart(all, part, slice.rows), count }
}

/** Those of some rows that are of one of several datasets, as its own rows. */
export function rowsOfPart(all: Dataset, part: number, rows: Int32Array): Int32Array {
  const rowsThere = new Int32Array(all.columns.length).fill(-1)
  all.rowsOf?.[part]?.forEach((row, own) => {
    rowsThere[row] = own
  })
  return rows.map((row) => rowsThere[row] ?? -1).filter((row) => row !== -1)
}
