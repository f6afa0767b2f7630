import type { IssueCode } from '../issues/issue'
import type { IssueCollector } from '../issues/issueCollector'
import { compare } from '../join/listAreas'
import type { Geography } from '../join/locate'
import { Whereabouts } from '../join/whereabouts'
import { copyText } from '../model/memoize'
import { termReader, wordsIn } from '../read/columns/valueTerms'
import type { DateOrder } from '../read/dates'
import { type Mapping, type OpenedTable, VALUE_FIELDS, type ValueField } from '../read/format'
import { findOrder } from '../read/guessMapping'
import { valuesIn } from '../read/header'
import { buildReading, type OpenedFile } from './buildReading'
import { Rows } from './fileRows'
import { type Reason, ReasonCounter } from './reasons'

/** Rows that are read for a preview: some tenths of a second. */
const MAX_ROWS = 5000
/** Distinct words that are counted, and of those the ones that are shown. */
const MAX_WORDS = 2000
const SHOWN_WORDS = 30

/** What the first rows of a table become. */
export interface Preview {
  readonly rows: number
  readonly numbering: OpenedTable['numbering']
  /** Whether these are all rows. */
  readonly isWhole: boolean
  readonly placed: number
  /** Rows that name a place or give coordinates, but are not located. */
  readonly placeUnknown: number
  readonly withoutPlace: number
  readonly dateUnreadable: number
  /** Rows rejected for anything else. */
  readonly rejected: number
  /** Each with the first example. */
  readonly reasons: readonly Reason[]
  /** The order of numbers in the dates, as the column of dates tells. */
  readonly dateOrder: DateOrder
  readonly words: readonly FieldWords[]
}

/** The words in the column of a field, the most frequent first. */
export interface FieldWords {
  readonly field: ValueField
  readonly words: readonly { readonly word: string; readonly n: number; readonly term: string }[]
  /** Distinct words that are not listed. */
  readonly more: number
}

const DATE_CODES: ReadonlySet<IssueCode> = new Set([
  ...(['noStartDate', 'startNotDate', 'startOutsideYears'] as const),
])
const POSITION_CODES: ReadonlySet<IssueCode> = new Set([
  ...(['notDegrees', 'degreesAlone', 'notPosition'] as const),
])

/** Reads the first rows of a table by its mapping, with the code that opens it. */
export function previewReports(
  file: OpenedFile & { readonly mapping: Mapping },
  geography: Geography,
): Preview {
  const rows = new Rows(buildReading(file, geography))
  const whereabouts = new Whereabouts(geography)
  const reasons = new ReasonCounter()
  const ids = new Set<string>()
  const counts = { placed: 0, placeUnknown: 0, withoutPlace: 0, dateUnreadable: 0, rejected: 0 }
  let ofFile = 0
  let read = 0
  let isWhole = true
  for (; rows.next(); read++) {
    if (read === MAX_ROWS) {
      isWhole = false
      break
    }
    const issues = rows.collector()
    const outcome = outcomeOf(rows, issues, ids, geography, whereabouts)
    if (outcome === 'placeOfFile') ofFile++
    else counts[outcome]++
    reasons.add(issues.list)
  }
  // In another part of the world, reports are counted by the areas that the file names.
  counts[whereabouts.isElsewhere ? 'placed' : 'placeUnknown'] += ofFile
  const words = VALUE_FIELDS.flatMap((field) => wordsOf(field, file, geography) ?? [])
  const dateOrder = findOrder(file.table, file.mapping.columns.date_start ?? '')
  const { numbering } = file.table
  return {
    rows: read,
    numbering,
    ...counts,
    isWhole,
    reasons: reasons.examples().filter((reason) => !whereabouts.isExpected(reason)),
    dateOrder,
    words,
  }
}

/**
 * What becomes of the current row: `placeOfFile` where only the file knows its areas. `ids` are those
 * of earlier ones.
 */
function outcomeOf(
  rows: Rows,
  issues: IssueCollector,
  ids: Set<string>,
  { areas: onMap }: Geography,
  whereabouts: Whereabouts,
) {
  const found = (codes: ReadonlySet<IssueCode>) => issues.list.some(({ code }) => codes.has(code))
  const row = rows.read(issues)
  if (!row) return found(DATE_CODES) ? 'dateUnreadable' : 'rejected'
  const { id, areas, position } = row.record
  if (ids.has(id)) {
    issues.error('repeatedId', 'id')
    return 'rejected'
  }
  ids.add(copyText(id))
  const incident = rows.join(row, issues)
  whereabouts.add(incident, issues.list)
  const { locations } = incident
  if (locations.some(({ area, isPoint }) => isPoint || (area && onMap.has(area)))) return 'placed'
  if (locations.length > 0) return 'placeOfFile'
  return areas.length > 0 || position || found(POSITION_CODES) ? 'placeUnknown' : 'withoutPlace'
}

function wordsOf(
  field: ValueField,
  { table, mapping }: OpenedFile & { readonly mapping: Mapping },
  { conflict }: Geography,
): FieldWords | null {
  const column = mapping.columns[field]
  if (column === undefined) return null
  const counts = new Map<string, number>()
  let read = 0
  for (const cell of valuesIn(table, table.header.indexOf(column))) {
    if (read++ === MAX_ROWS) break
    for (const word of wordsIn(field, cell)) {
      const known = counts.get(word)
      if (known !== undefined) counts.set(word, known + 1)
      else if (counts.size < MAX_WORDS) counts.set(copyText(word), 1)
    }
  }
  const termOf = termReader(field, mapping, conflict)
  const words = [...counts]
    .sort(([a, most], [b, n]) => n - most || compare(a, b))
    .slice(0, SHOWN_WORDS)
    .map(([word, n]) => ({ word, n, term: termOf(word) }))
  return { field, words, more: counts.size - words.length }
}
