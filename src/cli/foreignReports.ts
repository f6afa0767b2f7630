import type { Issue } from '../issues/issue'
import type { Geography } from '../join/locate'
import type { IncidentRecord } from '../model/report'
import type { Source } from '../model/source'
import { buildReading, type OpenedFile } from '../open/buildReading'
import { Rows, sourceId, sourceKey } from '../open/fileRows'
import { addRepeated } from '../open/importReports'
import { homeOfRow } from '../read/format'

/** The reports of a file. */
export interface ReadReports {
  readonly rows: readonly IncidentRecord[]
  readonly issues: readonly Issue[]
  /** Those that its rows contain. */
  readonly sources: readonly Source[]
  /** All of its rows, and whether each was read. */
  readonly readRows: readonly {
    readonly row: number
    readonly id: string
    readonly isRead: boolean
  }[]
  /** The file of a row, and its number there. */
  homeOf(row: number): { readonly file: string; readonly row: number }
  /** The column of the file that one of Contactline's columns is read from; empty if none. */
  columnOf(column: string): string
}

/** Reads the reports of a file in any format that the page reads, row by row as the page does. */
export function readForeign(file: OpenedFile, geography: Geography): ReadReports {
  const reading = buildReading(file, geography)
  const rows = new Rows(reading)
  const records = new Map<string, IncidentRecord>()
  const issues: Issue[] = [...file.issues]
  const sources = new Map<string, Source>()
  const readRows: ReadReports['readRows'][number][] = []
  while (rows.next()) {
    const ofRow = rows.collector()
    const read = rows.read(ofRow)
    if (read && records.has(read.record.id)) addRepeated(reading, ofRow)
    else if (read) {
      const cited = read.inline.map((source) => {
        const key = sourceKey(source)
        const known = sources.get(key) ?? { id: sourceId(sources.size), ...source }
        sources.set(key, known)
        return known.id
      })
      const { record } = read
      records.set(record.id, reading.listed ? record : { ...record, sources: cited })
    }
    readRows.push({ row: rows.number, id: rows.id, isRead: read !== null })
    for (const issue of ofRow.list) issues.push({ ...issue, id: rows.id })
  }
  return {
    rows: [...records.values()],
    issues,
    sources: [...sources.values()],
    readRows,
    homeOf: (row) => homeOfRow(file.table, file.name, row),
    columnOf: reading.translator.columnOf,
  }
}
