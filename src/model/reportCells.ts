import type { Conflict } from './conflict'
import { recordWordOf } from './conflict'
import { formatDay } from './day'
import type { FieldName } from './fields'
import { fieldOf, joinValues } from './fields'
import type { IncidentRecord } from './report'

/**
 * Writes a column of a report as the cell of its CSV row, in the words of records, as reportRow.ts
 * reads it. Empty if the report does not state it.
 */
export function formatCell(record: IncidentRecord, name: FieldName, conflict: Conflict): string {
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
