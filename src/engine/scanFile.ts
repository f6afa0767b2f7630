import { RecordReader } from '../csv/recordReader'
import type { ChunkedFile } from '../publish/chunkedFile'
import { firstPlace, readChunks } from '../publish/chunks'

const LF = 10
/** Bytes that are written at once. */
const BUFFER = 1 << 22

/** What the records of a file are like. */
interface Scanned {
  /** The engine reads the same records as we: each is a line, with a cell for each column. */
  readonly isRegular: boolean
  /** The most cells of a record, and no fewer than the header has. */
  readonly columns: number
  /** The line after the last, or 0 without rows. */
  readonly lines: number
}

/** Reads all records of a file to tell whether an engine would read them in the same way. */
export function scanFile({ source, opened }: ChunkedFile, chunkBytes: number): Scanned {
  const { table: head } = opened
  let [isRegular, columns, lines, bytes] = [true, head.header.length, 0, head.headerEnd]
  for (const { table, end } of readChunks(source, head, firstPlace(head), chunkBytes)) {
    const reader = new RecordReader(table.bytes, table.delimiter, 0, table.headerLines + 1)
    while (reader.next()) {
      const { flawed, cellCount, isBlank } = reader
      if (cellCount > columns) columns = cellCount
      const isLine =
        reader.nextLine === reader.line + 1 &&
        (table.bytes[reader.end - 1] === LF || reader.end === table.bytes.length)
      if (flawed || isBlank || !isLine || cellCount !== head.header.length) isRegular = false
    }
    lines = end.line
    bytes = end.offset
  }
  // Marks of byte order are no text; zeros are removed, and other encodings are longer or shorter.
  const marks = source.size - bytes
  const isAsItIs = head.encoding === 'UTF-8' && (marks === 0 || marks === 3)
  return { isRegular: isRegular && (isAsItIs || lines === 0), columns, lines }
}

/**
 * Writes the records of a file as plain CSV: line, whether it is flawed, number of cells, cells.
 * Blank rows are left out.
 */
export function copyRecords(
  { source, opened }: ChunkedFile,
  columns: number,
  chunkBytes: number,
  write: (bytes: Uint8Array) => void,
): void {
  const encoder = new TextEncoder()
  let text = ''
  for (const { table } of readChunks(source, opened.table, firstPlace(opened.table), chunkBytes)) {
    const reader = new RecordReader(table.bytes, table.delimiter, 0, table.headerLines + 1)
    while (reader.next()) {
      if (reader.isBlank) continue
      const cells = Array.from({ length: columns }, (_, index) => quote(reader.raw(index)))
      const { line, flawed, cellCount } = reader
      text += `${[line, flawed ? 1 : 0, cellCount, ...cells].join(',')}\n`
      if (text.length < BUFFER) continue
      write(encoder.encode(text))
      text = ''
    }
  }
  if (text !== '') write(encoder.encode(text))
}

function quote(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`
}
