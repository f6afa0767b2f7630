import type { AreaId } from '../model/ids'
import type { AreaCount, Count, Facets } from './counts'
import type { Filter } from './filter'

/** What is on the screen: the rows of the dataset that pass the filter, in display order. */
export interface Slice {
  readonly filter: Filter
  readonly rows: Int32Array
  /** Parallel to `rows`: 1 certain, 0 possible. */
  readonly certain: Uint8Array
  readonly count: Count
  readonly areas: ReadonlyMap<AreaId, AreaCount>
  readonly notLocated: Count
  readonly facets: Facets
}
