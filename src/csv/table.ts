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
 * Reads CSV text (RFC 4180, header row first; `file` is its name in issues). Cells are trimmed and
 * NFC. Missing cells are read as empty, with a warning; an empty file is one error.
 */
export function readTable(text: string, file: string): Table {
  const bytes = new TextEncoder().encode(text.replace(/^\uFEFF/, ''))
  const reader = new RecordReader(bytes, ',')
  const columns = reader.next() ? reader.cells() : []
  if (columns.every((name) => name === '')) {
    const ofFile = new IssueCollector(file, null, '')
    ofFile.error('emptyFile', '')
    return { columns: [], rows: [], issues: ofFile.list }
  }

  const ofHeader = new IssueCollector(file, 1, '')
  const names = new Set<string>()
  const repeated = columns.find((name) => name !== '' && names.size === names.add(name).size)
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
    rows.push({ line, cells: reader.cellsBy(columns) })
  }
  return { columns, rows, issues }
}

/** Splits a trimmed cell that holds several values; blanks fall away. */
export function splitList(cell: string): string[] {
  // Most cells hold one value or none.
  if (!cell.includes(';')) return cell === '' ? [] : [cell]
  return cell
    .split(';')
    .map((value) => value.trim())
    .filter((value) => value !== '')
}

/** The same without repeats. */
export function splitValues(cell: string): readonly string[] {
  return cell.includes(';') ? [...new Set(splitList(cell))] : splitList(cell)
}
