import type { Day, DayRange } from '../model/day'
import type { Chosen } from '../model/facets'
import type { Query } from './search/readQuery'

/** The one filter shared by map, list, timeline, counts, export and link. */
export interface Filter {
  readonly window: DayRange
  /** Days switched off, inside or outside the window. */
  readonly off: ReadonlySet<Day>
  readonly chosen: Chosen
  readonly query: Query
  /** False excludes reports that are only partly in the window. */
  readonly possible: boolean
}
