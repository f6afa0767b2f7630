import type { Day, DayRange } from '../model/day'
import type { Chosen } from '../model/facets'

/** The one filter that map, list, timeline, counts, export and link share. */
export interface Filter {
  readonly window: DayRange
  /** Days switched off, inside or outside the window. */
  readonly off: ReadonlySet<Day>
  readonly chosen: Chosen
  readonly query: string
  /** False leaves out the reports that only reach into the window. */
  readonly possible: boolean
}
