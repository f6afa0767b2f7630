import type { KeyValue, SchemaElement } from 'hyparquet'
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import type { Disk } from './disk'
import { COMPRESS, GZIP } from './gzip'

/** `day` is a DATE, `point` a position as WKB. */
export interface ParquetColumn {
  readonly name: string
  readonly type: 'day' | 'integer' | 'real' | 'text' | 'point'
  /** A value may be null. */
  readonly optional?: boolean
  /** Without least and greatest values: nobody looks for a range of it. */
  readonly bare?: boolean
}

export type ParquetValue = number | string | Uint8Array | null

/** Bytes of values in a page: a reader fetches single pages by the page index. */
const PAGE_BYTES = 1 << 14

/** At the end of a file: the length of its metadata, and `PAR1`. */
const TAIL_BYTES = 8

const ELEMENTS: Readonly<Record<ParquetColumn['type'], Partial<SchemaElement>>> = {
  day: { type: 'INT32', converted_type: 'DATE' },
  integer: { type: 'INT32' },
  real: { type: 'DOUBLE' },
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  point: { type: 'BYTE_ARRAY' },
}

/** Writes a Parquet file group after group, so that no more than one is in memory. */
export class ParquetFile {
  private readonly writer: ParquetWriter
  rows = 0
  groups = 0
  /** Bytes of each group, and of what describes them at the end, once it is written. */
  readonly groupBytes: number[] = []
  footerBytes = 0

  constructor(
    private readonly disk: Disk,
    readonly path: string,
    readonly columns: readonly ParquetColumn[],
    kvMetadata: KeyValue[] = [],
  ) {
    disk.remove(path)
    const bytes = new ByteWriter() as ByteWriter & { flush?(): void; finish(): void }
    const flush = () => {
      if (bytes.index > 0) disk.append(path, bytes.getBytes())
      bytes.index = 0
    }
    bytes.flush = flush
    bytes.finish = flush
    const elements = columns.map(({ name, type, optional }) => {
      const repetition_type = optional ? ('OPTIONAL' as const) : ('REQUIRED' as const)
      return { name, ...ELEMENTS[type], repetition_type }
    })
    this.writer = new ParquetWriter({
      writer: bytes,
      schema: [{ name: 'root', num_children: columns.length }, ...elements],
      kvMetadata,
      createdBy: 'contactline',
      codec: GZIP,
      compressors: COMPRESS,
    })
  }

  /** Writes rows as one row group. */
  writeGroup(rows: readonly (readonly ParquetValue[])[]): void {
    if (rows.length === 0) return
    const before = this.writer.writer.offset
    const columnData = this.columns.map(({ name, bare = false }, index) => {
      const data = rows.map((row) => row[index] ?? null)
      return { name, data, columnIndex: !bare, statistics: !bare }
    })
    this.writer.write({ columnData, rowGroupSize: rows.length, pageSize: PAGE_BYTES })
    this.groupBytes.push(this.writer.writer.offset - before)
    this.rows += rows.length
    this.groups++
  }

  finish(): void {
    this.writer.finish()
    const file = this.disk.open(this.path)
    if (!file) throw new Error(`${this.path} is gone`)
    const tail = file.read(file.size - TAIL_BYTES, TAIL_BYTES)
    const view = new DataView(tail.buffer, tail.byteOffset)
    this.footerBytes = view.getUint32(0, true) + TAIL_BYTES
  }
}
