import type { Conflict } from './conflict'
import { recordWordOf } from './conflict'
import { formatDay } from './day'
import type { FieldName } from './fields'
import { FIELD_NAMES, fieldOf, joinValues } from './fields'
import type { IncidentRecord } from './report'

export type IncidentCells = Readonly<Record<FieldName, string>>

/**
 * Writes a report as the cells of its CSV row, in the words of records, as reportRow.ts reads them.
 * A cell is empty if the report does not state it. The row's own coordinates are not included.
 */
export function incidentCells(record: IncidentRecord, conflict: Conflict): IncidentCells {
  const cells = FIELD_NAMES.map((name) => [name, formatCell(record, name, conflict)])
  return Object.fromEntries(cells)
}

function formatCell(record: IncidentRecord, name: FieldName, conflict: Conflict): string {
  const { type, from } = fieldOf(name)
  const value: unknown = record[name]
  if (from) {
    const terms = conflict[from]
    const word = (id: string) => recordWordOf<string>(terms, id)
    return Array.isArray(value) ? joinValues(value.map(word)) : word(String(value))
  }
  if (type === 'date') return formatDay(value as IncidentRecord['date_start'])
  if (type === 'flag') return value === true ? 'yes' : ''
  if (Array.isArray(value)) return joinValues(value)
  return value === null ? '' : String(value)
}
