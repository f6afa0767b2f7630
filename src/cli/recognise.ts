import type { Table } from '../csv/table'
import { REQUIRED_FIELDS } from '../model/fields'
import { TABLE_NAMES, type TableName, type Tables } from '../model/tables'
import { EXIT, Failure } from './failure'

/** What a column of several tables (`kind`) counts, beside one that only one table has. */
const SHARED = 0.1

/**
 * Recognises the table in a CSV file by its header: the one with most of its columns, where
 * distinctive columns count more than shared ones. Throws a Failure for a header of none.
 */
export function recognise({ columns }: Table, file: string, tables: Tables): TableName {
  const score = { incidents: 0, sources: 0, places: 0, withdrawn: 0 }
  for (const name of columns.filter((each) => each !== 'id')) {
    const having = TABLE_NAMES.filter((table) => tables[table].some((each) => each.name === name))
    for (const table of having) score[table] += having.length > 1 ? SHARED : 1
  }
  const best = TABLE_NAMES.reduce((a, b) => (score[b] > score[a] ? b : a))
  if (score[best] > 0) return best
  const only = columns.length === 1 ? (columns[0] ?? '') : ''
  const separator = [';', '\t', '|'].find((mark) => only.includes(mark))
  if (separator !== undefined) {
    const params = { name: file, separator: separator === '\t' ? 'tab' : separator }
    throw new Failure(EXIT.dataErrors, { code: 'wrongSeparator', params })
  }
  const params = { name: file, columns: REQUIRED_FIELDS.join(', ') }
  throw new Failure(EXIT.dataErrors, { code: 'unknownHeader', params })
}
