import { commandLine } from '../messages/commandLine'
import type { Issue, Severity } from '../model/issue'
import { type Column, TABLES, type TableName } from '../model/tables'
import { textTable } from './textTable'

/** An issue with the column that it is about, where one is, and what to do. */
export interface Finding extends Issue {
  readonly column: string
  readonly remedy: string
}

/** What the core's messages call a cell, where that is not its column. */
const COLUMNS_BY_WORD: Readonly<Record<string, string>> = {
  area: 'areas',
  source: 'sources',
  coordinates: 'lon, lat',
}

const REMEDIES: readonly (readonly [pattern: RegExp, remedy: string])[] = [
  [/^the id is used/, 'give the row the next free number of its day'],
  [/^has no id/, 'give it one: the day and a number, such as 20221129-01'],
  [/^the header lacks/, 'add the column to row 1'],
  [/^the header has the column/, 'rename or delete one of the two'],
  [/^the column .* is not in the codebook/, 'correct its name, or delete it if it is not needed'],
  [/^has \d+ cells/, 'put a cell that holds a comma into double quotes'],
  [/^not clean CSV/, 'look for a double quote that is not closed, or not doubled inside a cell'],
  [/^the file is empty/, 'write the header into row 1 and the records below it'],
  [/^date_end is before/, 'correct one of the two dates'],
  [/^time_end is before/, 'correct the times, or give the next day as date_end'],
  [/^area /, 'check the spelling, or add the name to places.csv'],
  [/^source |^denial_source /, 'correct the id, or add a row with it to sources.csv'],
  [
    /^coordinates .* are not degrees/,
    'write lon and lat as decimal degrees, such as 46.75 and 39.76',
  ],
  [/^coordinates /, 'check whether lon and lat are exchanged, and the name in areas'],
  [/^cites no source/, 'write the id of a row of sources.csv into sources'],
]

const FORMATS: Readonly<Record<NonNullable<Column['format']>, string>> = {
  date: 'write it as YYYY-MM-DD, such as 2022-11-29',
  'partial-date': 'write it as YYYY-MM-DD or YYYY-MM, or leave it empty',
  time: 'write it as HH:MM, such as 09:05, or leave it empty',
  count: 'write a whole number, or leave the cell empty when none is stated',
  degrees: 'write decimal degrees, such as 46.75',
  url: 'write an address that begins with https:// or http://',
}

/** Adds column and remedy to issues, in the order of files and rows. */
export function buildFindings(issues: readonly Issue[]): Finding[] {
  const files = [...new Set(issues.map(({ file }) => file))]
  return issues
    .map((issue) => {
      const column = columnOf(issue.message)
      return { ...issue, column, remedy: remedyOf(issue.message, column) }
    })
    .sort((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || (a.row ?? 0) - (b.row ?? 0))
}

/** Findings as a table for people. */
export function findingTable(findings: readonly Finding[]): string {
  const rows = findings.map(({ file, row, column, id, severity, message, remedy }) => [
    file,
    row === null ? '' : String(row),
    column,
    id,
    commandLine.severity({ severity }),
    remedy === ''
      ? commandLine.finding({ message })
      : commandLine.findingWithRemedy({ message, remedy }),
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

/** `2 errors, 1 warning.` */
export function countFindings(findings: readonly Finding[]): string {
  const count = (severity: Severity) =>
    findings.filter((finding) => finding.severity === severity).length
  return commandLine.countedFindings({ errors: count('error'), warnings: count('warning') })
}

/** The core's messages begin with the column, or with a word that stands for it. */
function columnOf(message: string): string {
  if (/^the id is used|^has no id/.test(message)) return 'id'
  if (/^cites no source/.test(message)) return 'sources'
  const lacking = /^the header lacks the columns? (.*)$/.exec(message)
  if (lacking) return lacking[1] ?? ''
  const quoted = /^the (?:header has the )?column "([^"]*)"/.exec(message)
  if (quoted) return quoted[1] ?? ''
  const word = /^[a-z_]+/.exec(message)?.[0] ?? ''
  return COLUMNS_BY_WORD[word] ?? (columnsNamed(word).length > 0 ? word : '')
}

function remedyOf(message: string, column: string): string {
  const known = REMEDIES.find(([pattern]) => pattern.test(message))
  if (known) return known[1]
  const [first] = columnsNamed(column)
  if (!first) return ''
  if (column === 'kind' && /the row is left out/.test(message)) {
    return `write one of: ${wordsOf('places', 'kind').join(', ')}`
  }
  if (first.values) return `write one of: ${first.values.join(', ')}`
  return first.format ? FORMATS[first.format] : 'see the codebook, geodata/README.md'
}

function columnsNamed(name: string): Column[] {
  return Object.values(TABLES).flatMap((columns) => columns.filter((each) => each.name === name))
}

function wordsOf(table: TableName, name: string): readonly string[] {
  return TABLES[table].find((column) => column.name === name)?.values ?? []
}
