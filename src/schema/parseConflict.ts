import type { Issue } from '../issues/issue'
import { IssueCollector } from '../issues/issueCollector'
import type { Conflict } from '../model/conflict'
import { conflictRuleIssues } from './conflictRules'
import { conflictSchemaIssues } from './conflictSchema'
import { findJsonFault } from './jsonFault'

/** The result of reading a dataset.json: the conflict, or every fault that makes it unusable. */
export type ParsedConflict =
  | { readonly conflict: Conflict; readonly issues: readonly [] }
  | { readonly conflict: null; readonly issues: readonly [Issue, ...Issue[]] }

/** Reads the text of a dataset.json; `file` is its name in issues. */
export function parseConflict(text: string, file: string): ParsedConflict {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    const found = new IssueCollector(file, null, '')
    found.error('conflictNotJson', '', findJsonFault(text))
    return refused(found.list)
  }
  const ofSchema = conflictSchemaIssues(value, file)
  if (ofSchema.length > 0) return refused(ofSchema)
  const conflict = value as Conflict
  const issues = conflictRuleIssues(conflict, file)
  return issues.length > 0 ? refused(issues) : { conflict, issues: [] }
}

function refused(issues: readonly Issue[]): ParsedConflict {
  return { conflict: null, issues: issues as [Issue, ...Issue[]] }
}
