import { RecordReader } from '../../csv/recordReader'
import { joined } from '../encodings'
import type { OpenedTable, TablePart } from '../format'

/** Whether two tables have the same columns in the same order. */
export function haveOneLayout(a: OpenedTable, b: OpenedTable): boolean {
  const layoutOf = ({ delimiter, header, numbering }: OpenedTable) =>
    JSON.stringify([delimiter, numbering, header])
  return layoutOf(a) === layoutOf(b)
}

/** One table of the rows of several with the same columns. Each row keeps its file and number. */
export async function combineTables(
  files: readonly { readonly name: string; readonly table: OpenedTable }[],
): Promise<OpenedTable> {
  const [first] = files
  if (!first) throw new Error('there is no table to combine')
  const { table, name } = first
  const pieces: (Uint8Array | string)[] = [table.bytes]
  const parts: TablePart[] = [{ file: name, first: firstNumber(table), own: firstNumber(table) }]
  const rowNotes = new Map(table.rowNotes)
  let next = nextNumber(table)
  for (const { name, table } of files.slice(1)) {
    if (![10, 13].includes(pieces.at(-1)?.at(-1) as number)) pieces.push('\n')
    pieces.push(table.bytes.subarray(table.headerEnd))
    const own = firstNumber(table)
    parts.push({ file: name, first: next, own })
    for (const [number, notes] of table.rowNotes) rowNotes.set(number - own + next, notes)
    next += nextNumber(table) - own
  }
  return { ...table, bytes: await joined(pieces), parts, rowNotes }
}

function firstNumber({ numbering, headerLines }: OpenedTable): number {
  return numbering === 'row' ? headerLines + 1 : 1
}

/** The number that a row after the last one would have. */
function nextNumber(table: OpenedTable): number {
  const { bytes, delimiter, headerEnd, headerLines, numbering } = table
  const reader = new RecordReader(bytes, delimiter, headerEnd, headerLines + 1)
  let count = 0
  while (reader.next()) count++
  return numbering === 'row' ? reader.nextLine : 1 + count
}
