import { type Conflict, NOT_STATED, OTHER_PARTY } from '../model/conflict'
import { FIELD_NAMES, FILE_FIELD_NAMES } from '../model/fields'
import { memoizeText } from '../model/memoize'
import type { DateOrder } from './dates'
import { minutesOf, type ReadDate, readDate } from './dates'
import { readDegrees } from './degrees'
import type { InlineSource } from './format'
import type { RowCells } from './reportRow'

/** A row in Contactline's own columns while it is filled. */
export type ReportCells = Record<keyof RowCells, string>

/** Has all columns from the start: filling a row is far faster than growing one. */
const EMPTY_ROW = {
  ...Object.fromEntries([...FIELD_NAMES, ...FILE_FIELD_NAMES].map((name) => [name, ''])),
  reporting_party: OTHER_PARTY,
  accused_party: NOT_STATED,
} as Record<string, string> as ReportCells

/** A row with empty cells; its parties are not stated. */
export function createReportCells(): ReportCells {
  return { ...EMPTY_ROW }
}

/** The columns that values are read from; of several, separated by `|`, the first there is. */
export type ColumnNames<Key extends string> = Readonly<Record<Key, string>>

/** Finds the index of a column by its name or names in any case; -1 where the header has none. */
export function columnFinder(header: readonly string[]): (names: string) => number {
  const known = header.map((name) => name.toLowerCase())
  return (names) => {
    const found = names.toLowerCase().split('|')
    return found.map((name) => known.indexOf(name)).find((index) => index !== -1) ?? -1
  }
}

/** The indices of a format's columns in a header; -1 where it has none. */
export function findColumns<Key extends string>(
  header: readonly string[],
  names: ColumnNames<Key>,
): Readonly<Record<Key, number>> {
  const find = columnFinder(header)
  const entries = Object.entries<string>(names).map(([key, name]) => [key, find(name)])
  return Object.fromEntries(entries)
}

/**
 * Finds the name in the header of the column that one of Contactline's columns is read from: its
 * own name where `names` has none. Empty where the header has none.
 */
export function columnNamer(
  header: readonly string[],
  names: Readonly<Record<string, string>>,
): (column: string) => string {
  const find = columnFinder(header)
  return memoizeText((column) => header[find(names[column] ?? column)] ?? '')
}

/** Reads dates in local time; the text itself where it is none, for the message about it. */
export function dateReader(
  order: DateOrder,
  { utcOffset }: Pick<Conflict, 'utcOffset'>,
): (text: string) => ReadDate {
  const offset = minutesOf(utcOffset)
  return memoizeText((text) => readDate(text, order, offset) ?? { date: text, time: '' })
}

/**
 * Decimal degrees with a point, also where a spreadsheet wrote a comma or people write `46.75°E`;
 * any other text as it is, for the message about it.
 */
export function decimal(cell: string, axis: 'lon' | 'lat'): string {
  // Most cells.
  if (PLAIN.test(cell)) return cell
  const read = readDegrees(cell)
  return read && (read.axis ?? axis) === axis ? read.text : cell
}

const PLAIN = /^[+-]?\d{0,3}\.?\d{0,20}$/

/** `9:05`, `0905`, `09:05:00`, `9:05 pm`, `9h05`, `9.05 Uhr`. */
const CLOCK = /^(?!0\.)(\d{1,2})(?:[:.]|\s?h\s?)?(\d{2})(?::\d{2})?\s?(?:([ap])\.?m\.?|Uhr)?$/i
/** `9h`, `9 pm`, `9 Uhr`. */
const HOUR = /^(\d{1,2})\s?(?:([ap])\.?m\.?|h|Uhr)$/i

/** A clock time as `09:05`; anything else as it is, for the message about it. */
export function clockOf(text: string): string {
  const [, alone, halfAlone] = HOUR.exec(text) ?? []
  const [, hours = alone, minutes = '00', half = halfAlone] = CLOCK.exec(text) ?? []
  if (hours === undefined || (half && Number(hours) > 12)) return text
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : hours
  return `${String(hour).padStart(2, '0')}:${minutes}`
}

/** The clock times of `15:00-18:00`, or the only one. */
export function clocksOf(text: string): readonly [start: string, end: string] {
  const [start = '', end = '', ...more] = text.split(/\s?[-\u2012-\u2015]\s?/)
  return more.length > 0 ? [text, ''] : [clockOf(start), clockOf(end)]
}

/** `3.0`, as data frames write 3, as `3`; anything else as it is: `1.000` may be a thousand. */
export function wholeNumber(text: string): string {
  return text.endsWith('.0') || text.endsWith(',0') ? text.slice(0, -2) : text
}

/** Text as one value of a cell that may hold several. */
export function oneValue(text: string): string {
  return text.includes(';') ? text.replaceAll(';', ',') : text
}

/** A source of which only these are known. */
export function sourceOf(publisher: string, title = '', published = '', url = ''): InlineSource {
  return { publisher, title, url, published, language: '' }
}

/** A date of eight digits, such as `20240305`, with dashes; any other text as it is. */
export function withDashes(date: string): string {
  return date.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
}
