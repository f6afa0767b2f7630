import type { CodeList } from './conflict'
import type { Day } from './day'
import type { IncidentId, SourceId } from './ids'

/** The description of a column of reports. */
export interface Field {
  readonly type: FieldType
  readonly meaning: string
  /** Without one: the first of the values allowed. */
  readonly example?: string
  /** The header must have the column. */
  readonly required?: boolean
  /** The values allowed, where they are the same for every conflict. Only type `word` refuses others. */
  readonly words?: readonly string[]
  /** The list of the conflict that the values are from, and the id that other values are read as. */
  readonly from?: CodeList
  readonly unknown?: string
  /** A larger number is an error of writing. */
  readonly max?: number
  /** Reports can be filtered by it; `rank` is the place among the filters. */
  readonly facet?: ColumnFacet
  /** The part of a report's card that shows it, after the rows there. Not for types `date` and `flag`. */
  readonly card?: 'claim' | 'asReported'
}

export interface ColumnFacet {
  /** The key of a link and the option of the command line. */
  readonly key: string
  readonly rank: number
}

/** What a cell holds, and what it is read as. Empty is allowed everywhere but in `id` and `date_start`. */
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
  readonly degrees: string
}
export type FieldType = keyof FieldValues
