import { phrases } from '../../messages/compiled/phrases'
import {
  dateFormat,
  formatDates,
  formatList,
  formatNumber,
  formatNumberRange,
  formatSeries,
} from '../../messages/intl'
import { shorten } from '../../messages/message'
import type { Day, DayRange } from '../../model/day'
import { contains, dateOf, lengthOf, parseSlice } from '../../model/day'
import { dayOf } from '../../model/interval'
import type { Incident } from '../../model/report'
import type { Count } from '../../query/counts'
import type { Filter } from '../../query/filter'
import type { Dataset } from '../../store/dataset'

/** Dates and counts in words. */
const full = dateFormat({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const plain = dateFormat({ day: 'numeric', month: 'long', year: 'numeric' })
const month = dateFormat({ month: 'long', year: 'numeric' })
const year = dateFormat({ year: 'numeric' })
const short = dateFormat({ weekday: 'short', day: 'numeric' })
const dayMonth = dateFormat({ day: 'numeric', month: 'short' })
const dayMonthYear = dateFormat({ day: 'numeric', month: 'short', year: 'numeric' })

/** `Wednesday, 30 November 2022`. Browsers differ in the comma. */
export function dayWords(day: Day): string {
  return full()
    .format(dateOf(day))
    .replace(/^(\p{L}+) /u, '$1, ')
}

/** `30 November 2022`. */
export function dateWords(day: Day): string {
  return plain().format(dateOf(day))
}

/** `Wed 30`. */
export function shortDay(day: Day): string {
  return short().format(dateOf(day)).replace(',', '')
}

/** `November 2022`. */
export function monthWords(day: Day): string {
  return month().format(dateOf(day))
}

/** `2022`. */
export function yearWords(day: Day): string {
  return year().format(dateOf(day))
}

/** `November 2026` for `2026-11`; the text itself if it is not a month. */
export function monthOfWords(text: string): string {
  const range = parseSlice(text)
  return range ? monthWords(range.from) : text
}

/** `27 November – 3 December 2022`; a single day as its date; both years only if they differ. */
export function rangeWords({ from, to }: DayRange): string {
  return from >= to ? dateWords(from) : formatDates(plain(), dateOf(from), dateOf(to))
}

/** A longer list of runs of dates ends with how many more dates there are. */
const MAX_RUNS = 2

/** `without 13–14 Sept and 5 more dates`: the days of a window that are off; empty without any. */
export function withoutWords({ window, off }: Pick<Filter, 'window' | 'off'>): string {
  const days = [...off].filter((day) => contains(window, day)).sort((a, b) => a - b)
  const runs: DayRange[] = []
  for (const day of days) {
    const last = runs.at(-1)
    if (last && last.to + 1 === day) runs[runs.length - 1] = { from: last.from, to: day }
    else runs.push({ from: day, to: day })
  }
  if (runs.length === 0) return ''
  const [first, last] = [dateOf(window.from), dateOf(window.to)]
  const format = first.getUTCFullYear() === last.getUTCFullYear() ? dayMonth() : dayMonthYear()
  const shown = runs.length > MAX_RUNS ? runs.slice(0, 1) : runs
  const dates = formatList(
    shown.map(({ from, to }) => formatDates(format, dateOf(from), dateOf(to))),
  )
  const n = days.length - shown.reduce((sum, run) => sum + lengthOf(run), 0)
  return n > 0 ? phrases.withoutMore({ dates, n }) : phrases.without({ dates })
}

/** `1 January – 31 December 2022, without 13–14 Sept`. */
export function windowWords(filter: Pick<Filter, 'window' | 'off'>): string {
  const window = rangeWords(filter.window)
  const without = withoutWords(filter)
  return without === '' ? window : phrases.windowWithout({ window, without })
}

/** `12`, or `at least 9, up to 12` if some are only possible. */
export function countWords({ certain, possible }: Count): string {
  return possible === 0
    ? formatNumber(certain)
    : phrases.countRange({ certain, total: certain + possible })
}

/** `12`, `400,000`, or `9–12`: for the eye, in tight spaces. */
export function countShort({ certain, possible }: Count): string {
  return possible === 0 ? formatNumber(certain) : formatNumberRange(certain, certain + possible)
}

/** `1 report`, `12 reports`, `at least 9, up to 12 reports`. */
export function reportsWords({ certain, possible }: Count): string {
  return possible === 0
    ? phrases.reports({ n: certain })
    : phrases.reportsRange({ certain, total: certain + possible })
}

/** The time of day: `14:40–15:50`, `about 18:10`, the report's own words, or that none is. */
export function timeWords(incident: Incident): string {
  return knownTime(incident) ?? phrases.timeNotGiven()
}

/** The same; null if no time is given. */
function knownTime(incident: Incident): string | null {
  const { time_start: start, time_end: end, time_precision: timePrecision } = incident.record
  if (start !== '') {
    const approximate = incident.record.time_approximate ? 'yes' : 'no'
    return end === ''
      ? phrases.time({ approximate, start })
      : phrases.timeRange({ approximate, start, end })
  }
  if (timePrecision === 'part-of-day')
    return shorten(incident.record.when_as_reported) || phrases.timePartOfDay()
  if (timePrecision === 'days' || incident.record.date_end > incident.record.date_start) {
    return rangeWords({ from: incident.record.date_start, to: incident.record.date_end })
  }
  return null
}

/** `30 November 2022, 14:40–15:50`, or `13–14 November 2022`. `oneDay` formats a day. */
export function whenWords(incident: Incident, oneDay: (day: Day) => string): string {
  const from = dayOf(incident.interval.start)
  const to = dayOf(incident.interval.end)
  const time = knownTime(incident)
  const date = from === to ? oneDay(from) : rangeWords({ from, to })
  if (time === null || time === date) return date
  const isNextDay = incident.record.time_end !== '' && to > from
  return isNextDay ? phrases.whenNextDay({ date, time }) : phrases.when({ date, time })
}

/**
 * Where, in one line: the area names as in the records, not their codes; without any, the
 * settlement or the degrees (latitude first) of a point, or that there is none.
 */
export function placeWords(incident: Incident, { areas }: Dataset): string {
  const { record, locations } = incident
  const names = formatSeries(record.areas)
  const [lon, lat] = locations.find(({ isPoint }) => isPoint)?.position ?? []
  if (incident.areas.length === 0 && lon !== undefined && lat !== undefined) {
    const degrees = [lat, lon].map((each) => String(Math.round(each * 1e4) / 1e4))
    return names || formatSeries(record.settlements) || degrees.join(', ')
  }
  if (incident.areas.length === 0) {
    return names === '' ? phrases.notLocated() : phrases.namesNotLocated({ names })
  }
  const isWritten = names !== '' && !/\d/.test(names)
  return isWritten ? names : formatSeries(incident.areas.map((id) => areas.get(id)?.name ?? id))
}
