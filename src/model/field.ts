import type { CodeList } from './conflict'
import type { Day } from './day'
import type { IncidentId, PlaceId, SourceId } from './ids'

export interface Field {
  readonly type: FieldType
  readonly meaning: string
  /** If missing: the first of the allowed values. */
  readonly example?: string
  /** The header must have the column. */
  readonly required?: boolean
  /**
   * The allowed values, where they are the same for every conflict. Only type `word` rejects
   * others.
   */
  readonly words?: readonly string[]
  /**
   * The list of the conflict that the values come from, and the id that other values are read as.
   */
  readonly from?: CodeList
  readonly unknown?: string
  /** A larger number is treated as a typing error. */
  readonly max?: number
  /** Makes the column a filter. `rank` is its place among the filters. */
  readonly facet?: ColumnFacet
  /**
   * The part of a report's card that shows the column, after its fixed rows. Not for types `date`
   * and `flag`.
   */
  readonly card?: 'claim' | 'asReported'
}

export interface ColumnFacet {
  /** The key in links and the option of the command line. */
  readonly key: string
  readonly rank: number
}

/**
 * What a cell contains and is read as. Empty is allowed everywhere except in `id` and `date_start`.
 */
export interface FieldValues {
  readonly id: IncidentId
  readonly text: string
  /** Several texts, separated by `;`. */
  readonly texts: readonly string[]
  /** One of `words`. */
  readonly word: string
  readonly date: Day
  /** `HH:MM` local, or empty. */
  readonly time: string
  /** `yes`, or not stated. */
  readonly flag: boolean
  /** null: not stated. */
  readonly count: number | null
  readonly code: string
  readonly codes: readonly string[]
  readonly source: SourceId | null
  readonly sources: readonly SourceId[]
  readonly places: readonly PlaceId[]
  readonly degrees: string
}
export type FieldType = keyof FieldValues
