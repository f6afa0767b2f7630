import { BOUNDS } from '../../engine/countStatements'
import { joinByEngine } from '../../engine/engineJoin'
import { Shards } from '../../engine/gather'
import type { EngineSession } from '../../engine/session'
import type { Statement } from '../../engine/statements'
import type { Box } from '../../model/conflict'
import type { Disk } from '../../publish/disk'
import type { Answer, Call } from '../command'
import { EXIT, usage } from '../failure'
import { columnsOf, describeTable, openForEngine } from './engineFiles'
import { localFile, sentFile } from './fileSources'

/** `sql`: the statements that `publish --engine` runs, by running it on an engine without rows. */
export async function printSql(call: Call): Promise<Answer> {
  if (call.files.length === 0) throw usage({ code: 'sqlNeedsFile' })
  const { files, shipped, geographyFiles } = await openForEngine(call)
  const written: string[] = []
  const isServer = call.engine?.some((name) => name.startsWith('http')) ?? false
  const session = recorder(written, isServer, shipped.bbox)
  await joinByEngine({
    files: files.map((file, at) => ({
      table: describeTable(file, at, file.opened.table.header.length, 0, false),
      opened: file.opened,
      path: file.opened.name,
      session,
      columns: columnsOf(file),
    })),
    shards: new Shards([session], session),
    conflict: shipped,
    geographyFiles,
    disk: heldDisk(),
    onReports() {},
  })
  return { output: `${written.join('\n\n')}\n`, remarks: '', exit: EXIT.ok }
}

/** An engine that writes down statements, and finds one point in each corner of a box. */
function recorder(
  written: string[],
  isServer: boolean,
  [west, south, east, north]: Box,
): EngineSession {
  const write = ({ title, sql }: Statement) => {
    const text = `-- ${title}\n${sql};`
    if (written.at(-1) !== text) written.push(text)
  }
  return {
    async run(statement) {
      write(statement)
    },
    async load(statement) {
      write(statement)
    },
    async *stream(query) {
      write(query)
      if (query.sql !== BOUNDS.sql) return
      const view = new DataView(new ArrayBuffer(48))
      view.setBigUint64(0, 2n, true)
      view.setBigUint64(8, 2n, true)
      for (const [at, degrees] of [west, south, east, north].entries()) {
        view.setFloat64(16 + 8 * at, degrees, true)
      }
      yield new Uint8Array(view.buffer)
    },
    async insert(table, rows) {
      let lines = 0
      for await (const bytes of rows) lines += bytes.filter((byte) => byte === 10).length
      const known = lines > 0 ? `: ${lines} rows` : ''
      written.push(`-- The program writes rows to ${table} here${known}.`)
    },
    fileSource: (path, structure) => (isServer ? sentFile(structure) : localFile(path, structure)),
    async close() {},
  }
}

/** A disk in memory for what is written of no report. */
function heldDisk(): Disk {
  const files = new Map<string, Uint8Array>()
  return {
    append: (name, bytes) => {
      files.set(name, Buffer.concat([files.get(name) ?? new Uint8Array(), bytes]))
    },
    replace: (name, bytes) => {
      files.set(name, bytes.slice())
    },
    open(name) {
      const bytes = files.get(name)
      if (!bytes) return null
      const read = (offset: number, length: number) => bytes.subarray(offset, offset + length)
      return { size: bytes.length, read }
    },
    remove: (name) => {
      files.delete(name)
    },
  }
}
