import type { Day, DayRange } from '../model/day'
import type { AreaId, SourceId } from '../model/ids'
import type { AccusedId, Agreement, Denied, KindId, PartyId, Placement } from '../model/report'

/** The one filter that map, list, timeline, counts, export and link share. Empty sets filter nothing. */
export interface Filter {
  readonly window: DayRange
  /** Days switched off, inside or outside the window. */
  readonly off: ReadonlySet<Day>
  /** Area ids, or NOT_LOCATED for the reports that name none. */
  readonly areas: ReadonlySet<AreaId>
  readonly by: ReadonlySet<PartyId>
  readonly accused: ReadonlySet<AccusedId>
  readonly kinds: ReadonlySet<KindId>
  readonly denied: Denied | null
  readonly placements: ReadonlySet<Placement>
  readonly agreements: ReadonlySet<Agreement>
  /** Reports that cite one of these. */
  readonly sources: ReadonlySet<SourceId>
  readonly query: string
  /** False leaves out the reports that only reach into the window. */
  readonly possible: boolean
}
