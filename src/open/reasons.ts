import { compare } from '../join/joinReports'
import type { Issue, IssueMessage, Severity } from '../model/issue'

/** Why rows were rejected or got a note: the message of the first, with `…` for texts that others have differently. */
export type Reason = IssueMessage & {
  readonly severity: Severity
  readonly rows: number
  /** The number of the first such row. */
  readonly first: number
}

type Params = Record<string, string | number>
interface Found {
  readonly issue: Issue
  readonly params: Params
  rows: number
}

/** Counts the issues of rows by code, severity and column. */
export class ReasonCounter {
  private readonly found = new Map<string, Found>()

  add(issues: readonly Issue[]): void {
    for (const issue of issues) {
      const key = `${issue.code} ${issue.severity} ${issue.column}`
      const known = this.found.get(key)
      if (known) {
        known.rows++
        if (issue.params) mask(known.params, issue.params)
      } else this.found.set(key, { issue, params: { ...issue.params }, rows: 1 })
    }
  }

  /** Errors first, then what most rows have. */
  all(): Reason[] {
    return [...this.found.values()]
      .map(({ issue: { code, column, severity, row }, params, rows }) => {
        // The parameters are those of the code.
        return { code, column, params, severity, rows, first: row ?? 0 } as unknown as Reason
      })
      .sort((a, b) => compare(a.severity, b.severity) || b.rows - a.rows || a.first - b.first)
  }
}

/** Numbers stay those of the first row: texts choose words by them. */
function mask(params: Params, other: Readonly<Params>): void {
  for (const name in params) {
    if (typeof params[name] === 'string' && params[name] !== other[name]) params[name] = '…'
  }
}
