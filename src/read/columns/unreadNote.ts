import { splitValues } from '../../csv/table'
import type { IssueCode } from '../../issues/issue'
import type { IssueCollector } from '../../issues/issueCollector'
import type { IncidentRecord } from '../../model/report'
import type { RowCells } from '../reportRow'

/** Issues whose value is not read. */
const OF_VALUE: ReadonlySet<IssueCode> = new Set([
  ...(['countTooLarge', 'degreesAlone', 'endNotDate', 'endOutsideYears', 'notClock'] as const),
  ...(['notCount', 'notDatePrecision', 'notGeoPrecision', 'notPosition', 'notText'] as const),
  ...(['notPublicationDate', 'notTimePrecision', 'notUrl', 'notWherePrecision'] as const),
  ...(['notYesNo', 'precisionUnfit', 'unknownPrecision', 'unknownValue'] as const),
])
/** The same of issues that have no value: the columns of Contactline that it is in. */
const OF_COLUMNS: Readonly<Partial<Record<IssueCode, readonly (keyof RowCells)[]>>> = {
  endBeforeStart: ['date_end'],
  endTimeBeforeStart: ['time_start', 'time_end'],
  notDegrees: ['lon', 'lat'],
}

/**
 * The note of a row with its values that could not be read, each with the name of its column in the
 * file, unless the record has them elsewhere: none is lost.
 */
export function noteOf(record: IncidentRecord, cells: RowCells, issues: IssueCollector): string {
  const unread = issues.list.filter(({ code }) => OF_VALUE.has(code) || code in OF_COLUMNS)
  if (unread.length === 0) return record.note
  const when = ` ${record.when_as_reported}`
  const kept = [record.accused_as_worded, record.reporting_party_as_worded]
  const words = new Set([...kept, ...splitValues(record.kind_as_worded)])
  const found = new Set<string>([record.note])
  const keep = (column: string, value: unknown) => {
    if (typeof value !== 'string' || value === '') return
    if (!words.has(value) && !when.endsWith(` ${value}`)) found.add(`${column}: ${value}`)
  }
  for (const { code, column, params } of unread) {
    for (const name of OF_COLUMNS[code] ?? []) keep(issues.nameOf(name) || name, cells[name])
    if (OF_VALUE.has(code) && params && 'value' in params) keep(column, params.value)
  }
  return [...found].filter(Boolean).join(' · ')
}
