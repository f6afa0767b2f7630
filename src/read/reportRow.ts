import { splitValues } from '../csv/table'
import { IssueCollector } from '../issues/issueCollector'
import type { Conflict, Term } from '../model/conflict'
import { findTerm } from '../model/conflict'
import { readExactness, readPosition } from '../model/coordinates'
import type { FieldType } from '../model/field'
import type { FieldName, FileFieldName } from '../model/fields'
import { FIELD_NAMES, fieldOf, joinValues, MAX_EVENTS, POSITION_PRECISIONS } from '../model/fields'
import type { SourceId } from '../model/ids'
import { memoize, memoizeText } from '../model/memoize'
import type { IncidentRecord } from '../model/report'
import type { DateOrder } from './dates'
import { readDateStart, readTimes } from './times'

/** A row by its columns; a missing one is empty. */
export type RowCells = Readonly<Partial<Record<FieldName | FileFieldName, string>>>

/** Reads a cell. Unreadable text is an issue, and read as unknown. */
type ReadCell = (cell: string, issues: IssueCollector) => unknown

/**
 * Reads one report. Null, with an error among the issues, if it has no id or no readable start
 * date. `sources` are its source ids, if the row contains the sources themselves; `dateOrder` is how
 * dates of its file are written, for the message about one.
 */
export function parseIncidentRow(
  cells: RowCells,
  line: number,
  conflict: Conflict,
  issues: IssueCollector,
  sources?: readonly SourceId[],
  dateOrder?: DateOrder,
): IncidentRecord | null {
  const { id = '', date_start = '' } = cells
  if (id === '') issues.error('noId', 'id')
  const dateStart = readDateStart(date_start, issues, dateOrder)
  const events = readCount(cells.events ?? '', 'events', MAX_EVENTS, issues) ?? 1
  if (events === 0) issues.warning('noEvents', 'events')
  if (id === '' || dateStart === null || events === 0) return null

  const { template, readers, worded } = readersOf(conflict)
  const record: Record<string, unknown> = { ...template }
  const times = readTimes(cells, dateStart, issues, dateOrder)
  record.date_start = dateStart
  record.time_start = times.time_start
  record.date_end = times.date_end
  record.time_end = times.time_end
  record.time_precision = times.time_precision
  for (const { name, read, isAsked } of readers) {
    const cell = cells[name] ?? ''
    if (cell !== '' || isAsked) record[name] = read(cell, issues)
  }
  for (const { name, column, unknownIn } of worded) {
    record[column] = cells[column] || unknownIn(cells[name] ?? '')
  }
  record.position = readPosition(cells.lon ?? '', cells.lat ?? '', issues)
  const precision = cells.position_precision ?? ''
  record.position_precision =
    readExactness(precision, 'position_precision', POSITION_PRECISIONS, issues) ?? 'settlement'
  record.events = events
  record.row = line
  if (sources) record.sources = sources
  return record as unknown as IncidentRecord
}

/** Columns that are read together, such as the times of a report. */
const TIMES: ReadonlySet<FieldName> = new Set([
  'date_start',
  'time_start',
  'date_end',
  'time_end',
  'time_precision',
])

/** Where the words of a coded column are kept that have no code of their own. */
const WORDED = {
  reporting_party: 'reporting_party_as_worded',
  accused_party: 'accused_as_worded',
  kind: 'kind_as_worded',
} as const
const CODED = ['reporting_party', 'accused_party', 'kind'] as const
const OF_FILE = ['position', 'position_precision', 'events', 'row']

/**
 * The readers of the other columns, and a record as it is read from empty cells: filling one is far
 * faster than adding keys. `isAsked`: an empty cell of the column is an issue.
 */
const readersOf = memoize((conflict: Conflict) => {
  const readers = FIELD_NAMES.filter((name) => !TIMES.has(name)).map((name) => {
    const read = createReader(name, conflict)
    const issues = new IssueCollector('', null, '')
    const empty = read('', issues)
    return { name, read, empty, isAsked: issues.list.length > 0 }
  })
  const unread = [...TIMES, ...Object.values(WORDED), ...OF_FILE].map((name) => [name, null])
  const empty = readers.map(({ name, empty }) => [name, empty])
  return {
    template: Object.fromEntries([...empty, ...unread]),
    readers,
    worded: CODED.map((name) => ({
      name,
      column: WORDED[name],
      unknownIn: findUnknown(name, conflict),
    })),
  }
})

/** The words in a cell that no term stands for. */
function findUnknown(name: FieldName, conflict: Conflict): (cell: string) => string {
  const { type, from = 'parties' } = fieldOf(name)
  const terms: readonly Term[] = conflict[from]
  return memoizeText((cell) => {
    const words = type === 'codes' ? splitValues(cell) : [cell]
    return joinValues(words.filter((word) => word !== '' && !findTerm(terms, word)))
  })
}

function createReader(name: FieldName, conflict: Conflict): ReadCell {
  const { type, words = [], from, max = Number.MAX_SAFE_INTEGER } = fieldOf(name)
  if (from) return type === 'codes' ? readCodes(name, conflict) : readCode(name, conflict)
  const readers: Readonly<Partial<Record<FieldType, ReadCell>>> = {
    texts: (cell) => splitValues(cell),
    sources: (cell) => splitValues(cell),
    places: (cell) => splitValues(cell),
    source: (cell) => (cell === '' ? null : cell),
    flag: (cell, issues) => readYes(cell, name, issues),
    count: (cell, issues) => readCount(cell, name, max, issues),
    word: (cell, issues) => readWord(cell, name, words, issues),
  }
  return readers[type] ?? ((cell) => cell)
}

function readCode(name: FieldName, conflict: Conflict): ReadCell {
  const { from = 'parties', unknown = '', required } = fieldOf(name)
  const terms: readonly Term[] = conflict[from]
  const fallback = terms.find(({ id }) => id === unknown)
  return (cell, issues) => {
    if (cell === '' && !required) return unknown
    const term = findTerm(terms, cell)
    const readAs = fallback?.record ?? unknown
    if (!term && cell === '') issues.warning('noReportingParty', name, { readAs })
    else if (!term) issues.warning('unknownValue', name, { value: cell, readAs })
    return term?.id ?? unknown
  }
}

function readCodes(name: FieldName, conflict: Conflict): ReadCell {
  const { from = 'kinds', unknown = '' } = fieldOf(name)
  const terms: readonly Term[] = conflict[from]
  const none = [unknown]
  return (cell, issues) => {
    const ids: string[] = []
    for (const value of splitValues(cell)) {
      const term = findTerm(terms, value)
      if (term) ids.push(term.id)
      else issues.warning('unknownValue', name, { value, readAs: unknown })
    }
    return ids.length > 0 ? ids : none
  }
}

function readYes(cell: string, name: string, issues: IssueCollector): boolean {
  if (cell === '') return false
  const value = cell.toLowerCase()
  if (value !== 'yes' && value !== 'no') issues.warning('notYesNo', name, { value: cell })
  return value === 'yes'
}

function readWord(
  cell: string,
  name: string,
  words: readonly string[],
  issues: IssueCollector,
): string {
  if (cell === '' || words.includes(cell)) return cell
  issues.warning('unknownValue', name, { value: cell, readAs: 'not stated' })
  return ''
}

function readCount(cell: string, name: string, max: number, issues: IssueCollector): number | null {
  if (cell === '') return null
  const count = /^\d+$/.test(cell) ? Number(cell) : Number.NaN
  if (count <= max) return count
  issues.warning(count > max ? 'countTooLarge' : 'notCount', name, { value: cell })
  return null
}
