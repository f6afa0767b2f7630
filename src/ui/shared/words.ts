import type { Day, DayRange } from '../../model/day'
import { dateOf, formatDay, lengthOf, parseSlice } from '../../model/day'
import { dayOf } from '../../model/interval'
import type { Incident } from '../../model/report'
import type { Count } from '../../query/counts'

/** Dates and counts in words. English, day before month; always UTC, since a Day is already local. */
const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' })
const full = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const plain = format({ day: 'numeric', month: 'long', year: 'numeric' })
const dayMonth = format({ day: 'numeric', month: 'long' })
const month = format({ month: 'long', year: 'numeric' })
const short = format({ weekday: 'short', day: 'numeric' })
// One for all: making one takes far longer than a number does.
const number = new Intl.NumberFormat('en')

/** `Wednesday, 30 November 2022`. */
export function dayWords(day: Day): string {
  return full.format(dateOf(day)).replace(/^(\p{L}+) /u, '$1, ')
}

/** `30 November 2022`. */
export function dateWords(day: Day): string {
  return plain.format(dateOf(day))
}

/** `Wed 30`. */
export function shortDay(day: Day): string {
  return short.format(dateOf(day)).replace(',', '')
}

/** `November 2022`. */
export function monthWords(day: Day): string {
  return month.format(dateOf(day))
}

/** `November 2026` of `2026-11`; the text itself where it is none. */
export function monthOfWords(text: string): string {
  const range = parseSlice(text)
  return range ? monthWords(range.from) : text
}

/** `27 November – 3 December 2022`; one day alone as its date; the year twice only where it differs. */
export function rangeWords({ from, to }: DayRange): string {
  if (from >= to) return dateWords(from)
  const [start, end] = [formatDay(from), formatDay(to)]
  if (start.slice(0, 4) !== end.slice(0, 4)) return `${dateWords(from)} – ${dateWords(to)}`
  if (start.slice(0, 7) === end.slice(0, 7)) return `${Number(start.slice(8))}–${dateWords(to)}`
  return `${dayMonth.format(dateOf(from))} – ${dateWords(to)}`
}

/** `12`, or `at least 9, up to 12` where some are only possible. */
export function countWords({ certain, possible }: Count): string {
  return possible === 0 ? `${certain}` : `at least ${certain}, up to ${certain + possible}`
}

/** `12`, `400,000`, or `9–12`: for the eye, where room is short. */
export function countShort({ certain, possible }: Count): string {
  return possible === 0 ? grouped(certain) : `${grouped(certain)}–${grouped(certain + possible)}`
}

/** `400,000`. */
export function grouped(count: number): string {
  return number.format(count)
}

/** `1 report`, `12 reports`, `at least 9, up to 12 reports`. */
export function reportsWords(count: Count): string {
  const one = count.certain + count.possible === 1 && count.possible === 0
  return `${countWords(count)} ${one ? 'report' : 'reports'}`
}

/** The clock part of when: `14:40–15:50`, `about 18:10`, or the report's own words, or what is known in words. */
export function timeWords(incident: Incident): string {
  const about = incident.record.time_approximate ? 'about ' : ''
  if (incident.record.time_start !== '') {
    const end = incident.record.time_end !== '' ? `–${incident.record.time_end}` : ''
    return `${about}${incident.record.time_start}${end}`
  }
  if (incident.record.time_precision === 'part-of-day')
    return incident.record.when_as_reported || 'part of the day'
  if (
    incident.record.time_precision === 'days' ||
    incident.record.date_end > incident.record.date_start
  ) {
    return rangeWords({ from: incident.record.date_start, to: incident.record.date_end })
  }
  return 'time not given'
}

/** When, with its date: `30 November 2022, 14:40–15:50`, or `13–14 November 2022`. A single day as `oneDay` has it. */
export function whenWords(incident: Incident, oneDay: (day: Day) => string): string {
  const start = dayOf(incident.interval.start)
  const end = dayOf(incident.interval.end)
  const time = timeWords(incident)
  const day = start === end ? oneDay(start) : rangeWords({ from: start, to: end })
  if (time === day || time === 'time not given') return day
  return `${day}, ${time}${incident.record.time_end !== '' && end > start ? ' next day' : ''}`
}

/** How exactly the time is known, in words; `precision` is never more than the report gives. */
export function precisionWords(incident: Incident): string {
  const days = lengthOf({ from: incident.record.date_start, to: incident.record.date_end })
  switch (incident.record.time_precision) {
    case 'exact':
      return incident.record.time_approximate
        ? 'start given as “about”; end not given'
        : 'start given; end not given'
    case 'interval':
      return incident.record.time_approximate ? 'clock times given as “about”' : 'clock times given'
    case 'part-of-day':
      return days > 1 ? 'known to part of a day, over two dates' : 'known to part of the day'
    case 'days':
      return `known to a span of ${days} days`
    case 'day':
      return days > 1 ? `one of ${days} days` : 'known to the day'
  }
}

/** Why a report is only possible in the chosen dates: `13–14 November 2022 (“overnight”): may lie outside these dates`. */
export function possibleWords(incident: Incident): string {
  const days = { from: incident.record.date_start, to: incident.record.date_end }
  const words =
    incident.record.when_as_reported === '' ? '' : ` (“${incident.record.when_as_reported}”)`
  return `${rangeWords(days)}${words}: may lie outside these dates`
}
