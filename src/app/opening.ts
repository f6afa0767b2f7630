import type { Problem } from '../issues/problem'
import type { Progress } from '../open/importReports'
import type { Question } from '../open/openFiles'
import type { Mapping } from '../read/format'

/** What is known of the answer to a question about columns before the user gives it. */
interface Answered {
  /** How the table, or one with the same columns, was read before; null where none was. */
  readonly chosen: Mapping | null
  /** The file with the same columns; null for this one. */
  readonly like: string | null
}

/** A file while it is being read. */
export type Opening =
  | { readonly kind: 'working'; readonly names: string; readonly progress: Progress | null }
  | ({ readonly kind: 'question'; readonly names: string } & Question & Answered)
  /** It is read; the user is asked whether to show it beside what is open. */
  | { readonly kind: 'beside'; readonly names: string }
  | { readonly kind: 'failed'; readonly names: string; readonly problem: Problem }
