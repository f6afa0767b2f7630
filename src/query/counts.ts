import type { DayRange } from '../model/day'
import type { AreaId } from '../model/ids'
import type { AccusedId, Agreement, Denied, KindId, PartyId, Placement } from '../model/report'

/** What colours stand for: who reports, who is accused, or what the sides say about it. */
export type Colouring = 'party' | 'accused' | 'agreement'

/** A group of reports that share a colour, of whichever colouring. */
export type GroupId = PartyId | AccusedId | Agreement

/** `certain` reports lie wholly in the window, `possible` ones only overlap it: at least n, up to n + m. */
export interface Count {
  readonly certain: number
  readonly possible: number
}

/** The same by group of a colouring, in the order of its GROUPS (grouping.ts). */
export interface GroupCounts {
  readonly certain: readonly number[]
  readonly possible: readonly number[]
}

export interface AreaCount extends Count {
  /** Reports placed only approximately (a former unit that overlaps the area). */
  readonly approximate: number
}

/** For each filter, what each of its values would give while all the other filters hold. */
export interface Facets {
  readonly areas: ReadonlyMap<AreaId, Count>
  readonly by: ReadonlyMap<PartyId, Count>
  readonly accused: ReadonlyMap<AccusedId, Count>
  readonly kinds: ReadonlyMap<KindId, Count>
  readonly denied: ReadonlyMap<Denied, Count>
  readonly placements: ReadonlyMap<Placement, Count>
  readonly agreements: ReadonlyMap<Agreement, Count>
}

/** One bar of the timeline: the days it covers and its reports by group of a colouring. */
export interface Bin extends GroupCounts {
  readonly range: DayRange
}
