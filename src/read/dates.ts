import type { Day } from '../model/day'
import { formatDay, parseDay } from '../model/day'
import { formatTime, MINUTES_PER_DAY } from '../model/interval'
import { monthNamed } from './months'

export const DATE_ORDERS = ['ymd', 'dmy', 'mdy'] as const
/** The order of year, month and day in dates of numbers. */
export type DateOrder = (typeof DATE_ORDERS)[number]

/** A day and, if given, a clock time, both local, as records write them. */
export interface ReadDate {
  /** `YYYY-MM-DD` */
  readonly date: string
  /** `HH:MM`, or empty. */
  readonly time: string
}

const WITH_TIME =
  /^(.*\d)(?:T|,?\s+)(\d{1,2}):(\d{2})(?::\d{2}(?:[.,]\d+)?)?\s*([ap])?\.?(?:m\.?)?\s*(Z|[+-]\d{2}:?\d{2}|\(?(?:UTC|GMT)\s?(?:[+-]\d{1,2}(?::?\d{2})?)?\)?)?$/i
const DAY_FIRST =
  /^(\d{1,2})(?:\.|st|nd|rd|th)?[\s-]+(\p{L}{3,12})\.?,?[\s-]+(\d{4}|\d{2})(?:\s?(?:г|года)\.?)?$/iu
const MONTH_FIRST = /^(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/iu
const WEEKDAY = /^\p{L}{2,12}\.?,\s+/u
/** No date is longer. */
const MAX_LENGTH = 64
const IN_NUMBERS = /^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})$/
/** Two-digit years from here on are in the 20th century, as in spreadsheets. */
const FIRST_OF_1900S = 30
/** Number of dates that is enough to infer an order. */
const ENOUGH = 200

/**
 * Reads `2022-11-29`, `29 November 2022`, `29-Nov-22`, `November 29th, 2022` and numbers in the
 * given order; each also with a weekday before it and a clock time after it, and with months named
 * in several languages. A time with an offset (`+04:00`, `UTC+4`) is converted to local time, which is `localOffset`
 * minutes ahead of UTC. Midnight means no time, whatever the offset, because UCDP, spreadsheets and
 * databases write days that way. Null for anything else, including impossible dates.
 */
export function readDate(text: string, order: DateOrder = 'ymd', localOffset = 0): ReadDate | null {
  if (text.length > MAX_LENGTH) return null
  const timed = WITH_TIME.exec(text)
  const date = readDay((timed?.[1] ?? text).replace(WEEKDAY, ''), order)
  if (date === null || timed === null) return date === null ? null : { date, time: '' }
  const [, , hours, minutes, half, offset] = timed
  const minute = minuteOf(Number(hours), Number(minutes), half?.toLowerCase())
  if (minute === null) return null
  return minute === 0 ? { date, time: '' } : toLocal(date, minute, offset, localOffset)
}

/**
 * Infers the order of numbers in dates from those that only one order allows; `ymd` if no date
 * needs it. `isSure` is false if some need it and none decides (then day first, as in most of the
 * world), or if they contradict each other (then the order of most).
 */
export function findDateOrder(values: Iterable<string>): { order: DateOrder; isSure: boolean } {
  let [plain, open, dayFirst, monthFirst] = [0, 0, 0, 0]
  for (const value of values) {
    const [dmy, mdy] = [readDate(value, 'dmy'), readDate(value, 'mdy')]
    if (dmy?.date === mdy?.date) plain++
    else if (!mdy) dayFirst++
    else if (!dmy) monthFirst++
    else open++
    const isTold = dayFirst + monthFirst > 0 || open === 0
    if (isTold && plain + dayFirst + monthFirst >= ENOUGH) break
  }
  if (open + dayFirst + monthFirst === 0) return { order: 'ymd', isSure: true }
  return {
    order: monthFirst > dayFirst ? 'mdy' : 'dmy',
    isSure: dayFirst > 0 !== monthFirst > 0,
  }
}

function readDay(text: string, order: DateOrder): string | null {
  if (parseDay(text) !== null) return text
  const dayFirst = DAY_FIRST.exec(text)
  if (dayFirst) return ofParts(fullYear(dayFirst[3]), monthNamed(dayFirst[2] ?? ''), dayFirst[1])
  const monthFirst = MONTH_FIRST.exec(text)
  if (monthFirst) return ofParts(monthFirst[3], monthNamed(monthFirst[1] ?? ''), monthFirst[2])
  const numbers = IN_NUMBERS.exec(text)
  if (!numbers) return null
  const [, a = '', b = '', c = ''] = numbers
  if (a.length === 4) return ofParts(a, b, c)
  if (c.length !== 4 || order === 'ymd') return null
  return order === 'dmy' ? ofParts(c, b, a) : ofParts(c, a, b)
}

/**
 * Minutes after midnight; null if it is not a clock time. `half`: `a` or `p` of a 12-hour clock.
 */
function minuteOf(hours: number, minutes: number, half: string | undefined): number | null {
  if (half !== undefined && (hours < 1 || hours > 12)) return null
  const hour = half === undefined ? hours : (hours % 12) + (half === 'p' ? 12 : 0)
  return hour < 24 && minutes < 60 ? hour * 60 + minutes : null
}

function toLocal(
  date: string,
  minute: number,
  offset: string | undefined,
  localOffset: number,
): ReadDate | null {
  if (offset === undefined) return { date, time: formatTime(minute) }
  const day = parseDay(date)
  if (day === null) return null
  const local = minute - minutesOf(offset) + localOffset
  const shift = Math.floor(local / MINUTES_PER_DAY)
  return {
    date: formatDay((day + shift) as Day),
    time: formatTime(local - shift * MINUTES_PER_DAY),
  }
}

/** Minutes ahead of UTC: `+04:00`, `-0330`, `UTC+4`, `Z`. */
export function minutesOf(offset: string): number {
  const [, sign, hours, minutes = 0] = /([+-])(\d{1,2}):?(\d{2})?\)?$/.exec(offset) ?? []
  if (hours === undefined) return 0
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

function fullYear(year = ''): string {
  if (year.length !== 2) return year
  return `${Number(year) < FIRST_OF_1900S ? 20 : 19}${year}`
}

function ofParts(year = '', month: string | number, day = ''): string | null {
  const date = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  return parseDay(date) === null ? null : date
}
