import { UserError } from '../issues/problem'
import type { Conflict } from '../model/conflict'
import type { OpenedFile } from '../open/buildReading'
import { findOwnVocabulary } from '../open/fileVocabulary'
import { findDateOrder } from '../read/dates'
import { decodeText } from '../read/decode'
import { dateColumn, recognise } from '../read/detect'
import { readActorRows } from '../read/events/actorRows'
import type { Mapping, OpenedTable, Recognised } from '../read/format'
import { valuesIn } from '../read/header'
import { firstPlace, readChunks } from './chunks'
import type { ByteSource } from './disk'

/** Bytes from the start that the format is told from. */
const HEAD = 1 << 22
/** How JSON and XML begin, which are read whole. */
const NOT_TABLE = /^\s*[{[<]/

/** A file of reports that is read in chunks; its table has the first rows only. */
export interface ChunkedFile {
  readonly source: ByteSource
  readonly opened: OpenedFile
}

/**
 * A file of delimited text that can be read in chunks: its format is told by its first rows, the
 * order of day and month by all of them. Null for one that is to be read whole. `mappingOf` says
 * how a table of no known format is read.
 */
export async function chunkedFile(
  source: ByteSource,
  name: string,
  mappingOf: (table: OpenedTable) => Mapping,
): Promise<ChunkedFile | null> {
  const found = await recogniseHead(source, name).catch((error: unknown) => {
    if (error instanceof UserError) return null
    throw error
  })
  if (found?.kind !== 'reports' && found?.kind !== 'table') return null
  const { table } = found
  if (table.numbering !== 'row') return null
  // Rows about one event may be far from each other; sources are in another file.
  if (readActorRows(table) || (found.kind === 'reports' && found.format === 'contactline'))
    return null
  const mapping = found.kind === 'table' ? mappingOf(table) : null
  const column =
    found.kind === 'reports'
      ? dateColumn(table.header, found.format)
      : table.header.indexOf(mapping?.columns.date_start ?? '')
  const { order: dateOrder } = findDateOrder(datesIn(source, table, column))
  const opened = {
    name,
    table,
    format: found.kind === 'reports' ? found.format : ('mapped' as const),
    mapping: mapping && { ...mapping, dateOrder },
    dateOrder,
    sources: null,
    issues: [],
    vocabulary: null,
  }
  return { source, opened }
}

async function recogniseHead(source: ByteSource, name: string): Promise<Recognised | null> {
  const start = source.read(0, HEAD)
  if (NOT_TABLE.test(new TextDecoder().decode(start.subarray(0, 100)))) return null
  const { bytes, encoding } = await decodeText(start)
  return recognise(source.size > HEAD ? withoutLast(bytes) : bytes, name, encoding)
}

/** The vocabulary of all rows of files, as findOwnVocabulary has it for whole ones. */
export function chunkedVocabulary(
  files: readonly ChunkedFile[],
  conflict: Conflict,
  chunkBytes: number,
  onProgress: (bytes: number) => void,
) {
  function* tables() {
    let before = 0
    for (const { source, opened } of files) {
      for (const { table, end } of readChunks(
        source,
        opened.table,
        firstPlace(opened.table),
        chunkBytes,
      )) {
        yield { ...opened, table }
        onProgress(before + end.offset)
      }
      before += source.size
    }
  }
  return findOwnVocabulary(tables(), conflict)
}

function* datesIn(source: ByteSource, head: OpenedTable, column: number): Generator<string> {
  if (column === -1) return
  for (const { table } of readChunks(source, head, firstPlace(head), HEAD)) {
    yield* valuesIn(table, column)
  }
}

/** Text that was cut off anywhere, without its last line. */
function withoutLast(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, Math.max(bytes.lastIndexOf(10), bytes.lastIndexOf(13)) + 1)
}
