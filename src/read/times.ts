import type { IssueCollector } from '../issues/issueCollector'
import type { Day } from '../model/day'
import { contains, parseDay, RECORD_DAYS } from '../model/day'
import { PRECISIONS, type TimePrecision } from '../model/fields'
import { intervalOf, parseTime } from '../model/interval'
import type { IncidentRecord } from '../model/report'
import type { DateOrder } from './dates'

/** The first day of a report; null, with an error, if its cell is not a date. */
export function readDateStart(
  cell: string,
  issues: IssueCollector,
  order: DateOrder = 'ymd',
): Day | null {
  const day = parseDay(cell)
  if (day !== null && contains(RECORD_DAYS, day)) return day
  if (cell === '') issues.error('noStartDate', 'date_start')
  else if (day === null) issues.error('startNotDate', 'date_start', { value: cell, order })
  else issues.error('startOutsideYears', 'date_start', { value: cell })
  return null
}

type TimeCells = Readonly<
  Partial<Record<'time_start' | 'date_end' | 'time_end' | 'time_precision', string>>
>
type Times = Pick<IncidentRecord, 'time_start' | 'date_end' | 'time_end' | 'time_precision'>

/**
 * Reads the rest of the interval. Unreadable and impossible values are read as not given, with a
 * warning.
 */
export function readTimes(
  cells: TimeCells,
  dateStart: Day,
  issues: IssueCollector,
  order: DateOrder = 'ymd',
): Times {
  let timeStart = readTime(cells.time_start ?? '', 'time_start', issues)
  let timeEnd = readTime(cells.time_end ?? '', 'time_end', issues)
  const dateEnd = readDateEnd(cells.date_end ?? '', dateStart, issues, order)
  if (timeEnd !== '') {
    const interval = intervalOf({
      date_start: dateStart,
      time_start: timeStart,
      date_end: dateEnd,
      time_end: timeEnd,
    })
    if (interval.end < interval.start) {
      issues.warning('endTimeBeforeStart', 'time_end')
      timeStart = ''
      timeEnd = ''
    }
  }
  return {
    time_start: timeStart,
    date_end: dateEnd,
    time_end: timeEnd,
    time_precision: readPrecision(
      cells.time_precision ?? '',
      { timeStart, timeEnd, dateStart, dateEnd },
      issues,
    ),
  }
}

function readTime(cell: string, name: string, issues: IssueCollector): string {
  if (cell === '' || parseTime(cell) !== null) return cell
  issues.warning('notClock', name, { value: cell })
  return ''
}

function readDateEnd(cell: string, dateStart: Day, issues: IssueCollector, order: DateOrder): Day {
  if (cell === '') return dateStart
  const read = parseDay(cell)
  if (read === null) issues.warning('endNotDate', 'date_end', { value: cell, order })
  else if (!contains(RECORD_DAYS, read))
    issues.warning('endOutsideYears', 'date_end', { value: cell })
  else if (read < dateStart) issues.warning('endBeforeStart', 'date_end')
  else return read
  return dateStart
}

function readPrecision(
  value: string,
  when: { timeStart: string; timeEnd: string; dateStart: Day; dateEnd: Day },
  issues: IssueCollector,
): TimePrecision {
  const known = PRECISIONS.find((precision) => precision === value)
  const timed = known === 'exact' || known === 'interval'
  if (known && !(timed && when.timeStart === '')) return known
  // Without the word, or with one that promises a missing time, only what is in the row is claimed.
  const derived: TimePrecision =
    when.timeStart !== ''
      ? when.timeEnd !== ''
        ? 'interval'
        : 'exact'
      : when.dateEnd > when.dateStart
        ? 'days'
        : 'day'
  if (value !== '') issues.warning('precisionUnfit', 'time_precision', { value, readAs: derived })
  return derived
}
