import { RecordReader } from '../csv/recordReader'
import type { Row, Table } from '../csv/table'
import type { Issue } from '../issues/issue'
import { IssueCollector } from '../issues/issueCollector'
import type { OpenedTable } from './format'

/** All rows of an opened table by the names of its columns in lower case, as parse.ts reads them: for lists of sources. */
export function listedRows(table: OpenedTable, file: string): Table {
  const { bytes, delimiter, headerEnd, headerLines } = table
  const columns = table.header.map((name) => name.toLowerCase())
  const reader = new RecordReader(bytes, delimiter, headerEnd, headerLines + 1)
  const rows: Row[] = []
  const issues: Issue[] = []
  while (reader.next()) {
    if (reader.isBlank) continue
    const { line } = reader
    const cells: Record<string, string> = Object.create(null)
    columns.forEach((name, index) => {
      cells[name] = reader.cell(index)
    })
    if (reader.flawed) {
      const ofRow = new IssueCollector(file, line, cells.id ?? '')
      ofRow.warning('strayQuote', '')
      issues.push(...ofRow.list)
    }
    rows.push({ line, cells })
  }
  return { columns, rows, issues }
}
