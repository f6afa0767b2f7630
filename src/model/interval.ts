import type { Day, DayRange } from './day'
import type { Branded } from './ids'

/** A local minute as whole minutes since 1970-01-01T00:00. */
export type Minute = Branded<number, 'Minute'>

/** Local minutes, both ends included: a report known to the day runs from 00:00 to 23:59. */
export interface Interval {
  readonly start: Minute
  readonly end: Minute
}

export type Certainty = 'certain' | 'possible'

/**
 * Local time has one offset all year (dataset.json), so a day always has 1,440 minutes. Rules:
 * geodata/README.md, "How to read".
 */
export const MINUTES_PER_DAY = 1440

/** Reads `HH:MM` as minutes after midnight, 0 to 1439; null for anything else. */
export function parseTime(text: string): number | null {
  if (text === '') return null
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text)
  return match ? Number(match[1]) * 60 + Number(match[2]) : null
}

export function formatTime(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  return `${String(hours).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** The minute of a local day, `minutes` after its midnight. */
export function minuteOf(day: Day, minutes: number): Minute {
  return (day * MINUTES_PER_DAY + minutes) as Minute
}

export function dayOf(minute: Minute): Day {
  return Math.floor(minute / MINUTES_PER_DAY) as Day
}

/** The dates of a report and its clock times, `HH:MM` or empty. */
export interface DatesAndTimes {
  readonly date_start: Day
  readonly time_start: string
  readonly date_end: Day
  readonly time_end: string
}

/**
 * The shortest interval that the report's words allow, both ends included. A missing start is 00:00
 * of its day. A missing end is the start itself when a clock time is given for a single day, else
 * 23:59.
 */
export function intervalOf(record: DatesAndTimes): Interval {
  const startTime = parseTime(record.time_start)
  const endTime = parseTime(record.time_end)
  const start = minuteOf(record.date_start, startTime ?? 0)
  if (endTime !== null) return { start, end: minuteOf(record.date_end, endTime) }
  const oneMoment = startTime !== null && record.date_start === record.date_end
  return { start, end: oneMoment ? start : minuteOf(record.date_end, MINUTES_PER_DAY - 1) }
}

export function daysOf(interval: Interval): DayRange {
  return { from: dayOf(interval.start), to: dayOf(interval.end) }
}
