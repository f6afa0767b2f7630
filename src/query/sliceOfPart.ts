import type { Dataset } from '../store/dataset'
import type { Failed } from './conditions'
import type { Slice } from './slice'
import { sliceDataset } from './sliceDataset'

/**
 * A slice of several datasets as that of one of them, `part`, alone. `fails` are those of all rows,
 * and become those of its own.
 */
export function sliceOfPart(
  all: Dataset,
  index: number,
  part: Dataset,
  { filter }: Pick<Slice, 'filter'>,
  fails: Failed,
): { readonly slice: Slice; readonly fails: Failed } {
  const own = Uint32Array.from(all.rowsOf?.[index] ?? [], (row) => fails[row] ?? 0)
  return { slice: sliceDataset(part, filter, own), fails: own }
}

/** Those of some rows that are of one of several datasets, as its own rows. */
export function rowsOfPart(all: Dataset, part: number, rows: Int32Array): Int32Array {
  const rowsThere = new Int32Array(all.columns.length).fill(-1)
  all.rowsOf?.[part]?.forEach((row, own) => {
    rowsThere[row] = own
  })
  return rows.map((row) => rowsThere[row] ?? -1).filter((row) => row !== -1)
}
