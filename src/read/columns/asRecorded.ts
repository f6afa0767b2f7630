import type { Table } from '../../csv/table'

/** The columns of an export that reading back starts from, where the join has changed others. */
export const RECORDED_AREAS = 'area_names_as_recorded'
export const REPORT_ID = 'report_id'

/**
 * Undoes what an export changed in a table of reports: areas are those of the record, not the ids
 * that were joined, and a report with a row for each of its places is one row, the first.
 */
export function asRecorded(table: Table): Table {
  const { columns, rows } = table
  const [hasAreas, hasPlaces] = [columns.includes(RECORDED_AREAS), columns.includes(REPORT_ID)]
  if (!hasAreas && !hasPlaces) return table
  const seen = new Set<string>()
  const recorded = rows.flatMap(({ line, cells }) => {
    const id = cells[REPORT_ID] ?? ''
    if (id !== '' && seen.size === seen.add(id).size) return []
    const areas = hasAreas && { areas: cells[RECORDED_AREAS] ?? '' }
    return [{ line, cells: { ...cells, ...areas, ...(id !== '' && { id }) } }]
  })
  return { ...table, rows: recorded }
}
