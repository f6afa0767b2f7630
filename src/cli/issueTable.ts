import type { Issue, Severity } from '../issues/issue'
import { issueText } from '../issues/issueText'
import { commandLine } from '../messages/commandLine'
import { type Message, wording } from '../messages/message'
import { remedies } from '../messages/remedies'
import { POSITION_PRECISIONS } from '../model/fields'
import type { Tables } from '../model/tables'
import { textTable } from './textTable'

/** An issue in words, with its remedy. */
export interface Finding
  extends Pick<Issue, 'code' | 'severity' | 'file' | 'row' | 'id' | 'column'> {
  readonly message: string
  readonly remedy: string
}

/** Words issues, in the order of files and rows. */
export function buildFindings(issues: readonly Issue[], tables: Tables): Finding[] {
  const files = [...new Set(issues.map(({ file }) => file))]
  return issues
    .map((issue): Finding => {
      const { code, severity, file, row, id, column } = issue
      const [message, remedy] = [issueText(issue), remedyOf(issue, tables)]
      return { code, severity, file, row, id, message, column, remedy }
    })
    .sort((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || (a.row ?? 0) - (b.row ?? 0))
}

export function findingTable(findings: readonly Finding[]): string {
  const rows = findings.map((finding) => [
    finding.file,
    finding.row === null ? '' : String(finding.row),
    finding.column,
    finding.id,
    commandLine.severity({ severity: finding.severity }),
    findingText(finding),
  ])
  const header = [
    commandLine.columnFile(),
    commandLine.columnRow(),
    commandLine.columnColumn(),
    commandLine.columnId(),
    commandLine.columnSeverity(),
    commandLine.columnMessage(),
  ]
  return textTable(header, rows)
}

/** Says what is wrong and what to do, in sentences. */
export function findingText({ message, remedy }: Finding): string {
  return remedy === ''
    ? commandLine.finding({ message })
    : commandLine.findingWithRemedy({ message, remedy })
}

/** `2 errors, 1 warning.` */
export function countFindings(findings: readonly Finding[]): string {
  const count = (severity: Severity) =>
    findings.filter((finding) => finding.severity === severity).length
  return commandLine.countedFindings({ errors: count('error'), warnings: count('warning') })
}

export function failsOn(findings: readonly Finding[], strict: boolean): boolean {
  return findings.some(({ severity }) => strict || severity === 'error')
}

/** What to do about an issue, as a clause; empty if its text says it, or nothing can be done. */
function remedyOf({ code, column }: Issue, tables: Tables): string {
  if (!Object.hasOwn(remedies, code)) return ''
  const ofPlaces = code === 'unknownPlaceKind' || column === 'position_quality'
  const table = ofPlaces ? tables.places : tables.incidents
  const own = column === 'position_precision' ? POSITION_PRECISIONS : []
  const values = table.find(({ name }) => name === column)?.values ?? own
  // Each remedy takes the values of the column, or nothing.
  const message = { code, params: { values: values.join(', ') } } as Message<typeof remedies>
  return wording(remedies, message)
}
