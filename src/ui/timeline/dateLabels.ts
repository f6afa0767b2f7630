import type { Day, DayRange, Unit } from '../../model/day'
import { dateOf, formatSlice, sliceAround } from '../../model/day'
import { dayWords, monthWords, rangeWords, shortDay } from '../shared/words'
import { isSameRange } from './range'

/** Dates where there is little room. Always UTC, since a Day is already local. */
const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' })
const month = format({ month: 'short' })
const monthYear = format({ month: 'short', year: 'numeric' })
const dayMonth = format({ day: 'numeric', month: 'short' })
const dayMonthYear = format({ day: 'numeric', month: 'short', year: 'numeric' })

/** `Nov`, or `Nov 2022`. */
export function shortMonth(day: Day, withYear: boolean): string {
  return (withYear ? monthYear : month).format(dateOf(day))
}

/** `27 Nov – 3 Dec`, `21–27 Nov`, `27 Nov`: without the year. */
function daysAndMonths({ from, to }: DayRange): string {
  if (from === to) return dayMonth.format(dateOf(from))
  const [start, end] = [dateOf(from), dateOf(to)]
  const sameMonth = shortMonth(from, true) === shortMonth(to, true)
  return sameMonth
    ? `${start.getUTCDate()}–${dayMonth.format(end)}`
    : `${dayMonth.format(start)} – ${dayMonth.format(end)}`
}

/** `27 Nov – 3 Dec 2022`; the year twice only where it differs. */
export function shortRange({ from, to }: DayRange): string {
  const [start, end] = [dateOf(from), dateOf(to)]
  if (start.getUTCFullYear() !== end.getUTCFullYear())
    return `${dayMonthYear.format(start)} – ${dayMonthYear.format(end)}`
  return `${daysAndMonths({ from, to })} ${end.getUTCFullYear()}`
}

/** `Thu 1 Dec`; the first of a year with it: `Sun 1 Jan 2023`. */
function shortDayMonth(day: Day): string {
  const date = dateOf(day)
  return `${shortDay(day)} ${shortMonth(day, date.getUTCMonth() === 0 && date.getUTCDate() === 1)}`
}

/** A slice of the window where room is short: `Wed 30` (`Thu 1 Dec`), `W48 · 28 Nov – 4 Dec`, `Nov 2022`, `7–30 Nov 2022`. */
export function sliceLabel(range: DayRange, unit: Unit, withMonth = false): string {
  if (unit === 'day') return withMonth ? shortDayMonth(range.from) : shortDay(range.from)
  if (unit === 'week')
    return `${formatSlice(range.from, 'week').slice(5)} · ${daysAndMonths(range)}`
  return isWholeMonth(range) ? shortMonth(range.from, true) : shortRange(range)
}

/** A slice in full: `Wednesday, 30 November 2022`, `Week 48, 28 November – 4 December 2022`, `November 2022`. */
export function sliceWords(range: DayRange, unit: Unit): string {
  if (unit === 'day') return dayWords(range.from)
  if (unit === 'week')
    return `Week ${Number(formatSlice(range.from, 'week').slice(6))}, ${rangeWords(range)}`
  return isWholeMonth(range) ? monthWords(range.from) : rangeWords(range)
}

/** The days of a bar: `Week of 28 November 2022`. */
export function barDatesWords(range: DayRange, unit: Exclude<Unit, 'all'>): string {
  return unit === 'week'
    ? `Week of ${rangeWords({ from: range.from, to: range.from })}`
    : sliceWords(range, unit)
}

function isWholeMonth(range: DayRange): boolean {
  return isSameRange(range, sliceAround(range.from, 'month'))
}
