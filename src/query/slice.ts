import type { AreaId } from '../model/ids'
import type { AreaCount, Count, Facets } from './counts'
import type { Filter } from './filter'
import type { SelectedRows } from './selectRows'

/** What is on the screen: the rows of the dataset that pass the filter, in display order. */
export interface Slice extends SelectedRows {
  readonly filter: Filter
  readonly count: Count
  readonly areas: ReadonlyMap<AreaId, AreaCount>
  readonly notLocated: Count
  readonly facets: Facets
}
