import type { Dataset } from '../store/dataset'
import { type Failed, failedConditions } from './conditions'
import type { Slice } from './slice'
import { sliceDataset } from './sliceDataset'

/**
 * The slice as it would be without some of its conditions: `conditions` are bits of CONDITIONS. Time, and the
 * switch for possible reports, stay. A view that sets a condition by clicks counts with this, so that one
 * can go from one of its values to another. `fails` is `failedConditions` of the same dataset and filter.
 */
export function sliceIgnoring(
  dataset: Dataset,
  slice: Slice,
  conditions: number,
  fails: Failed = failedConditions(dataset, slice.filter),
): Slice {
  const others = new Uint32Array(fails.length)
  let ignored = 0
  for (let row = 0; row < fails.length; row++) {
    const failed = fails[row] ?? 0
    ignored |= failed & conditions
    others[row] = failed & ~conditions
  }
  // Nothing fails any of them: the slice at hand is the answer.
  return ignored === 0 ? slice : sliceDataset(dataset, slice.filter, others)
}
