import Papa from 'papaparse'
import type { Issue } from '../types'
import { withoutGuard } from './formula'

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
  const parsed = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter })
  const [header, ...body] = parsed.data
  const columns = (header ?? []).map((name) => name.trim())
  if (columns.every((name) => name === '')) {
    return { columns: [], rows: [], issues: [fileIssue(file, 'the file is empty')] }
  }

  const issues: Issue[] = []
  const repeated = columns.find((name, index) => name !== '' && columns.indexOf(name) < index)
  if (repeated !== undefined) {
    issues.push({
      severity: 'warning',
      file,
      row: 1,
      id: '',
      message: `the header has the column "${repeated}" twice; the last one is read`,
    })
  }
  const rows: Row[] = []
  const lines = [1]
  // Papa counts records; a reader's editor counts lines, and a quoted cell may hold line breaks.
  let line = 1 + lineBreaks(header ?? [])
  for (const values of body) {
    line++
    const start = line
    lines.push(start)
    line += lineBreaks(values)
    if (values.length === 1 && values[0]?.trim() === '') continue
    if (values.length !== columns.length) {
      issues.push({
        severity: 'warning',
        file,
        row: start,
        id: values[0] ?? '',
        message: `has ${values.length} cells where the header has ${columns.length}`,
      })
    }
    const cells: Record<string, string> = Object.create(null)
    columns.forEach((name, index) => {
      cells[name] = withoutGuard((values[index] ?? '').trim())
        .trim()
        .normalize('NFC')
    })
    rows.push({ line: start, cells })
  }
  for (const { row, message } of parsed.errors) {
    issues.push({
      severity: 'warning',
      file,
      row: row === undefined ? null : (lines[row] ?? null),
      id: '',
      message: `not clean CSV: ${message}`,
    })
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

function fileIssue(file: string, message: string): Issue {
  return { severity: 'error', file, row: null, id: '', message }
}

function lineBreaks(cells: readonly string[]): number {
  let count = 0
  for (const cell of cells) count += cell.split('\n').length - 1
  return count
}
