import type {
  Day,
  IncidentId,
  IncidentRecord,
  KindId,
  PositionPrecision,
  SourceId,
  TimePrecision,
} from '../types'
import { readPosition } from './coordinates'
import { parseDay } from './day'
import type { INCIDENT_COLUMNS, POSITION_COLUMNS } from './incidentCells'
import { intervalOf, parseTime } from './interval'
import type { Remarks } from './remarks'
import { splitValues } from './table'
import { ACCUSED, KINDS, PARTIES, POSITION_PRECISIONS, PRECISIONS, termOf } from './vocabulary'

/** A row by its columns; one that is not there is empty. */
export type RowCells = Readonly<
  Partial<Record<(typeof INCIDENT_COLUMNS)[number] | (typeof POSITION_COLUMNS)[number], string>>
>

/** Reads one report; null, with an error among the remarks, when it has no id or no readable start date. */
export function parseIncidentRow(
  cells: RowCells,
  line: number,
  remarks: Remarks,
): IncidentRecord | null {
  const { id = '', date_start = '' } = cells
  const dateStart = parseDay(date_start)
  if (id === '') remarks.error('has no id; the row is left out')
  if (dateStart === null) {
    remarks.error(`date_start "${date_start}" is not a date (YYYY-MM-DD); the row is left out`)
  }
  if (id === '' || dateStart === null) return null

  const times = readTimes(cells, dateStart, remarks)
  const party = termOf(PARTIES, cells.reporting_party ?? '')
  if (!party) {
    remarks.warning(`reporting_party "${cells.reporting_party ?? ''}" is unknown; read as Other`)
  }
  const accused = termOf(ACCUSED, cells.accused_party || 'not stated')
  if (!accused)
    remarks.warning(`accused_party "${cells.accused_party}" is unknown; read as not stated`)

  return {
    id: id as IncidentId,
    dateStart,
    timeStart: times.timeStart,
    dateEnd: times.dateEnd,
    timeEnd: times.timeEnd,
    timePrecision: times.timePrecision,
    timeApproximate: times.timeApproximate,
    whenAsReported: cells.when_as_reported ?? '',
    areaNames: splitValues(cells.areas ?? ''),
    areasAsReported: splitValues(cells.areas_as_reported ?? ''),
    settlements: splitValues(cells.settlements ?? ''),
    kinds: readKinds(cells.kind ?? '', remarks),
    weapons: splitValues(cells.weapons ?? ''),
    reportedBy: cells.reported_by ?? '',
    reportingParty: party?.id ?? 'other',
    accusedParty: accused?.id ?? 'not-stated',
    accusedAsWorded: cells.accused_as_worded ?? '',
    firedFrom: cells.fired_from ?? '',
    target: cells.target ?? '',
    retaliation: cells.retaliation ?? '',
    killed: readCount(cells.killed ?? '', 'killed', remarks),
    wounded: readCount(cells.wounded ?? '', 'wounded', remarks),
    deniedBy: cells.denied_by ?? '',
    denialSource: (cells.denial_source || null) as SourceId | null,
    summary: cells.summary ?? '',
    sources: splitValues(cells.sources ?? '') as readonly SourceId[],
    note: cells.note ?? '',
    position: readPosition(cells.lon ?? '', cells.lat ?? '', remarks),
    positionPrecision: readPositionPrecision(cells.position_precision ?? '', remarks),
    row: line,
  }
}

function readPositionPrecision(cell: string, remarks: Remarks): PositionPrecision {
  if (cell === '') return 'settlement'
  const known = POSITION_PRECISIONS.find((precision) => precision === cell)
  if (known) return known
  remarks.warning(`position_precision "${cell}" is unknown; read as approximate`)
  return 'approximate'
}

type Times = Pick<
  IncidentRecord,
  'timeStart' | 'dateEnd' | 'timeEnd' | 'timePrecision' | 'timeApproximate'
>

function readTimes(cells: RowCells, dateStart: Day, remarks: Remarks): Times {
  let timeStart = readTime(cells.time_start ?? '', 'time_start', remarks)
  let timeEnd = readTime(cells.time_end ?? '', 'time_end', remarks)
  const dateEnd = readDateEnd(cells.date_end ?? '', dateStart, remarks)
  if (timeEnd !== '') {
    const interval = intervalOf({ dateStart, timeStart, dateEnd, timeEnd })
    if (interval.end < interval.start) {
      remarks.warning('time_end is before time_start on one day; both read as not given')
      timeStart = ''
      timeEnd = ''
    }
  }
  return {
    timeStart,
    dateEnd,
    timeEnd,
    timePrecision: readPrecision(
      cells.time_precision ?? '',
      { timeStart, timeEnd, dateStart, dateEnd },
      remarks,
    ),
    timeApproximate: readYes(cells.time_approximate ?? '', 'time_approximate', remarks),
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

function readYes(cell: string, name: string, remarks: Remarks): boolean {
  if (cell === '') return false
  const value = cell.toLowerCase()
  if (value !== 'yes' && value !== 'no')
    remarks.warning(`${name} "${cell}" is not yes or no; read as not stated`)
  return value === 'yes'
}

const UNSPECIFIED: readonly KindId[] = ['unspecified']

function readKinds(cell: string, remarks: Remarks): readonly KindId[] {
  const kinds: KindId[] = []
  for (const value of splitValues(cell)) {
    const term = termOf(KINDS, value)
    if (term) kinds.push(term.id)
    else remarks.warning(`kind "${value}" is unknown; read as unspecified`)
  }
  return kinds.length > 0 ? kinds : UNSPECIFIED
}

function readCount(cell: string, name: string, remarks: Remarks): number | null {
  if (cell === '') return null
  if (/^\d+$/.test(cell)) return Number(cell)
  remarks.warning(`${name} "${cell}" is not a whole number; read as not stated`)
  return null
}
