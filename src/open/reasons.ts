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
  first: Issue
  readonly params: Params | null
  rows: number
  /** The place of the first among all rows, where they come in another order. */
  place?: number
}

export type CountedReasons = readonly [IssueCode, Found[]][]

/** Issues of a kind that are listed one by one. */
const MAX_ALIKE = 20

/** Replaces issues that are alike by the first and their number, where there are very many. */
export function gatherIssues(issues: readonly Issue[]): readonly Issue[] {
  if (issues.length <= MAX_ALIKE) return issues
  const counter = new ReasonCounter()
  counter.add(issues)
  const many = counter.all().filter(({ rows }) => rows > MAX_ALIKE)
  const [{ file }] = issues as [Issue]
  const gathered = many.map((reason) => ({ ...reason, file, row: reason.first, id: '' }))
  const isListed = ({ code, column, severity }: Issue) =>
    !many.some((each) => each.code === code && each.column === column && each.severity === severity)
  return [...issues.filter(isListed), ...gathered]
}

/** Counts the issues of rows by code, severity and column. */
export class ReasonCounter {
  private readonly byCode: Map<IssueCode, Found[]>

  /** `counted` is what an earlier counter had. */
  constructor(counted: CountedReasons = []) {
    this.byCode = new Map(counted)
  }

  /** Plain values, to be counted on from. */
  get counted(): CountedReasons {
    return [...this.byCode]
  }

  /**
   * Adds the issues of `rows` rows that are alike. `place` is that of their first among all rows,
   * where they come in another order.
   */
  add(issues: readonly Issue[], rows = 1, place?: number): void {
    for (const issue of issues) {
      const ofCode = this.byCode.get(issue.code) ?? []
      if (ofCode.length === 0) this.byCode.set(issue.code, ofCode)
      const known = ofCode.find(
        ({ first }) => first.column === issue.column && first.severity === issue.severity,
      )
      if (!known) {
        const params = issue.params ? { ...issue.params } : null
        ofCode.push({ first: issue, params, rows, ...(place !== undefined && { place }) })
      } else {
        known.rows += rows
        if (place !== undefined && place < (known.place ?? 0)) {
          known.first = issue
          known.place = place
        }
        if (known.params && issue.params) mask(known.params, issue.params)
      }
    }
  }

  /** Errors first, then by number of rows. */
  all(): Reason[] {
    return this.reasons(({ params }) => params)
  }

  /** The same with all parameters of the first row. */
  examples(): Reason[] {
    return this.reasons(({ first }) => first.params)
  }

  private reasons(paramsOf: (found: Found) => Found['params'] | Issue['params']): Reason[] {
    return [...this.byCode.values()]
      .flat()
      .map((found) => {
        const { first, rows } = found
        const { code, column, severity, row } = first
        const params = paramsOf(found)
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
