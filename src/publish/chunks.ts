import { RecordReader } from '../csv/recordReader'
import { marksIn } from '../read/decode'
import type { OpenedTable } from '../read/format'
import type { ByteSource } from './disk'

const PIECE = 1 << 22
/** A quote is judged by no more bytes behind it than this (MAX_BYTES of recordReader.ts). */
const LOOKAHEAD = (1 << 24) + 1024

/** Where a record begins: its offset in the text as UTF-8, in bytes, and its line. */
export interface TextPlace {
  readonly offset: number
  readonly line: number
}

/** Whole records of a table that is larger than memory, as a table of their own. */
interface Chunk {
  readonly table: OpenedTable
  /** Where the next chunk begins. */
  readonly end: TextPlace
}

export function firstPlace({ headerEnd, headerLines }: OpenedTable): TextPlace {
  return { offset: headerEnd, line: headerLines + 1 }
}

/**
 * Cuts delimited text between records, from a place on. The chunks have the rows of the whole, with
 * the same lines and the same flaws: a cut waits for all bytes by which quotes before it are judged.
 */
export function* readChunks(
  source: ByteSource,
  head: OpenedTable,
  from: TextPlace,
  chunkBytes: number,
): Generator<Chunk> {
  const pieces = textPieces(source, head.encoding)
  let [{ offset, line }, bytes, isWhole] = [from, new Uint8Array(), false]
  let skipped = offset
  const readMore = (wanted: number) => {
    const parts = [bytes]
    for (let length = bytes.length; length < wanted && !isWhole; ) {
      const { done, value } = pieces.next()
      isWhole = done === true
      const part = value ? value.subarray(Math.min(skipped, value.length)) : new Uint8Array()
      skipped -= (value?.length ?? 0) - part.length
      parts.push(part)
      length += part.length
    }
    bytes = joinBytes(parts)
  }
  for (let wanted = chunkBytes + LOOKAHEAD; ; ) {
    readMore(wanted)
    const reader = new RecordReader(bytes, head.delimiter, 0, line)
    const safe = isWhole ? bytes.length : bytes.length - LOOKAHEAD
    let [end, nextLine] = [0, line]
    while (end < chunkBytes && reader.next() && reader.end <= safe) {
      end = reader.end
      nextLine = reader.nextLine
    }
    if (end === 0) {
      if (isWhole) return
      // A record is longer than all that was read.
      wanted = 2 * bytes.length
      continue
    }
    const table = { ...head, bytes: bytes.slice(0, end), headerEnd: 0, headerLines: line - 1 }
    offset += end
    line = nextLine
    bytes = bytes.subarray(end)
    wanted = chunkBytes + LOOKAHEAD
    yield { table, end: { offset, line } }
  }
}

/** The text of a file as UTF-8, without byte order marks and zeros, as decodeText gives it. */
function* textPieces(source: ByteSource, encoding: string): Generator<Uint8Array> {
  const decoder = encoding === 'UTF-8' ? null : new TextDecoder(encoding)
  const encoder = new TextEncoder()
  for (let offset = 0; offset < source.size; offset += PIECE) {
    const raw = source.read(offset, PIECE)
    const stream = offset + PIECE < source.size
    const text = decoder ? encoder.encode(decoder.decode(raw, { stream })) : raw
    const piece = offset === 0 ? text.subarray(marksIn(text)) : text
    yield piece.includes(0) ? piece.filter((byte) => byte !== 0) : piece
  }
}

function joinBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let end = 0
  for (const part of parts) {
    all.set(part, end)
    end += part.length
  }
  return all
}
