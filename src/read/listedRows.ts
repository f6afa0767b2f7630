import { RecordReader } from '../csv/recordReader'
import type { Row, Table } from '../csv/table'
import type { Issue } from '../issues/issue'
import { IssueCollector } from '../issues/issueCollector'
import type { OpenedTable } from './format'

/** All rows of an opened list of sources, with the names of its columns in lower case. */
export function listedRows(table: OpenedTable, file: string): Table {
  const { bytes, delimiter, headerEnd, headerLines } = table
  const columns = table.header.map((name) => name.toLowerCase())
  const reader = new RecordReader(bytes, delimiter, headerEnd, headerLines + 1)
  const rows: Row[] = []
  const issues: Issue[] = []
  while (reader.next()) {
    if (reader.isBlank) continue
    const { line } = reader
    const cells = reader.cellsBy(columns)
    if (reader.flawed) {
      const ofRow = new IssueCollector(file, line, cells.id ?? '')
      ofRow.warning('strayQuote', '')
      issues.push(...ofRow.list)
    }
    rows.push({ line, cells })
  }
  return { columns, rows, issues }
}
