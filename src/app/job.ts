import { type KeptEntry, keep } from '../files/fileStore'
import { keptId, keyOf } from '../files/linkedFiles'
import type { Job, ShownFile } from '../files/shownFile'
import { problemOf } from '../issues/problem'
import { problemText } from '../issues/problemText'
import { fileErrors } from '../messages/compiled/fileErrors'
import { messagesReady } from '../messages/language'
import type { GivenFile } from '../open/openFiles'
import { note } from './actions'

/** Of a table whose mapping is remembered for others with the same columns. */
const MAX_COLUMNS = 500

/**
 * Stores files in this browser, unless they are from a link to this site. Returns their key; null,
 * with a note, if it cannot. `header` is that of their table.
 */
export async function keepJob(
  { files, mapping, key }: Job,
  kind: KeptEntry['kind'],
  rows: number,
  header: readonly string[] = [],
): Promise<string | null> {
  const known = key === undefined ? null : keptId(key)
  if (key !== undefined && (known === null || mapping === null)) return key
  const entry: KeptEntry = {
    id: known ?? `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`,
    kind,
    names: files.map(({ name }) => name),
    bytes: bytesOf(files),
    opened: Date.now(),
    rows,
    mapping,
    ...(mapping && header.length <= MAX_COLUMNS && { header }),
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

export function shownFile({ files }: Job, key: string | null): ShownFile {
  return { name: files.map(({ name }) => name).join(', '), bytes: bytesOf(files), key }
}

function bytesOf(files: readonly GivenFile[]): number {
  return files.reduce((sum, { blob }) => sum + blob.size, 0)
}
