import { RecordReader } from '../csv/recordReader'
import { type IssueMessage, issueMessage } from '../issues/issue'
import { freeNames } from '../model/freeNames'
import { readDate } from './dates'
import type { OpenedTable } from './format'
import { areTags } from './hxl'

const DELIMITERS = [',', ';', '\t', '|'] as const
/** Records to detect the delimiter and the meaning of columns by. */
const SAMPLE_ROWS = 200
/** Records that may be above a header: a title, a date, empty rows. */
const MAX_ABOVE = 20
const MAX_SHOWN = 60
/** Columns whose new name is told. */
const MAX_RENAMED = 5

/** Reads the header of delimited text. A first line `sep=;` of a spreadsheet sets the delimiter. */
export function readHeader(bytes: Uint8Array, encoding: string): OpenedTable {
  const [said = '', separator] =
    /^sep=(.)(?:\r\n?|\n)/i.exec(new TextDecoder().decode(bytes.subarray(0, 20))) ?? []
  const start = new TextEncoder().encode(said).length
  const delimiter = separator ?? delimiterOf(bytes)
  const reader = new RecordReader(bytes, delimiter, start, said === '' ? 1 : 2)
  const above = findHeader(reader)
  const cells = reader.cells()
  const { start: headerStart, line: headerLine } = reader
  const tags = areTags(cells) ? cells : readTags(reader)
  const { end: headerEnd } = reader
  const lines = reader.next() ? reader.line - 1 : 1
  const table: OpenedTable = {
    bytes,
    delimiter,
    header: cells,
    ...(tags && { tags }),
    headerEnd,
    headerLines: lines,
    numbering: 'row',
    encoding,
    notes: above.map((text) => issueMessage('aboveHeader', '', { text })),
    rowNotes: new Map(),
  }
  const samples = readSamples(table)
  const isHeader = !isLikeRow(cells, samples[0] ?? [])
  const { header, notes } = withNames(isHeader ? cells : cells.map(() => ''), samples)
  if (isHeader) return { ...table, header, notes: [...table.notes, ...notes] }
  return {
    ...table,
    header,
    headerEnd: headerStart,
    headerLines: headerLine - 1,
    notes: [...table.notes, issueMessage('noHeader', '')],
  }
}

export function readSamples({ bytes, delimiter, headerEnd }: OpenedTable): string[][] {
  const reader = new RecordReader(bytes, delimiter, headerEnd)
  const rows: string[][] = []
  while (rows.length < SAMPLE_ROWS && reader.next()) {
    if (!reader.isBlank) rows.push(reader.cells())
  }
  return rows
}

/** The values of a column from the first row on, without empty ones; read one at a time. */
export function* valuesIn(
  { bytes, delimiter, headerEnd }: OpenedTable,
  column: number,
): Generator<string> {
  if (column === -1) return
  const reader = new RecordReader(bytes, delimiter, headerEnd)
  while (reader.next()) {
    const value = reader.cell(column)
    if (value !== '') yield value
  }
}

/** The row of tags that follows the header, which it reads; null, and nothing read, if none does. */
function readTags(reader: RecordReader): string[] | null {
  const { start, line } = reader
  const cells = reader.next() ? reader.cells() : []
  if (areTags(cells)) return cells
  reader.seek(start, line)
  reader.next()
  return null
}

/** A record that may be the header. */
interface Top {
  readonly start: number
  readonly line: number
  readonly cells: readonly string[]
  /** Its cells that are not empty. */
  readonly filled: readonly string[]
}

/**
 * Goes to the header: the first record with two names that is as wide as most are, or is above
 * records with dates or numbers. Returns the texts above it.
 */
function findHeader(reader: RecordReader): string[] {
  const tops: Top[] = []
  const widths = new Map<number, number>()
  for (let count = 0; count < SAMPLE_ROWS && reader.next(); count++) {
    if (reader.isBlank) continue
    const { start, line, cellCount } = reader
    widths.set(cellCount, (widths.get(cellCount) ?? 0) + 1)
    if (count > MAX_ABOVE) continue
    const cells = reader.cells()
    tops.push({ start, line, cells, filled: cells.filter((cell) => cell !== '') })
  }
  const [[width] = [0]] = [...widths].sort(([a, n], [b, m]) => m - n || b - a)
  const isNamed = (top?: Top) => (top?.filled.length ?? 0) > 1
  let place = tops.findIndex((top) => isNamed(top) && top.cells.length === width)
  while (isNamed(tops[place - 1]) && hasValues(tops[place]?.cells ?? [], tops[place + 1]?.cells)) {
    place--
  }
  if (place < 0) place = Math.max(0, tops.findIndex(isNamed))
  const header = tops[place]
  if (header) {
    reader.seek(header.start, header.line)
    reader.next()
  }
  return tops.slice(0, place).map(({ filled }) => filled.join(', ').slice(0, MAX_SHOWN))
}

/** Whether a record has a date or a number where the next one, if any, has one too. */
function hasValues(cells: readonly string[], next = cells): boolean {
  const isValue = (text = '') => /^[-+]?\d/.test(text)
  return isLikeRow(cells, next) || cells.some((cell, i) => isValue(cell) && isValue(next[i]))
}

/**
 * The delimiter whose header comes first, however often another is in a cell below it; of several,
 * the one that splits the first records into most cells, the same number in each.
 */
function delimiterOf(bytes: Uint8Array): string {
  const fits = DELIMITERS.map((delimiter) => ({ delimiter, ...fitOf(bytes, delimiter) }))
  const tables = fits.filter(({ isTable }) => isTable)
  const top = Math.min(...tables.map(({ start }) => start))
  const likely = tables.length > 0 ? tables.filter(({ start }) => start === top) : fits
  return likely.reduce((best, fit) => (fit.score > best.score ? fit : best)).delimiter
}

function fitOf(bytes: Uint8Array, delimiter: string) {
  const reader = new RecordReader(bytes, delimiter)
  const above = findHeader(reader)
  const { start, cellCount: width } = reader
  let [alike, all, next] = [1, 1, width]
  while (all < SAMPLE_ROWS && reader.next()) {
    if (reader.isBlank) continue
    if (all === 1) next = reader.cellCount
    all++
    if (reader.cellCount === width) alike++
  }
  const score = width < 2 ? 0 : ((alike / all) ** 2 * Math.min(width, 40)) / (1 + above.length)
  return { start, score, isTable: width > 1 && next === width && alike > all / 2 }
}

/** Whether a first record is not a header: it has a date where the next one has. */
function isLikeRow(cells: readonly string[], next: readonly string[]): boolean {
  const isDate = (text = '') => readDate(text, 'dmy') !== null || readDate(text, 'mdy') !== null
  return cells.some((cell, index) => isDate(cell) && isDate(next[index]))
}

/** Names each column with values, and no two alike in any case: columns are chosen by name. */
function withNames(
  cells: readonly string[],
  samples: readonly (readonly string[])[],
): { readonly header: string[]; readonly notes: IssueMessage[] } {
  const nameFreely = freeNames((name, next) => `${name} (${next})`)
  const notes: IssueMessage[] = []
  let n = 0
  const header = cells.map((cell, index) => {
    if (cell === '' && samples.every((row) => (row[index] ?? '') === '')) return ''
    const wanted = cell || `column ${index + 1}`
    const name = nameFreely(wanted)
    if (name === wanted) return name
    if (++n <= MAX_RENAMED) notes.push(issueMessage('renamedColumn', name, { name: wanted }))
    return name
  })
  if (n <= MAX_RENAMED) return { header, notes }
  return { header, notes: [issueMessage('renamedColumns', '', { n })] }
}
