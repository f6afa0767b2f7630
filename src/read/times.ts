import type { Day } from '../model/day'
import { parseDay } from '../model/day'
import { PRECISIONS, type TimePrecision } from '../model/fields'
import { intervalOf, parseTime } from '../model/interval'
import type { Remarks } from '../model/issueCollector'
import type { IncidentRecord } from '../model/report'

const MS_PER_DAY = 86_400_000
/**
 * Days that reports can be of. Files write `0001-01-01` and `9999-12-31` for no date at all; and minutes are counted in
 * 32 bits, which end in the year 6053.
 */
const FIRST_DAY = Date.UTC(1900, 0, 1) / MS_PER_DAY
const LAST_DAY = Date.UTC(2099, 11, 31) / MS_PER_DAY
const OUTSIDE = 'lies outside the years 1900 to 2099'

/** The first day of a report; null, with an error among the remarks, when its cell is none. */
export function readDateStart(cell: string, remarks: Remarks): Day | null {
  const day = parseDay(cell)
  if (day !== null && isOfRecords(day)) return day
  const wrong = day === null ? 'is not a date (YYYY-MM-DD)' : OUTSIDE
  remarks.error(`date_start "${cell}" ${wrong}; the row is left out`)
  return null
}

function isOfRecords(day: Day): boolean {
  return day >= FIRST_DAY && day <= LAST_DAY
}

type TimeCells = Readonly<
  Partial<Record<'time_start' | 'date_end' | 'time_end' | 'time_precision', string>>
>
type Times = Pick<IncidentRecord, 'time_start' | 'date_end' | 'time_end' | 'time_precision'>

/** The rest of its interval; what cannot be read, or cannot be, is read as not given and told. */
export function readTimes(cells: TimeCells, dateStart: Day, remarks: Remarks): Times {
  let timeStart = readTime(cells.time_start ?? '', 'time_start', remarks)
  let timeEnd = readTime(cells.time_end ?? '', 'time_end', remarks)
  const dateEnd = readDateEnd(cells.date_end ?? '', dateStart, remarks)
  if (timeEnd !== '') {
    const interval = intervalOf({
      date_start: dateStart,
      time_start: timeStart,
      date_end: dateEnd,
      time_end: timeEnd,
    })
    if (interval.end < interval.start) {
      remarks.warning('time_end is before time_start on one day; both read as not given')
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
      remarks,
    ),
  }
}

function readTime(cell: string, name: string, remarks: Remarks): string {
  if (cell === '' || parseTime(cell) !== null) return cell
  remarks.warning(`${name} "${cell}" is not a clock time (HH:MM); read as not given`)
  return ''
}

function readDateEnd(cell: string, dateStart: Day, remarks: Remarks): Day {
  if (cell === '') return dateStart
  const read = parseDay(cell)
  if (read === null) remarks.warning(`date_end "${cell}" is not a date; read as the start`)
  else if (!isOfRecords(read)) remarks.warning(`date_end "${cell}" ${OUTSIDE}; read as the start`)
  else if (read < dateStart) remarks.warning('date_end is before date_start; read as the start')
  else return read
  return dateStart
}

function readPrecision(
  value: string,
  when: { timeStart: string; timeEnd: string; dateStart: Day; dateEnd: Day },
  remarks: Remarks,
): TimePrecision {
  const known = PRECISIONS.find((precision) => precision === value)
  const timed = known === 'exact' || known === 'interval'
  if (known && !(timed && when.timeStart === '')) return known
  // Without the word, or with one that promises a time that is not there, only what stands in the row is claimed.
  const derived: TimePrecision =
    when.timeStart !== ''
      ? when.timeEnd !== ''
        ? 'interval'
        : 'exact'
      : when.dateEnd > when.dateStart
        ? 'days'
        : 'day'
  if (value !== '')
    remarks.warning(`time_precision "${value}" does not fit the row; read as ${derived}`)
  return derived
}
