import type { ByteSource } from '../publish/disk'
import type { EngineSession } from './session'
import type { Statement } from './statements'

/** Types of columns of ClickHouse's RowBinary format. */
export type BinaryType =
  | ('UInt8' | 'UInt32' | 'Int32' | 'UInt64' | 'Float64' | 'String')
  | Arrays
  | typeof CELLS
type Arrays = 'Array(String)' | 'Array(UInt32)' | 'Array(Float64)'

/** A list of texts that are decoded when they are asked for. */
export const CELLS = 'Array(String) as cells'

type Value<Type extends BinaryType> = Type extends 'String'
  ? string
  : Type extends 'Array(String)'
    ? readonly string[]
    : Type extends typeof CELLS
      ? CellList
      : Type extends Arrays
        ? readonly number[]
        : number

/** A row with a value for each type. */
export type BinaryRow<Types extends readonly BinaryType[]> = {
  readonly [At in keyof Types]: Value<Types[At]>
}

/** Bytes of a file that are read at once. */
const PIECE = 1 << 20
const HIGH_BIT = 0x80
const TWO_32 = 2 ** 32

/**
 * Reads rows of RowBinary (https://clickhouse.com/docs/interfaces/formats/RowBinary) from pieces
 * that may end within a row. Whole numbers of 64 bits must be safe integers.
 */
export async function* readRowBinary<const Types extends readonly BinaryType[]>(
  pieces: AsyncIterable<Uint8Array>,
  types: Types,
): AsyncGenerator<BinaryRow<Types>> {
  const reader = new PieceReader(types)
  for await (const piece of pieces) yield* reader.rows(piece)
  reader.end()
}

/** All rows of a small result. */
export async function collectRows<const Types extends readonly BinaryType[]>(
  session: EngineSession,
  statement: Statement,
  types: Types,
): Promise<BinaryRow<Types>[]> {
  const rows: BinaryRow<Types>[] = []
  for await (const row of readRowBinary(session.stream(statement), types)) rows.push(row)
  return rows
}

/** Rows of a file of RowBinary. */
export function* readRowBinaryFile<const Types extends readonly BinaryType[]>(
  source: ByteSource,
  types: Types,
): Generator<BinaryRow<Types>> {
  const reader = new PieceReader(types)
  for (let offset = 0; offset < source.size; offset += PIECE) {
    yield* reader.rows(source.read(offset, PIECE))
  }
  reader.end()
}

class PieceReader<const Types extends readonly BinaryType[]> {
  private rest = new Uint8Array()

  constructor(private readonly types: Types) {}

  *rows(piece: Uint8Array): Generator<BinaryRow<Types>> {
    const bytes = new Uint8Array(this.rest.length + piece.length)
    bytes.set(this.rest)
    bytes.set(piece, this.rest.length)
    const cursor = new Cursor(bytes)
    for (let row = cursor.row(this.types); row; row = cursor.row(this.types)) yield row
    this.rest = bytes.subarray(cursor.at)
  }

  end(): void {
    if (this.rest.length > 0) throw new Error('a result of the engine is cut off')
  }
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** The texts of a row. */
export class CellList {
  /** Where each begins and ends in the bytes. */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly ranges: readonly number[],
  ) {}

  /** Empty past the last. */
  text(index: number): string {
    const [start = 0, end = 0] = [this.ranges[2 * index], this.ranges[2 * index + 1]]
    return start === end ? '' : decoder.decode(this.bytes.subarray(start, end))
  }
}

/** Where a row does not end in the bytes that are there. */
class PastEnd extends Error {}

class Cursor {
  at = 0
  private readonly view: DataView

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  }

  /** The next row; null if it is not whole, and `at` stays before it. */
  row<Types extends readonly BinaryType[]>(types: Types): BinaryRow<Types> | null {
    const start = this.at
    if (start === this.bytes.length) return null
    try {
      return types.map((type) => this.value(type)) as unknown as BinaryRow<Types>
    } catch (error) {
      if (!(error instanceof PastEnd)) throw error
      this.at = start
      return null
    }
  }

  private value(type: BinaryType): unknown {
    switch (type) {
      case 'UInt8':
        return this.view.getUint8(this.take(1))
      case 'UInt32':
        return this.view.getUint32(this.take(4), true)
      case 'Int32':
        return this.view.getInt32(this.take(4), true)
      case 'Float64':
        return this.view.getFloat64(this.take(8), true)
      case 'UInt64': {
        const at = this.take(8)
        return this.view.getUint32(at, true) + TWO_32 * this.view.getUint32(at + 4, true)
      }
      case 'String':
        return this.text()
      case CELLS:
        return this.cells()
      default: {
        const item = type.slice('Array('.length, -1) as BinaryType
        return Array.from({ length: this.length() }, () => this.value(item))
      }
    }
  }

  private cells(): CellList {
    const ranges: number[] = []
    for (let left = this.length(); left > 0; left--) {
      const length = this.length()
      const start = this.take(length)
      ranges.push(start, start + length)
    }
    return new CellList(this.bytes, ranges)
  }

  private text(): string {
    const length = this.length()
    const at = this.take(length)
    return length === 0 ? '' : decoder.decode(this.bytes.subarray(at, at + length))
  }

  /** A length of 7 bits a byte, the lowest first. */
  private length(): number {
    for (let [value, unit] = [0, 1]; ; unit *= HIGH_BIT) {
      const byte = this.bytes[this.take(1)] ?? 0
      value += (byte % HIGH_BIT) * unit
      if (byte < HIGH_BIT) return value
    }
  }

  private take(count: number): number {
    const { at } = this
    if (at + count > this.bytes.length) throw new PastEnd()
    this.at += count
    return at
  }
}

/** Text as a value of tab-separated text. */
export function tabSeparated(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n')
}

/** A list of texts as a value of tab-separated text. */
export function tabSeparatedList(texts: readonly string[]): string {
  const quote = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
  return tabSeparated(`[${texts.map(quote).join(',')}]`)
}
