import { splitValues } from '../csv/table'
import { readPosition } from '../model/coordinates'
import type { IncidentId, SourceId } from '../model/ids'
import type { IssueCollector } from '../model/issueCollector'
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

/**
 * Reads one report; null, with an error among the issues, when it has no id or no readable start
 * date.
 */
export function parseIncidentRow(
  cells: RowCells,
  line: number,
  issues: IssueCollector,
): IncidentRecord | null {
  const { id = '', date_start = '' } = cells
  if (id === '') issues.error('noId', 'id')
  const dateStart = readDateStart(date_start, issues)
  if (id === '' || dateStart === null) return null

  const times = readTimes(cells, dateStart, issues)
  const party = termOf(PARTIES, cells.reporting_party ?? '')
  if (!party && !cells.reporting_party) {
    issues.warning('noReportingParty', 'reporting_party', { readAs: 'Other' })
  } else if (!party) {
    const value = cells.reporting_party ?? ''
    issues.warning('unknownValue', 'reporting_party', { value, readAs: 'Other' })
  }
  const accused = termOf(ACCUSED, cells.accused_party || 'not stated')
  if (!accused) {
    const value = cells.accused_party ?? ''
    issues.warning('unknownValue', 'accused_party', { value, readAs: 'not stated' })
  }

  return {
    id: id as IncidentId,
    dateStart,
    timeStart: times.timeStart,
    dateEnd: times.dateEnd,
    timeEnd: times.timeEnd,
    timePrecision: times.timePrecision,
    timeApproximate: readYes(cells.time_approximate ?? '', 'time_approximate', issues),
    whenAsReported: cells.when_as_reported ?? '',
    areaNames: splitValues(cells.areas ?? ''),
    areasAsReported: splitValues(cells.areas_as_reported ?? ''),
    settlements: splitValues(cells.settlements ?? ''),
    kinds: readKinds(cells.kind ?? '', issues),
    weapons: splitValues(cells.weapons ?? ''),
    reportedBy: cells.reported_by ?? '',
    reportingParty: party?.id ?? 'other',
    accusedParty: accused?.id ?? 'not-stated',
    accusedAsWorded: cells.accused_as_worded ?? '',
    firedFrom: cells.fired_from ?? '',
    target: cells.target ?? '',
    retaliation: cells.retaliation ?? '',
    killed: readCount(cells.killed ?? '', 'killed', issues),
    wounded: readCount(cells.wounded ?? '', 'wounded', issues),
    deniedBy: cells.denied_by ?? '',
    denialSource: (cells.denial_source || null) as SourceId | null,
    summary: cells.summary ?? '',
    sources: splitValues(cells.sources ?? '') as readonly SourceId[],
    note: cells.note ?? '',
    position: readPosition(cells.lon ?? '', cells.lat ?? '', issues),
    positionPrecision: readPositionPrecision(cells.position_precision ?? '', issues),
    row: line,
  }
}

function readPositionPrecision(cell: string, issues: IssueCollector): PositionPrecision {
  if (cell === '') return 'settlement'
  const known = POSITION_PRECISIONS.find((precision) => precision === cell)
  if (known) return known
  issues.warning('unknownValue', 'position_precision', { value: cell, readAs: 'approximate' })
  return 'approximate'
}

function readYes(cell: string, name: string, issues: IssueCollector): boolean {
  if (cell === '') return false
  const value = cell.toLowerCase()
  if (value !== 'yes' && value !== 'no') issues.warning('notYesNo', name, { value: cell })
  return value === 'yes'
}

const UNSPECIFIED: readonly KindId[] = ['unspecified']

function readKinds(cell: string, issues: IssueCollector): readonly KindId[] {
  const kinds: KindId[] = []
  for (const value of splitValues(cell)) {
    const term = termOf(KINDS, value)
    if (term) kinds.push(term.id)
    else issues.warning('unknownValue', 'kind', { value, readAs: 'unspecified' })
  }
  return kinds.length > 0 ? kinds : UNSPECIFIED
}

function readCount(cell: string, name: string, issues: IssueCollector): number | null {
  if (cell === '') return null
  const count = /^\d+$/.test(cell) ? Number(cell) : Number.NaN
  if (count <= MAX_COUNTED) return count
  issues.warning(count > MAX_COUNTED ? 'countTooLarge' : 'notCount', name, { value: cell })
  return null
}
