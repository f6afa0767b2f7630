import type { ParsedComponents, ParsedResult } from 'chrono-node'
import { Chrono, configuration } from 'chrono-node/en'
import {
  addDays,
  type Day,
  type DayRange,
  dateOf,
  intersect,
  lengthOf,
  parseSlice,
} from '../model/day'

/** Both orders of day and month in numbers: a date that they read differently is ambiguous. */
const READERS = [true, false].map((dayFirst) => ({
  chrono: new Chrono(configuration.createCasualConfiguration(dayFirst)),
  dayFirst,
}))
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
/** What chrono calls words that depend on today, and clock times: "last week", "at noon". */
const RELATIVE = /casual|relative|endof|timeexpression/i
const YEARS = /^(\d{4})(?:-(\d{4}))?$/
const MONTH_IN_NUMBERS = /^(\d{1,2})[./](\d{4})$/
/** Months are never the last of three numbers that begin with the year. */
const WRONG_MONTH = /^\d{4}-(?:1[3-9]|[2-9]\d)-/
/** 29-30.11. and 29.–30.11.2022. */
const TWO_DAYS = /^(\d{1,2})\.?(?:-|\/(?=\d{1,2}\.))(\d{1,2})([./]\d{1,2}(?:[./]\d{2,4})?)\.?$/
const SHORT_YEAR = /\b(\d{1,2}[./]\d{1,2}[./])(\d{2})(?= - |$)/g
/** No month, so that other dates beside it have the day first too. */
const DAY_FIRST = /(?<![\d./])(?:1[3-9]|[23]\d)[./]\d/
/** 30.11.2022, 30/11, 3.12.; 12.7 is more likely a calibre. */
const DAY_AND_MONTH =
  /(?<![\d./])(\d{1,2})[./](?:(\d{1,2})[./](\d{4})|(\d{2})\.?|(\d)\.)(?![\d./])/g

/**
 * The days that a user may mean by a date or a period: "30 Nov 2022", "Sept 2022", "2022",
 * "29-30 Nov", "30.11.2022", "2022-11-30", "2022-W48". None if it is not a date, several if it is
 * ambiguous: a date without a year is meant in each year of `span`, the local days on file, and
 * 05/06/2022 is in May or in June. In order of time.
 */
export function readDateWords(text: string, span: DayRange): DayRange[] {
  const words = text
    .trim()
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll(/(?<=\d)\.\s+(?=\d)/g, '.')
    .replaceAll(/(?<=\d)\.?(?:\/|-)(?=\d{1,2}\.?\s?\p{L})/gu, '-')
    .replace(TWO_DAYS, '$1$3 - $2$3')
    .replaceAll(SHORT_YEAR, '$120$2')
  const iso = readIso(words)
  if (iso) return [iso]
  if (WRONG_MONTH.test(words)) return []
  const found = READERS.flatMap((reader) => readWith(reader, words, span))
  const ranges = found.filter(
    ({ from, to }, index) =>
      index === found.findIndex((other) => other.from === from && other.to === to),
  )
  const onFile = ranges.filter((range) => intersect(range, span))
  return (onFile.length > 0 ? onFile : ranges).sort((a, b) => a.from - b.from || a.to - b.to)
}

/** Dates and periods that can only be read in one way: ISO 8601, years, a month in numbers. */
function readIso(text: string): DayRange | null {
  const [first = '', last = first, more] = text.split(/\/(?=\d{4}-)/)
  const [from, to] = [parseSlice(first), parseSlice(last)]
  if (from && to && more === undefined) return ordered(from.from, to.to)
  const years = YEARS.exec(text)
  if (years) return ordered(firstOf(years[1]), addDays(firstOf(years[2] ?? years[1], 1), -1))
  const month = MONTH_IN_NUMBERS.exec(text)
  return month ? parseSlice(`${month[2]}-${month[1]?.padStart(2, '0')}`) : null
}

function readWith(
  { chrono, dayFirst }: (typeof READERS)[number],
  numbers: string,
  span: DayRange,
): DayRange[] {
  const text = nameMonths(numbers, dayFirst).replaceAll(/\s+/g, ' ')
  const [result, ...more] = chrono.parse(text, dateOf(span.to))
  const rest =
    result && text.replace(result.text, '').replaceAll(/[^\p{L}\d]|\b(?:from|on|in|the)\b/gu, '')
  if (!result || more.length > 0 || rest !== '') return []
  if ([...result.tags()].some((tag) => RELATIVE.test(tag))) return []
  if (!result.start.isCertain('month')) return []
  return yearsOf(result, span).flatMap((shift) => rangeOf(result, shift) ?? [])
}

/** chrono reads no day and month in numbers without a year. With dots the day is first. */
function nameMonths(text: string, dayFirst: boolean): string {
  const isSure = DAY_FIRST.test(text)
  return text.replaceAll(DAY_AND_MONTH, (all, a, inYear, year = '', two, one) => {
    const b = inYear ?? two ?? one
    const isDayFirst = dayFirst || isSure || (year === '' && !all.includes('/'))
    const isMonthFirst = Number(b) > 12 || !isDayFirst
    const [day, month] = isMonthFirst ? [b, a] : [a, b]
    const name = MONTHS[Number(month) - 1]
    return name ? ` ${day} ${name} ${year} ` : all
  })
}

/** Years to add to what was read: none where it names one, else such that it is any year on file. */
function yearsOf({ start, end }: ParsedResult, span: DayRange): number[] {
  if (start.isCertain('year') || end?.isCertain('year')) return [0]
  const read = start.get('year') ?? 0
  const [first, last] = [span.from, span.to].map((day) => dateOf(day).getUTCFullYear() - read)
  if (first === undefined || last === undefined) return []
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

function rangeOf({ start, end }: ParsedResult, years: number): DayRange | null {
  const [first, last] = [periodOf(start, years), periodOf(end ?? start, years)]
  return first && last && ordered(first.from, last.to)
}

/** A day, or a month of which no day was named. */
function periodOf(parts: ParsedComponents, years: number): DayRange | null {
  const [month, day] = [parts.get('month'), parts.get('day')]
  const year = String((parts.get('year') ?? 0) + years).padStart(4, '0')
  const text = [year, pad(month)]
  return parseSlice((parts.isCertain('day') ? [...text, pad(day)] : text).join('-'))
}

function ordered(from: Day, to: Day): DayRange | null {
  return from <= to ? { from, to } : null
}

function firstOf(year: string | undefined, later = 0): Day {
  const range = parseSlice(`${String(Number(year) + later).padStart(4, '0')}-01`)
  return range?.from ?? (0 as Day)
}

function pad(part: number | null): string {
  return String(part).padStart(2, '0')
}

/** Why a text that is written like a date is none. */
export type DateFault =
  /** `month` is the first day of a month that has only so many `days`, of any year without `hasYear`. */
  | {
      readonly code: 'noDay'
      readonly day: number
      readonly days: number
      readonly month: Day
      readonly hasYear: boolean
    }
  | { readonly code: 'noMonth'; readonly month: number }
  | { readonly code: 'shortYear' }

const NAME = `(?<month>(?:${MONTHS.join('|')})[a-z]*)\\.?`
const NUMBER = '(?<month>\\d{1,2})\\.?'
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?'
const IN_YEAR = '(?:[\\s,./-]+(?<year>\\d{4}))?'
const DAY_MONTH = form(`${DAY}[\\s./-]+${NUMBER}[\\s./-]+(?<year>\\d{4}|\\d{2})`)
const OTHERS = [
  form(`(?<year>\\d{4})-${NUMBER}(?:-${DAY})?`),
  form(`${DAY}\\.?(?:\\s+of\\s+|[\\s./-]*)${NAME}${IN_YEAR}`),
  form(`${NAME}\\s+${DAY},?${IN_YEAR}`),
  form(`${NUMBER}[./]\\s*(?<year>\\d{4})`),
]
const NO_CENTURY = /['’]\d{2}$|^\d{2}$/
/** A leap year, for a date without a year. */
const ANY_YEAR = '2000'

/** What is wrong with a text that `readDateWords` reads no date from; null if it is no date at all. */
export function findDateFault(text: string): DateFault | null {
  const words = text.trim()
  if (NO_CENTURY.test(words)) return { code: 'shortYear' }
  const { day: a, month: b, year } = DAY_MONTH.exec(words)?.groups ?? {}
  // 11/31/2022 has the month first.
  if (a && b) return Number(b) > 12 && Number(a) <= 12 ? judge(b, a, year) : judge(a, b, year)
  for (const each of OTHERS) {
    const { day, month, year } = each.exec(words)?.groups ?? {}
    const fault = month ? judge(day ?? '1', month, year) : null
    if (fault) return fault
  }
  return null
}

function judge(day: string, month: string, year: string | undefined): DateFault | null {
  const number = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1 || Number(month)
  const range = parseSlice(
    `${(year ?? ANY_YEAR).padStart(4, '20')}-${String(number).padStart(2, '0')}`,
  )
  if (!range) return { code: 'noMonth', month: number }
  const [named, days] = [Number(day), lengthOf(range)]
  if (named > 0 && named <= days) return null
  return { code: 'noDay', day: named, days, month: range.from, hasYear: year !== undefined }
}

function form(source: string): RegExp {
  return new RegExp(`(?<!\\d)${source}(?!\\d)`, 'i')
}
