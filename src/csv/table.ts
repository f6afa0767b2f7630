import type { Issue } from '../issues/issue'
import { IssueCollector } from '../issues/issueCollector'
import { RecordReader } from './recordReader'

/** One CSV row by column name, with the 1-based line its record starts on. */
export interface Row {
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
  readonly issues: readonly Issue[]
}

/**
 * Reads CSV text (RFC 4180, UTF-8, header row first, `file` named in messages; other delimiters too). Cells are trimmed and
 * NFC. Rows that are too short read as empty cells and say so; an empty file is one error.
 */
export function readTable(text: string, file: string, delimiter = ','): Table {
  const bytes = new TextEncoder().encode(text.replace(/^\uFEFF/, ''))
  const reader = new RecordReader(bytes, delimiter)
  const columns = reader.next() ? cellsOf(reader) : []
  if (columns.every((name) => name === '')) {
    const ofFile = new IssueCollector(file, null, '')
    ofFile.error('emptyFile', '')
    return { columns: [], rows: [], issues: ofFile.list }
  }

  const ofHeader = new IssueCollector(file, 1, '')
  const repeated = columns.find((name, index) => name !== '' && columns.indexOf(name) < index)
  if (repeated !== undefined) ofHeader.warning('repeatedColumn', repeated)
  const issues: Issue[] = ofHeader.list
  const rows: Row[] = []
  while (reader.next()) {
    const { line, cellCount } = reader
    const id = reader.cell(0)
    if (cellCount === 1 && id === '') continue
    if (reader.flawed || cellCount !== columns.length) {
      const ofRow = new IssueCollector(file, line, id)
      if (reader.flawed) ofRow.warning('strayQuote', '')
      const expected = columns.length
      if (cellCount !== expected) ofRow.warning('cellCount', '', { found: cellCount, expected })
      issues.push(...ofRow.list)
    }
    const cells: Record<string, string> = Object.create(null)
    columns.forEach((name, index) => {
      cells[name] = reader.cell(index)
    })
    rows.push({ line, cells })
  }
  return { columns, rows, issues }
}

const NONE: readonly string[] = []

/** Splits a trimmed cell that holds several values; blanks and repeats fall away. */
export function splitValues(cell: string): readonly string[] {
  if (cell === '') return NONE
  // Cells are trimmed.
  if (!cell.includes(';')) return [cell]
  return [...new Set(cell.split(';').map((value) => value.trim()))].filter((value) => value !== '')
}

function cellsOf(reader: RecordReader): string[] {
  return Array.from({ length: reader.cellCount }, (_, index) => reader.cell(index))
}
