import type { DayRange } from '../model/day'
import type { FacetKey } from '../model/facets'
import type { Columns } from '../store/dataset'

/**
 * What colours stand for: who reports, who is accused, the kind, what the sides say about it, which of
 * several datasets has it, or whether two of them may both have it.
 */
export type Colouring = 'party' | 'accused' | 'kind' | 'agreement' | 'dataset' | 'overlap'

/** A group of reports that share a colour, of whichever colouring: an id of its facet's values. */
export type GroupId = string

/** `certain` reports lie wholly in the window, `possible` ones only overlap it: at least n, up to n + m. */
export interface Count {
  readonly certain: number
  readonly possible: number
}

/** A count while it is made. */
export type MutableCount = { -readonly [Key in keyof Count]: Count[Key] }

export function noReports(): MutableCount {
  return { certain: 0, possible: 0 }
}

/** The same by group of a colouring, in the order of its GROUPS (grouping.ts). */
export interface GroupCounts {
  readonly certain: readonly number[]
  readonly possible: readonly number[]
}

export interface AreaCount extends Count {
  /** Reports placed only approximately: for a former unit, or a settlement of uncertain position. */
  readonly approximate: number
}

/** For each facet, what each of its values would give while all the other filters hold. */
export type Facets = Readonly<Record<Exclude<FacetKey, 'source'>, ReadonlyMap<string, Count>>>

/** One bar of the timeline: the days it covers and its reports by group of a colouring. */
export interface Bin extends GroupCounts {
  readonly range: DayRange
}

/** How many events a row counts. */
export function eventsOf({ events }: Pick<Columns, 'events'>, row: number): number {
  return events === undefined ? 1 : (events[row] ?? 0)
}

/** Adds to one of several counts. Throws for an index out of range, which `counts[index]++` ignores. */
export function increment(counts: Int32Array, index: number, by = 1): void {
  const count = counts[index]
  if (count === undefined) throw new RangeError(`There is no count at ${index}.`)
  counts[index] = count + by
}
