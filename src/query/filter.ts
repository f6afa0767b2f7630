import type { Day, DayRange } from '../model/day'
import type { Chosen } from '../model/facets'

/** The one filter shared by map, list, timeline, counts, export and link. */
export interface Filter {
  readonly window: DayRange
  /** Days switched off, inside or outside the window. */
  readonly off: ReadonlySet<Day>
  readonly chosen: Chosen
  readonly query: string
  /** False excludes reports that are only partly in the window. */
  readonly possible: boolean
}
