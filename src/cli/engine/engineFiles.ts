import { join } from 'node:path'
import { findDecidingColumns } from '../../engine/decidingColumns'
import type { EngineFile } from '../../engine/engineFile'
import { copyRecords, scanFile } from '../../engine/scanFile'
import type { EngineSession } from '../../engine/session'
import { type FileTable, nameColumns } from '../../engine/statements'
import type { ChunkedFile } from '../../publish/chunkedFile'
import type { Disk } from '../../publish/disk'
import type { Call } from '../command'
import { EXIT, Failure } from '../failure'
import { type ChunkedCall, openChunked } from '../publish/chunkedCall'
import { CHUNK_BYTES } from '../publish/publishChunks'

/** Opens the files of a call for an engine. Throws a Failure for files that are read whole. */
export async function openForEngine(call: Call): Promise<ChunkedCall> {
  const given = await openChunked(call)
  if (!given) throw new Failure(EXIT.dataErrors, { code: 'engineNeedsTables' })
  return given
}

/** The files as tables; those that an engine would not read as we do are copied to `disk` first. */
export function prepareFiles(
  files: readonly ChunkedFile[],
  disk: Disk,
  folder: string,
  sessions: readonly EngineSession[],
): EngineFile[] {
  let linesBefore = 0
  return files.map((file, at) => {
    const { isRegular, columns, lines } = scanFile(file, CHUNK_BYTES)
    const copy = `rows-${at + 1}.csv`
    if (!isRegular) {
      disk.remove(copy)
      disk.append(copy, new Uint8Array())
      copyRecords(file, columns, CHUNK_BYTES, (bytes) => disk.append(copy, bytes))
    }
    const table = describeTable(file, at, columns, linesBefore, !isRegular)
    linesBefore += lines
    const path = isRegular ? file.opened.name : join(folder, copy)
    const session = sessions[at % sessions.length]
    if (!session) throw new Error('there is no engine')
    return { table, opened: file.opened, path, session, columns: columnsOf(file) }
  })
}

export function describeTable(
  { opened }: ChunkedFile,
  at: number,
  columns: number,
  linesBefore: number,
  isCopy: boolean,
): FileTable {
  const { header, delimiter, headerLines } = opened.table
  return {
    number: at + 1,
    name: opened.name,
    columns: nameColumns(header, columns),
    delimiter: isCopy ? ',' : delimiter,
    headerLines,
    linesBefore,
    isCopy,
  }
}

/** What decides in a file whose words are those of the conflict. */
export function columnsOf({ opened }: ChunkedFile) {
  const { format, table, mapping } = opened
  const columns = findDecidingColumns(format, table.header, mapping, false)
  if (!columns) throw new Failure(EXIT.dataErrors, { code: 'engineNeedsTables' })
  return columns
}
