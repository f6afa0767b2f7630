import type { Issue, IssueCode, IssueMessage, Severity } from '../issues/issue'
import { compare } from '../join/listAreas'

/**
 * Why rows were rejected or got a note: the message of the first, with `…` for parameters that
 * differ in others.
 */
export type Reason = IssueMessage & {
  readonly severity: Severity
  readonly rows: number
  readonly first: number
}

type Params = Record<string, string | number>
interface Found {
  readonly first: Issue
  readonly params: Params | null
  rows: number
}

/** Counts the issues of rows by code, severity and column. */
export class ReasonCounter {
  private readonly byCode = new Map<IssueCode, Found[]>()

  add(issues: readonly Issue[]): void {
    for (const issue of issues) {
      const ofCode = this.byCode.get(issue.code) ?? []
      if (ofCode.length === 0) this.byCode.set(issue.code, ofCode)
      const known = ofCode.find(
        ({ first }) => first.column === issue.column && first.severity === issue.severity,
      )
      if (!known) {
        const params = issue.params ? { ...issue.params } : null
        ofCode.push({ first: issue, params, rows: 1 })
      } else {
        known.rows++
        if (known.params && issue.params) mask(known.params, issue.params)
      }
    }
  }

  /** Errors first, then by number of rows. */
  all(): Reason[] {
    return [...this.byCode.values()]
      .flat()
      .map(({ first: { code, column, severity, row }, params, rows }) => {
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
