import { createRequire } from 'node:module'
import { totalmem } from 'node:os'
import { resolve } from 'node:path'
import type { EngineSession } from '../../engine/session'
import { localFile } from './fileSources'

/** What is used of chdb 3 (https://clickhouse.com/docs/chdb). */
interface Chdb {
  Session: new (
    path: string,
    options: { readonly connectionArgs: readonly string[] },
  ) => {
    queryAsync(sql: string): Promise<unknown>
    queryStream(sql: string, options: { readonly format: string }): AsyncIterable<Chunk>
    insert(params: { table: string; values: Uint8Array; format: 'TabSeparated' }): Promise<unknown>
    close(): void
  }
}
interface Chunk {
  raw(): Uint8Array
}

/** Bytes above which a sort, or sums, go to the disk. */
const SPILL = Math.max(200_000_000, Math.floor(totalmem() / 16))
const SETTINGS = [
  `--max_bytes_before_external_sort=${SPILL}`,
  `--max_bytes_before_external_group_by=${SPILL}`,
]

/** An engine in this process; its tables are in a folder. `path` is that of the package. */
export function openChdb(path: string, folder: string): EngineSession {
  const { Session } = createRequire(path)(path) as Chdb
  const session = new Session(folder, { connectionArgs: SETTINGS })
  return {
    async run({ sql }) {
      await session.queryAsync(sql)
    },
    async *stream({ sql }, format = 'RowBinary') {
      for await (const chunk of session.queryStream(sql, { format })) yield chunk.raw()
    },
    async insert(table, rows) {
      for await (const values of rows) {
        if (values.length > 0) await session.insert({ table, values, format: 'TabSeparated' })
      }
    },
    async load({ sql }) {
      await session.queryAsync(sql)
    },
    fileSource: (file, structure) => localFile(resolve(file), structure),
    async close() {
      session.close()
    },
  }
}
