import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { joinByEngine } from '../../engine/engineJoin'
import { inOwnDatabase, Shards } from '../../engine/gather'
import { collectRows } from '../../engine/rowBinary'
import type { EngineSession } from '../../engine/session'
import type { Statement } from '../../engine/statements'
import { commandLine } from '../../messages/compiled/commandLine'
import type { Call } from '../command'
import { EXIT, Failure } from '../failure'
import { describeOutcome } from '../publish/chunkedCall'
import { folderDisk } from '../publish/folderDisk'
import type { Outcome, Progress } from '../publish/publishOutcome'
import { openForEngine, prepareFiles } from './engineFiles'
import { openEngines } from './openEngines'

/** Joins the files of a call by engines, and writes the tables of the folder `part`. */
export async function publishByEngine(
  call: Call,
  names: readonly string[],
  part: string,
  progress: Progress,
): Promise<Outcome> {
  const given = await openForEngine(call)
  const folder = join(part, 'work')
  rmSync(folder, { recursive: true, force: true })
  const [work, disk] = [folderDisk(folder), folderDisk(part)]
  const say = (title: string) => call.json || call.say?.(commandLine.engineStep({ title }))
  const sessions = (await openEngines(names, folder)).map((session) => spoken(session, say))
  const [main] = sessions
  if (!main) throw new Error('there is no engine')
  try {
    const sums = sessions.length === 1 ? main : inOwnDatabase(main)
    const shards = new Shards(sessions, sums)
    const files = prepareFiles(given.files, work, folder, sessions)
    const { shipped: conflict, geographyFiles } = given
    const onReports = (rows: number, total: number) => progress('reports', rows, total, rows)
    const job = { files, shards, conflict, geographyFiles, disk, onReports }
    const { vocabulary, written, ...found } = await joinByEngine(job)
    return {
      ...describeOutcome(given, { ...conflict, ...vocabulary }, found),
      written,
      engine: `ClickHouse ${await versionOf(main)}`,
      cleanUp: () => rmSync(folder, { recursive: true, force: true }),
    }
  } catch (error) {
    if (!isOfEngine(error)) throw error
    throw new Failure(EXIT.file, { code: 'engineFailed', params: { reason: error.message } })
  } finally {
    for (const session of sessions) await session.close()
  }
}

const VERSION = { title: 'Ask for the version of the engine.', sql: 'SELECT version()' }

async function versionOf(session: EngineSession): Promise<string> {
  const [row] = await collectRows(session, VERSION, ['String'])
  return row?.[0] ?? ''
}

/** The same session; says what is done. */
function spoken(session: EngineSession, say: (title: string) => void): EngineSession {
  let last = ''
  const told = ({ title }: Statement) => {
    if (title !== last) say(title)
    last = title
  }
  return {
    ...session,
    run(statement) {
      told(statement)
      return session.run(statement)
    },
    load(statement, path) {
      told(statement)
      return session.load(statement, path)
    },
    stream(query, format) {
      told(query)
      return session.stream(query, format)
    },
  }
}

/** Errors of the engine have its own codes. */
function isOfEngine(error: unknown): error is Error {
  return error instanceof Error && /^Chdb|^ClickHouse/.test(error.name)
}
