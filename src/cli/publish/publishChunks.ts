import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildGeography } from '../../join/geography'
import type { Area } from '../../model/place'
import { chunkedVocabulary } from '../../publish/chunkedFile'
import type { Disk } from '../../publish/disk'
import { NOTHING_READ, type ReadState, readReports } from '../../publish/readReports'
import type { Call } from '../command'
import { readBytes } from '../files'
import { describeOutcome, openChunked } from './chunkedCall'
import { type Outcome, type Progress, writeTables } from './publishOutcome'

/** Delimited text is read in chunks of so many bytes. */
export const CHUNK_BYTES = 1 << 24
/** Where the work is saved. */
export const STATE = 'state.json'

/** Reads delimited text part by part; null where the files are to be read whole. */
export async function publishChunks(
  call: Call,
  disk: Disk,
  state: SavedState,
  progress: Progress,
): Promise<Outcome | null> {
  const given = await openChunked(call)
  if (!given) return null
  const { files, size, shipped } = given
  const onWords = (bytes: number) => progress('words', bytes, size, 0)
  const vocabulary =
    state.vocabulary === undefined
      ? chunkedVocabulary(files, shipped, CHUNK_BYTES, onWords)
      : state.vocabulary
  const save = (read: ReadState) => saveState(disk, { ...state, vocabulary, read })
  save(state.read ?? NOTHING_READ)
  const opened = files.map((file) => ({ ...file, opened: { ...file.opened, vocabulary } }))
  const onProgress = (bytes: number, rows: number) => progress('read', bytes, size, rows)
  const geography = buildGeography(given.geographyFiles)
  const reader = { disk, geography, chunkBytes: CHUNK_BYTES, save, onProgress }
  const { state: read, sorter } = readReports(opened, reader, state.read ?? NOTHING_READ)
  const conflict = { ...shipped, ...vocabulary }
  const written = writeTables(disk, conflict, sorter, progress)
  // Rows that turned out to repeat an id may have named others.
  const named = new Set(written.files.flatMap(({ areas = [] }) => areas))
  const isOfReport = ({ id }: Area) => named.has(id)
  return {
    ...describeOutcome(given, conflict, { ...read, groups: read.groups.filter(isOfReport) }),
    written,
    cleanUp: () => sorter.remove(),
  }
}

/** How far the work is. */
interface SavedState {
  /** Of the same files, options and program. */
  readonly key: string
  readonly vocabulary?: ReturnType<typeof chunkedVocabulary>
  readonly read?: ReadState
}

export function saveState(disk: Disk, state: SavedState): void {
  disk.replace(STATE, new TextEncoder().encode(JSON.stringify(state)))
}

/** What an earlier run saved in a folder; null for none. */
export function readState(part: string): SavedState | null {
  const path = join(part, STATE)
  return existsSync(path)
    ? (JSON.parse(new TextDecoder().decode(readBytes(path).bytes)) as SavedState)
    : null
}
