import type { Dataset } from '../store/dataset'
import { failsOf } from './conditions'
import { countsOf } from './facets'
import type { Filter } from './filter'
import { keepRowsByProfile } from './rowsByProfile'
import type { Slice } from './slice'
import { tallyRows } from './tally'

/**
 * The reports that pass a filter, and everything counted from them. `fails` is `failsOf` of the same dataset and
 * filter, given where it is at hand already. A window that is reversed, or wholly switched off, gives an empty slice.
 */
export function sliceDataset(
  dataset: Dataset,
  filter: Filter,
  fails: Uint16Array = failsOf(dataset, filter),
): Slice {
  const { rows, certain, byProfile } = tallyRows(dataset, filter, fails)
  const slice = { filter, rows, certain, ...countsOf(dataset, byProfile, fails) }
  keepRowsByProfile(dataset, slice, byProfile)
  return slice
}
