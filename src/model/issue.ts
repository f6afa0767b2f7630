export type Severity = 'error' | 'warning'

/** Something a reader should know about a file. `row` is the 1-based line, or null for the whole file. */
export interface Issue {
  readonly severity: Severity
  readonly file: string
  readonly row: number | null
  readonly id: string
  readonly message: string
}
