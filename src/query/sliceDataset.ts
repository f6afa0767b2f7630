import type { Dataset } from '../store/dataset'
import { type Failed, failedConditions } from './conditions'
import { countFacets } from './facetCounts'
import type { Filter } from './filter'
import { keepRowsByGroupKey } from './rowsByGroupKey'
import type { Slice } from './slice'
import { tallyRows } from './tally'

/**
 * The reports that pass a filter, and everything counted from them. `fails` is `failedConditions` of the same dataset and
 * filter, given where it is at hand already. A window that is reversed, or wholly switched off, gives an empty slice.
 */
export function sliceDataset(
  dataset: Dataset,
  filter: Filter,
  fails: Failed = failedConditions(dataset, filter),
): Slice {
  const { rows, certain, byGroupKey } = tallyRows(dataset, filter, fails)
  const slice = { filter, rows, certain, ...countFacets(dataset, byGroupKey, fails) }
  keepRowsByGroupKey(dataset, slice, byGroupKey)
  return slice
}
