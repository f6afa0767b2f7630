import { TABLE_NAMES, type TableName, type Tables } from '../model/tables'

/** What a column of several tables (`kind`) counts, beside one that only one table has. */
const SHARED = 0.1
/** The columns that rows of each table cannot do without. */
const KEYS: Readonly<Record<TableName, readonly string[]>> = {
  incidents: ['id', 'date_start'],
  sources: ['id'],
  places: ['id', 'kind'],
  withdrawn: ['id'],
}
/** UCDP's table has these two as well. */
const UCDP = ['side_a', 'side_b']

/**
 * Recognises one of Contactline's own tables by its header: the one with most of its columns, where
 * distinctive columns count more than shared ones. Null for a header of none.
 */
export function recogniseTable(header: readonly string[], tables: Tables): TableName | null {
  const score = { incidents: 0, sources: 0, places: 0, withdrawn: 0 }
  for (const name of header.filter((each) => each !== 'id')) {
    const having = TABLE_NAMES.filter((table) => tables[table].some((each) => each.name === name))
    for (const table of having) score[table] += having.length > 1 ? SHARED : 1
  }
  const best = TABLE_NAMES.reduce((a, b) => (score[b] > score[a] ? b : a))
  const has = (name: string) => header.includes(name)
  const isWhole = KEYS[best].every(has)
  return score[best] > 0 && isWhole && !UCDP.every(has) ? best : null
}
