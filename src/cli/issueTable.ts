import type { Issue, Severity } from '../issues/issue'
import { issueText } from '../issues/issueText'
import { gazetteerOf } from '../join/gazetteer'
import { withHint } from '../join/nameHints'
import { commandLine } from '../messages/compiled/commandLine'
import { remedies } from '../messages/compiled/remedies'
import { type Message, shorten, wording } from '../messages/message'
import { POSITION_PRECISIONS } from '../model/fields'
import type { Tables } from '../model/tables'
import type { Dataset } from '../store/dataset'
import { textTable } from './textTable'

/** An issue in words, with its remedy. */
export interface Finding
  extends Pick<Issue, 'code' | 'severity' | 'file' | 'row' | 'id' | 'column'> {
  readonly message: string
  readonly remedy: string
}

/** Findings of one kind in a file that a table lists. The others are counted. */
const MAX_ALIKE = 100
/** Unknown names that are compared with all of the gazetteer. */
const MAX_HINTED = 1000

/**
 * Words issues, in the order of files and rows; the first with similar names from the gazetteer of
 * a dataset.
 */
export function buildFindings(
  issues: readonly Issue[],
  tables: Tables,
  dataset?: Pick<Dataset, 'places' | 'conflict'>,
): Finding[] {
  const places = new Map([...new Set(issues.map(({ file }) => file))].map((file, at) => [file, at]))
  const placeOf = ({ file }: Issue) => places.get(file) ?? 0
  let unhinted = MAX_HINTED
  return [...issues]
    .sort((a, b) => placeOf(a) - placeOf(b) || (a.row ?? 0) - (b.row ?? 0))
    .map((given): Finding => {
      const isHinted = dataset && given.code === 'unknownArea' && unhinted-- > 0
      const issue = isHinted ? withHint(given, gazetteerOf(dataset)) : given
      const { code, severity, file, row, id, column } = issue
      const [message, remedy] = [issueText(issue), remedyOf(issue, tables)]
      return { code, severity, file, row, id, message, column, remedy }
    })
}

/** A row for each finding; where very many are alike, the number of the others comes last. */
export function findingTable(findings: readonly Finding[]): string {
  const kinds = new Map<string, Finding[]>()
  for (const finding of findings) {
    const kind = JSON.stringify([finding.file, finding.code, finding.severity])
    const alike = kinds.get(kind)
    if (alike) alike.push(finding)
    else kinds.set(kind, [finding])
  }
  const left = [...kinds.values()].filter(({ length }) => length > MAX_ALIKE)
  const unlisted = new Set(left.flatMap((alike) => alike.slice(MAX_ALIKE)))
  const rows = [
    ...findings.filter((finding) => !unlisted.has(finding)).map(rowOf),
    ...left.map(([first, ...others]) =>
      countedRow(first as Finding, others.length + 1 - MAX_ALIKE),
    ),
  ]
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

function rowOf(finding: Finding): string[] {
  return [
    finding.file,
    finding.row === null ? '' : String(finding.row),
    shorten(finding.column),
    shorten(finding.id),
    commandLine.severity({ severity: finding.severity }),
    findingText(finding),
  ]
}

function countedRow({ file, severity, message }: Finding, n: number): string[] {
  const text = commandLine.moreFindings({ n, message })
  return [file, '', '', '', commandLine.severity({ severity }), text]
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
function remedyOf({ code, column, params }: Issue, tables: Tables): string {
  if (!Object.hasOwn(remedies, code)) return ''
  const ofPlaces = code === 'unknownPlaceKind' || column === 'position_quality'
  const table = ofPlaces ? tables.places : tables.incidents
  const own = column === 'position_precision' ? POSITION_PRECISIONS : []
  const values = table.find(({ name }) => name === column)?.values ?? own
  // Each remedy takes the values of the column, the order of dates, or nothing.
  const order = params && 'order' in params ? params.order : 'ymd'
  const given = { values: values.join(', '), order }
  const message = { code, params: given } as Message<typeof remedies>
  return wording(remedies, message)
}
