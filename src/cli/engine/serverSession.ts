import { createReadStream } from 'node:fs'
import { createRequire } from 'node:module'
import { Readable } from 'node:stream'
import type { EngineSession } from '../../engine/session'
import { sentFile } from './fileSources'

/** What is used of @clickhouse/client 1 (https://clickhouse.com/docs/integrations/javascript). */
interface ClientPackage {
  createClient(options: {
    readonly url: string
    readonly request_timeout: number
    readonly clickhouse_settings: Readonly<Record<string, string>>
  }): {
    command(params: { readonly query: string }): Promise<unknown>
    exec(params: { readonly query: string; readonly values?: Readable }): Promise<{
      readonly stream: Readable
    }>
    close(): Promise<void>
  }
}

/** A join of very many rows is one request. */
const TIMEOUT_MS = 24 * 3_600_000
/** What no server may do in another order: rows of a file are numbered as they come. */
const SETTINGS = { max_insert_threads: '1' }

/** A server by its address, with user and password in it. `path` is that of the package. */
export function openServer(path: string, url: string): EngineSession {
  const { createClient } = createRequire(path)(path) as ClientPackage
  const client = createClient({
    url,
    request_timeout: TIMEOUT_MS,
    clickhouse_settings: SETTINGS,
  })
  /** Sends rows with a statement. */
  const send = async (query: string, values: Readable) => {
    const { stream } = await client.exec({ query, values })
    for await (const _ of stream);
  }
  return {
    async run({ sql: query }) {
      await client.command({ query })
    },
    async *stream({ sql }, format = 'RowBinary') {
      const { stream } = await client.exec({ query: `${sql}\nFORMAT ${format}` })
      for await (const piece of stream) yield piece as Uint8Array
    },
    async insert(table, rows) {
      // A server answers a request without rows with an error.
      const pieces = rows[Symbol.asyncIterator]()
      const first = await pieces.next()
      if (first.done) return
      const all = async function* () {
        yield first.value
        yield* { [Symbol.asyncIterator]: () => pieces }
      }
      const values = Readable.from(all(), { objectMode: false })
      await send(`INSERT INTO ${table} FORMAT TabSeparated`, values)
    },
    load: ({ sql }, file) => send(`${sql}\nFORMAT CSV`, createReadStream(file)),
    fileSource: (_, structure) => sentFile(structure),
    close: () => client.close(),
  }
}
