import { type KeptEntry, keep } from '../files/fileStore'
import { keyOf } from '../files/linkedFiles'
import type { ShownFile } from '../files/shownFile'
import { problemOf } from '../issues/problem'
import { problemText } from '../issues/problemText'
import { fileErrors } from '../messages/fileErrors'
import { messagesReady } from '../messages/language'
import type { GivenFile } from '../open/openFiles'
import type { Mapping } from '../read/format'
import { note } from './actions'

/** Files that are read, and how. */
export interface Job {
  readonly files: readonly GivenFile[]
  readonly mapping: Mapping | null
  /** What stands for them in a link; undefined for files that the reader has just given. */
  readonly key?: string
}

/** Keeps files in this browser; null, with a note, when it cannot: they are shown all the same. */
export async function keepJob(
  { files, mapping }: Job,
  kind: KeptEntry['kind'],
  rows: number,
): Promise<string | null> {
  const entry: KeptEntry = {
    id: `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`,
    kind,
    names: files.map(({ name }) => name),
    bytes: bytesOf(files),
    opened: Date.now(),
    rows,
    mapping,
  }
  try {
    await keep(entry, files)
    return keyOf(entry)
  } catch (error) {
    await messagesReady()
    const reason = problemText(problemOf(error))
    note(fileErrors.notKept({ names: entry.names.join(', '), reason }))
    return null
  }
}

/** What is shown of the files of a job. */
export function shownFile({ files }: Job, key: string | null): ShownFile {
  return { name: files.map(({ name }) => name).join(', '), bytes: bytesOf(files), key }
}

function bytesOf(files: readonly GivenFile[]): number {
  return files.reduce((sum, { blob }) => sum + blob.size, 0)
}
