import { splitValues } from '../csv/table'
import { readPosition } from '../model/coordinates'
import type { IncidentId, SourceId } from '../model/ids'
import type { Remarks } from '../model/issueCollector'
import type { IncidentRecord, KindId, PositionPrecision } from '../model/report'
import type { INCIDENT_COLUMNS, POSITION_COLUMNS } from '../model/reportCells'
import { ACCUSED, KINDS, PARTIES, POSITION_PRECISIONS, termOf } from '../model/vocabulary'
import { readDateStart, readTimes } from './times'

/** A row by its columns; one that is not there is empty. */
export type RowCells = Readonly<
  Partial<Record<(typeof INCIDENT_COLUMNS)[number] | (typeof POSITION_COLUMNS)[number], string>>
>

/** Of killed or wounded in one report: more is a mistake, or a code for something else. */
const MAX_COUNTED = 10_000_000

/** Reads one report; null, with an error among the remarks, when it has no id or no readable start date. */
export function parseIncidentRow(
  cells: RowCells,
  line: number,
  remarks: Remarks,
): IncidentRecord | null {
  const { id = '', date_start = '' } = cells
  if (id === '') remarks.error('has no id; the row is left out')
  const dateStart = readDateStart(date_start, remarks)
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
    timeApproximate: readYes(cells.time_approximate ?? '', 'time_approximate', remarks),
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
  const count = /^\d+$/.test(cell) ? Number(cell) : Number.NaN
  if (count <= MAX_COUNTED) return count
  const wrong = count > MAX_COUNTED ? 'more than can be' : 'not a whole number'
  remarks.warning(`${name} "${cell}" is ${wrong}; read as not stated`)
  return null
}
