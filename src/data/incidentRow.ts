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
import { intervalOf, parseTime } from './interval'
import type { Remarks } from './remarks'
import { type Row, splitValues } from './table'
import { ACCUSED, KINDS, PARTIES, POSITION_PRECISIONS, PRECISIONS, termOf } from './vocabulary'

/** Reads one report; null, with an error among the remarks, when it has no id or no readable start date. */
export function parseIncidentRow({ cells, line }: Row, remarks: Remarks): IncidentRecord | null {
  const cell = (name: string) => cells[name] ?? ''
  const dateStart = parseDay(cell('date_start'))
  if (cell('id') === '') remarks.error('has no id; the row is left out')
  if (dateStart === null) {
    remarks.error(
      `date_start "${cell('date_start')}" is not a date (YYYY-MM-DD); the row is left out`,
    )
  }
  if (cell('id') === '' || dateStart === null) return null

  const times = readTimes(cell, dateStart, remarks)
  const party = termOf(PARTIES, cell('reporting_party'))
  if (!party)
    remarks.warning(`reporting_party "${cell('reporting_party')}" is unknown; read as Other`)
  const accused = termOf(ACCUSED, cell('accused_party') || 'not stated')
  if (!accused)
    remarks.warning(`accused_party "${cell('accused_party')}" is unknown; read as not stated`)

  return {
    id: cell('id') as IncidentId,
    dateStart,
    ...times,
    whenAsReported: cell('when_as_reported'),
    areaNames: splitValues(cell('areas')),
    areasAsReported: splitValues(cell('areas_as_reported')),
    settlements: splitValues(cell('settlements')),
    kinds: readKinds(cell('kind'), remarks),
    weapons: splitValues(cell('weapons')),
    reportedBy: cell('reported_by'),
    reportingParty: party?.id ?? 'other',
    accusedParty: accused?.id ?? 'not-stated',
    accusedAsWorded: cell('accused_as_worded'),
    firedFrom: cell('fired_from'),
    target: cell('target'),
    retaliation: cell('retaliation'),
    killed: readCount(cell('killed'), 'killed', remarks),
    wounded: readCount(cell('wounded'), 'wounded', remarks),
    deniedBy: cell('denied_by'),
    denialSource: (cell('denial_source') || null) as SourceId | null,
    summary: cell('summary'),
    sources: splitValues(cell('sources')) as SourceId[],
    note: cell('note'),
    position: readPosition(cell('lon'), cell('lat'), remarks),
    positionPrecision: readPositionPrecision(cell('position_precision'), remarks),
    row: line,
  }
}

function readPositionPrecision(cell: string, remarks: Remarks): PositionPrecision {
  const known = POSITION_PRECISIONS.find((precision) => precision === (cell || 'settlement'))
  if (known) return known
  remarks.warning(`position_precision "${cell}" is unknown; read as approximate`)
  return 'approximate'
}

type Times = Pick<
  IncidentRecord,
  'timeStart' | 'dateEnd' | 'timeEnd' | 'timePrecision' | 'timeApproximate'
>

function readTimes(cell: (name: string) => string, dateStart: Day, remarks: Remarks): Times {
  const time = (name: string) => {
    const value = cell(name)
    if (value === '' || parseTime(value) !== null) return value
    remarks.warning(`${name} "${value}" is not a clock time (HH:MM); read as not given`)
    return ''
  }
  let timeStart = time('time_start')
  let timeEnd = time('time_end')
  let dateEnd: Day = dateStart
  if (cell('date_end') !== '') {
    const read = parseDay(cell('date_end'))
    if (read === null)
      remarks.warning(`date_end "${cell('date_end')}" is not a date; read as the start`)
    else if (read < dateStart) remarks.warning('date_end is before date_start; read as the start')
    else dateEnd = read
  }
  const interval = intervalOf({ dateStart, timeStart, dateEnd, timeEnd })
  if (interval.end < interval.start) {
    remarks.warning('time_end is before time_start on one day; both read as not given')
    timeStart = ''
    timeEnd = ''
  }
  return {
    timeStart,
    dateEnd,
    timeEnd,
    timePrecision: readPrecision(
      cell('time_precision'),
      { timeStart, timeEnd, dateStart, dateEnd },
      remarks,
    ),
    timeApproximate: readYes(cell('time_approximate'), 'time_approximate', remarks),
  }
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
  const value = cell.toLowerCase()
  if (value !== '' && value !== 'yes' && value !== 'no')
    remarks.warning(`${name} "${cell}" is not yes or no; read as not stated`)
  return value === 'yes'
}

function readKinds(cell: string, remarks: Remarks): KindId[] {
  const kinds: KindId[] = []
  for (const value of splitValues(cell)) {
    const term = termOf(KINDS, value)
    if (term) kinds.push(term.id)
    else remarks.warning(`kind "${value}" is unknown; read as unspecified`)
  }
  return kinds.length > 0 ? kinds : ['unspecified']
}

function readCount(cell: string, name: string, remarks: Remarks): number | null {
  if (cell === '') return null
  if (/^\d+$/.test(cell)) return Number(cell)
  remarks.warning(`${name} "${cell}" is not a whole number; read as not stated`)
  return null
}
