import type { Table } from '../csv/table'
import { REQUIRED_FIELDS } from '../model/fields'
import { TABLE_NAMES, type TableName, type Tables } from '../model/tables'
import { EXIT, Failure } from './failure'

/**
 * Recognises the table in a CSV file by its header: the one with most of its columns, where
 * distinctive columns count more than shared ones. Throws a Failure for a header of none.
 */
export function recognise({ columns }: Table, file: string, tables: Tables): TableName {
  const scores = TABLE_NAMES.map((table) => ({ table, score: scoreOf(columns, table, tables) }))
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a))
  if (best.score > 0) return best.table
  const only = columns.length === 1 ? (columns[0] ?? '') : ''
  const separator = [';', '\t', '|'].find((mark) => only.includes(mark))
  if (separator !== undefined) {
    const params = { name: file, separator: separator === '\t' ? 'tab' : separator }
    throw new Failure(EXIT.dataErrors, { code: 'wrongSeparator', params })
  }
  const params = { name: file, columns: REQUIRED_FIELDS.join(', ') }
  throw new Failure(EXIT.dataErrors, { code: 'unknownHeader', params })
}

/** A column that only one table has counts much more than a shared one (`id`, `kind`). */
function scoreOf(columns: readonly string[], table: TableName, tables: Tables): number {
  const names = tables[table].map(({ name }) => name)
  return columns
    .filter((name) => names.includes(name) && name !== 'id')
    .map((name) => (isShared(name, tables) ? 0.1 : 1))
    .reduce((sum, worth) => sum + worth, 0)
}

function isShared(name: string, tables: Tables): boolean {
  return (
    TABLE_NAMES.filter((table) => tables[table].some((column) => column.name === name)).length > 1
  )
}
