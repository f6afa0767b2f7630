import { formatDay } from './day'
import type { IncidentRecord } from './report'
import { ACCUSED, KINDS, PARTIES, recordWordOf } from './vocabulary'

/** The columns of geodata/incidents.csv, in its order (codebook: geodata/README.md). */
export const INCIDENT_COLUMNS = [
  'id',
  'date_start',
  'time_start',
  'date_end',
  'time_end',
  'time_precision',
  'time_approximate',
  'when_as_reported',
  'areas',
  'areas_as_reported',
  'settlements',
  'kind',
  'weapons',
  'reported_by',
  'reporting_party',
  'accused_party',
  'accused_as_worded',
  'fired_from',
  'target',
  'retaliation',
  'killed',
  'wounded',
  'denied_by',
  'denial_source',
  'summary',
  'sources',
  'note',
] as const

/** What a row of a file of one's own may have besides: its coordinates, and how exactly they are meant. */
export const POSITION_COLUMNS = ['lon', 'lat', 'position_precision'] as const

/** Those that a reports file of any origin must have; the others may be missing. */
export const REQUIRED_COLUMNS = [
  'id',
  'date_start',
  'areas',
  'reported_by',
  'reporting_party',
  'summary',
] as const

export type IncidentCells = Readonly<Record<(typeof INCIDENT_COLUMNS)[number], string>>

/**
 * Writes a report back as the cells of its CSV row, in the records' words: what incidentRow.ts reads.
 * Empty where the report does not state it. The row's own coordinates are not among these columns.
 */
export function incidentCells(record: IncidentRecord): IncidentCells {
  return {
    id: record.id,
    date_start: formatDay(record.dateStart),
    time_start: record.timeStart,
    date_end: formatDay(record.dateEnd),
    time_end: record.timeEnd,
    time_precision: record.timePrecision,
    time_approximate: record.timeApproximate ? 'yes' : '',
    when_as_reported: record.whenAsReported,
    areas: joinValues(record.areaNames),
    areas_as_reported: joinValues(record.areasAsReported),
    settlements: joinValues(record.settlements),
    kind: joinValues(record.kinds.map((kind) => recordWordOf(KINDS, kind))),
    weapons: joinValues(record.weapons),
    reported_by: record.reportedBy,
    reporting_party: recordWordOf(PARTIES, record.reportingParty),
    accused_party: recordWordOf(ACCUSED, record.accusedParty),
    accused_as_worded: record.accusedAsWorded,
    fired_from: record.firedFrom,
    target: record.target,
    retaliation: record.retaliation,
    killed: record.killed === null ? '' : String(record.killed),
    wounded: record.wounded === null ? '' : String(record.wounded),
    denied_by: record.deniedBy,
    denial_source: record.denialSource ?? '',
    summary: record.summary,
    sources: joinValues(record.sources),
    note: record.note,
  }
}

/**
 * Puts several values into one cell. A value never holds a `;` itself: reading splits at every one
 * (table.ts), so there is nothing to escape. Cells of one value may hold it and are never split.
 */
export function joinValues(values: readonly string[]): string {
  return values.join('; ')
}
