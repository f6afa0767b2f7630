import type { Branded } from './ids'
import { memoizeText } from './memoize'

/** A local calendar day as whole days since 1970-01-01. */
export type Day = Branded<number, 'Day'>

/** Whole local days, both ends included. */
export interface DayRange {
  readonly from: Day
  readonly to: Day
}

export type CalendarUnit = 'day' | 'week' | 'month' | 'year'
export type SliceUnit = CalendarUnit | 'all'
/** Of these the user chooses. */
export type Unit = Exclude<SliceUnit, 'year'>

/**
 * Calendar arithmetic on local days as integers. Date is only used in UTC, so the time zone of the
 * viewer has no effect.
 */
const MS_PER_DAY = 86_400_000
/** 1970-01-05 was a Monday: ISO 8601 weeks start there. */
const FIRST_MONDAY = 4

/**
 * The days that a report can be on. Files write `0001-01-01` and `9999-12-31` for a missing date,
 * and minutes are stored in 32 bits, which end in the year 6053.
 */
export const RECORD_DAYS: DayRange = {
  from: (Date.UTC(1900, 0, 1) / MS_PER_DAY) as Day,
  to: (Date.UTC(2099, 11, 31) / MS_PER_DAY) as Day,
}

/** Reads `YYYY-MM-DD` (ISO 8601); null for anything else, impossible dates included. */
export function parseDay(text: string): Day | null {
  return text.length === 'YYYY-MM-DD'.length ? readDay(text) : null
}

/** The rows of a file have the same few thousand days. */
const readDay = memoizeText((text): Day | null => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const date = new Date(text)
  // Some browsers read 30 February as 2 March.
  return date.getUTCDate() === Number(text.slice(8)) ? ((date.getTime() / MS_PER_DAY) as Day) : null
})

export function formatDay(day: Day): string {
  return dateOf(day).toISOString().slice(0, 10)
}

/** UTC midnight of a local day, for date formatters with `timeZone: 'UTC'`. */
export function dateOf(day: Day): Date {
  return new Date(day * MS_PER_DAY)
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return (day + count) as Day
}

/** The number of days in a range, both ends included; 0 when reversed. */
export function lengthOf(range: DayRange): number {
  return Math.max(0, range.to - range.from + 1)
}

/** Whether a day is in the range, both ends included. */
export function contains(range: DayRange, day: Day): boolean {
  return range.from <= day && day <= range.to
}

/** The common part of two ranges, or null. */
export function intersect(a: DayRange, b: DayRange): DayRange | null {
  const from = Math.max(a.from, b.from) as Day
  const to = Math.min(a.to, b.to) as Day
  return from <= to ? { from, to } : null
}

/** The number of a day's unit in an endless row of them, and the first day of one. */
const CALENDAR: Readonly<
  Record<CalendarUnit, { numberOf(day: Day): number; startOf(number: number): number }>
> = {
  day: { numberOf: (day) => day, startOf: (number) => number },
  week: {
    numberOf: (day) => Math.floor((day - FIRST_MONDAY) / 7),
    startOf: (number) => FIRST_MONDAY + 7 * number,
  },
  month: {
    numberOf: (day) => 12 * dateOf(day).getUTCFullYear() + dateOf(day).getUTCMonth(),
    startOf: (number) => startOfMonth(0, number),
  },
  year: {
    numberOf: (day) => dateOf(day).getUTCFullYear(),
    startOf: (number) => startOfMonth(number, 0),
  },
}

/** Not Date.UTC(year, month): it reads the years 0 to 99 as 1900 to 1999. */
function startOfMonth(year: number, month: number): number {
  return new Date(0).setUTCFullYear(year, month, 1) / MS_PER_DAY
}

/** The whole day, ISO week (Monday to Sunday), calendar month or year around a day. */
export function sliceAround(day: Day, unit: CalendarUnit): DayRange {
  const { numberOf, startOf } = CALENDAR[unit]
  const number = numberOf(day)
  return { from: startOf(number) as Day, to: (startOf(number + 1) - 1) as Day }
}

/** The parts of a window in order of time, each made when it is asked for. */
export interface Slices {
  readonly length: number
  at(index: number): DayRange
  /** The index of the part that a day is in; -1 for none. */
  indexOf(day: Day): number
}

export const NO_SLICES: Slices = {
  length: 0,
  indexOf: () => -1,
  at: () => {
    throw new RangeError('there are no slices')
  },
}

/**
 * Splits a window into days, ISO weeks, months or years; the first and last are clipped to the
 * window. `all` gives the window itself. A reversed window gives none.
 */
export function slicesOf(window: DayRange, unit: SliceUnit): Slices {
  if (window.from > window.to) return NO_SLICES
  if (unit === 'all') return { ...NO_SLICES, length: 1, at: () => window }
  const { numberOf, startOf } = CALENDAR[unit]
  const first = numberOf(window.from)
  return {
    length: numberOf(window.to) - first + 1,
    at: (index) => ({
      from: Math.max(startOf(first + index), window.from) as Day,
      to: Math.min(startOf(first + index + 1) - 1, window.to) as Day,
    }),
    indexOf: (day) => (contains(window, day) ? numberOf(day) - first : -1),
  }
}

/** All `slicesOf` a window. */
export function splitWindow(window: DayRange, unit: SliceUnit): DayRange[] {
  return listSlices(slicesOf(window, unit))
}

export function listSlices({ length, at }: Slices): DayRange[] {
  return Array.from({ length }, (_, index) => at(index))
}

/** Names the unit around a day: `2022-11-29`, `2022-W48` (ISO 8601 week), `2022-11`. */
export function formatSlice(day: Day, unit: Exclude<CalendarUnit, 'year'>): string {
  if (unit === 'day') return formatDay(day)
  if (unit === 'month') return formatDay(day).slice(0, 7)
  const { from } = sliceAround(day, 'week')
  // The ISO year of a week is the year of its Thursday.
  const year = formatDay(addDays(from, 3)).slice(0, 4)
  return `${year}-W${String((from - firstMonday(year)) / 7 + 1).padStart(2, '0')}`
}

/** Reads what `formatSlice` writes; null for anything else. */
export function parseSlice(text: string): DayRange | null {
  const day = parseDay(text)
  if (day !== null) return { from: day, to: day }
  const month = /^\d{4}-\d{2}$/.test(text) ? parseDay(`${text}-01`) : null
  if (month !== null) return sliceAround(month, 'month')
  const week = /^(\d{4})-W(\d{2})$/.exec(text)
  if (!week) return null
  const from = addDays(firstMonday(week[1] ?? ''), (Number(week[2]) - 1) * 7)
  return formatSlice(from, 'week') === text ? { from, to: addDays(from, 6) } : null
}

/** The Monday of ISO week 1 of a four-digit year: the week of 4 January. */
function firstMonday(year: string): Day {
  return sliceAround((Date.parse(`${year}-01-04T00:00:00Z`) / MS_PER_DAY) as Day, 'week').from
}
