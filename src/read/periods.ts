import type { Conflict } from '../model/conflict'
import { formatDay, parseSlice } from '../model/day'
import { formatTime, MINUTES_PER_DAY } from '../model/interval'
import { memoizeText } from '../model/memoize'
import type { DateOrder } from './dates'
import { minutesOf, type ReadDate, readDate } from './dates'
import { monthNamed } from './months'

/** A day, or all days of a month or a year. */
export interface Period extends ReadDate {
  /** The last day of a month or year, `YYYY-MM-DD`; empty for a day. */
  readonly last: string
}

const MONTH = /^(\d{4})[./-](\d{1,2})$/
const MONTH_LAST = /^(\d{1,2})[./-](\d{4})$/
const MONTH_BY_NAME = /^(\p{L}{3,12})\.?,?\s+(\d{4})(?:\s*(?:г|года)\.?)?$/u
const YEAR = /^(?:19|20)\d{2}$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/
/** Days as spreadsheets count them: these are of 1982 to 2064. */
const SERIAL = /^([3-5]\d{4})(?:[.,](\d{1,12}))?$/
/** 30 December 1899, the day 0 of spreadsheets, in days since 1970. */
const SERIAL_START = -25569
const EPOCH = /^(\d{10})(\d{3})?$/
const SECONDS_PER_DAY = 86_400
const MAX_LENGTH = 64

/**
 * Reads what tables of unknown format have in a column of dates: a date (readDate); a month, as
 * `2022-11`, `11/2022` or `November 2022`; a year; `20221129`; the number of a day as spreadsheets
 * count them; seconds or milliseconds since 1970. Local time is `localOffset` minutes ahead of UTC.
 * Null for anything else.
 */
export function readPeriod(text: string, order: DateOrder, localOffset: number): Period | null {
  if (text.length > MAX_LENGTH) return null
  const date = readDate(text, order, localOffset) ?? readNumber(text, localOffset)
  return date ? { ...date, last: '' } : readSpan(text)
}

/** Reads periods; the text itself where it is none, for the message about it. */
export function periodReader(
  order: DateOrder,
  { utcOffset }: Pick<Conflict, 'utcOffset'>,
): (text: string) => Period {
  const offset = minutesOf(utcOffset)
  return memoizeText(
    (text) => readPeriod(text, order, offset) ?? { date: text, time: '', last: '' },
  )
}

/** Whether a text is a point in time by itself, not a month or the number of a day. */
export function isInstant(text: string, order: DateOrder): boolean {
  return readDate(text, order) !== null || EPOCH.test(text)
}

function readNumber(text: string, localOffset: number): ReadDate | null {
  const [, year, month, day] = COMPACT.exec(text) ?? []
  if (year !== undefined) return readDate(`${year}-${month}-${day}`)
  const [, days, part = '0'] = SERIAL.exec(text) ?? []
  if (days !== undefined) {
    return atMinute(Number(days) + SERIAL_START, Math.round(Number(`0.${part}`) * MINUTES_PER_DAY))
  }
  const [, seconds] = EPOCH.exec(text) ?? []
  if (seconds === undefined) return null
  // Midnight in UTC is how a day is written.
  const isDay = Number(seconds) % SECONDS_PER_DAY === 0
  return atMinute(0, Math.floor(Number(seconds) / 60) + (isDay ? 0 : localOffset), !isDay)
}

function atMinute(day: number, minute: number, isTimed = minute > 0): ReadDate {
  const days = day + Math.floor(minute / MINUTES_PER_DAY)
  const ofDay = minute - Math.floor(minute / MINUTES_PER_DAY) * MINUTES_PER_DAY
  const date = new Date(days * SECONDS_PER_DAY * 1000).toISOString().slice(0, 10)
  return { date, time: isTimed ? formatTime(ofDay) : '' }
}

function readSpan(text: string): Period | null {
  const [, year, month] = MONTH.exec(text) ?? []
  const [, monthFirst, lastYear] = MONTH_LAST.exec(text) ?? []
  const [, name = '', namedYear] = MONTH_BY_NAME.exec(text) ?? []
  const number = month ?? monthFirst ?? String(monthNamed(name))
  const [first, last] = YEAR.test(text) ? ['01', '12'] : [number, number]
  const from = parseSlice(`${year ?? lastYear ?? namedYear ?? text}-${first.padStart(2, '0')}`)
  const to = parseSlice(`${year ?? lastYear ?? namedYear ?? text}-${last.padStart(2, '0')}`)
  return from && to && { date: formatDay(from.from), time: '', last: formatDay(to.to) }
}
