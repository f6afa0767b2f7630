import { timeline } from '../../messages/compiled/timeline'
import { dateFormat, formatDates } from '../../messages/intl'
import type { CalendarUnit, Day, DayRange, Unit } from '../../model/day'
import { dateOf, formatSlice, sliceAround } from '../../model/day'
import { dateWords, dayWords, monthWords, rangeWords, shortDay, yearWords } from '../shared/words'
import { isSameRange } from './range'

/** Dates for tight spaces. */
const month = dateFormat({ month: 'short' })
const longMonth = dateFormat({ month: 'long' })
const monthYear = dateFormat({ month: 'short', year: 'numeric' })
const dayMonth = dateFormat({ day: 'numeric', month: 'short' })
const dayMonthYear = dateFormat({ day: 'numeric', month: 'short', year: 'numeric' })
const weekday = dateFormat({ weekday: 'short', day: 'numeric', month: 'short' })
const weekdayYear = dateFormat({
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
})

/** `Nov`, or `Nov 2022`. */
export function shortMonth(day: Day, withYear: boolean): string {
  return (withYear ? monthYear() : month()).format(dateOf(day))
}

/** `November`. */
export function monthName(day: Day): string {
  return longMonth().format(dateOf(day))
}

/** `27 Nov – 3 Dec 2022`, with both years only if they differ. */
export function shortRange({ from, to }: DayRange): string {
  return formatDates(dayMonthYear(), dateOf(from), dateOf(to))
}

/** `Thu 1 Dec`; the first day of a year includes it: `Sun 1 Jan 2023`. */
function shortDayMonth(day: Day): string {
  const date = dateOf(day)
  const isNewYear = date.getUTCMonth() === 0 && date.getUTCDate() === 1
  return (isNewYear ? weekdayYear() : weekday()).format(date).replace(',', '')
}

/**
 * `Wed 30` (`Thu 1 Dec`), `W48 · 28 Nov – 4 Dec` (with the year around New Year), `Nov 2022`,
 * `7–30 Nov 2022`.
 */
export function sliceLabel(range: DayRange, unit: Unit, withMonth = false): string {
  if (unit === 'day') return withMonth ? shortDayMonth(range.from) : shortDay(range.from)
  if (unit === 'week') {
    const { from, to } = sliceAround(range.from, 'week')
    const isNewYear = yearWords(from) !== yearWords(to)
    const dates = isNewYear
      ? shortRange(range)
      : formatDates(dayMonth(), dateOf(range.from), dateOf(range.to))
    return timeline.weekShort({ week: weekOf(range.from), dates })
  }
  return isWholeMonth(range) ? shortMonth(range.from, true) : shortRange(range)
}

/** A slice in full: `Wednesday, 30 November 2022`, `Week 48, 28 November – 4 December 2022`, `November 2022`. */
export function sliceWords(range: DayRange, unit: Unit): string {
  if (unit === 'day') return dayWords(range.from)
  if (unit === 'week') {
    const week = String(Number(weekOf(range.from)))
    return timeline.week({ week, dates: rangeWords(range) })
  }
  return isWholeMonth(range) ? monthWords(range.from) : rangeWords(range)
}

/** The days of a bar: `Week of 28 November 2022`. */
export function barDatesWords(range: DayRange, unit: CalendarUnit): string {
  if (unit === 'year') return yearWords(range.from)
  return unit === 'week'
    ? timeline.weekOf({ date: dateWords(range.from) })
    : sliceWords(range, unit)
}

/** The ISO 8601 week of a day, in two digits. */
function weekOf(day: Day): string {
  return formatSlice(day, 'week').slice(6)
}

function isWholeMonth(range: DayRange): boolean {
  return isSameRange(range, sliceAround(range.from, 'month'))
}
