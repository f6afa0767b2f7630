import { existsSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { customInfo } from '../../export/provenance'
import type { Issue } from '../../issues/issue'
import { buildGeography } from '../../join/geography'
import { listAreas } from '../../join/listAreas'
import { commandLine } from '../../messages/compiled/commandLine'
import { buildTables } from '../../model/tables'
import { type ChunkedFile, chunkedFile, chunkedVocabulary } from '../../publish/chunkedFile'
import type { Disk } from '../../publish/disk'
import { NOTHING_READ, type ReadState, readReports, reasonsOf } from '../../publish/readReports'
import { parsePlaces } from '../../read/parseTables'
import { readMapping } from '../columnsOption'
import type { Call } from '../command'
import { readConflict } from '../conflictFile'
import { findChosen } from '../districtsOption'
import { expandFolders, readBytes } from '../files'
import { FILE_NAMES, readGiven } from '../givenFiles'
import { buildFindings } from '../issueTable'
import { readDistricts, shippedNames } from '../readFiles'
import { openInput } from './publishInputs'
import { type Outcome, type Progress, writeTables } from './publishOutcome'

/** Larger files of delimited text are read in chunks of so many bytes. */
const CHUNK_BYTES = 1 << 24
/** Where the work is saved. */
export const STATE = 'state.json'
/** Reads delimited text part by part; null where the files are to be read whole. */
export async function publishChunks(
  call: Call,
  disk: Disk,
  state: SavedState,
  progress: Progress,
): Promise<Outcome | null> {
  const { dataFolder, districts, columns } = call
  const paths = expandFolders(call.files, FILE_NAMES)
  const size = paths.reduce(
    (sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0),
    0,
  )
  if (paths.includes('-') || size < CHUNK_BYTES) return null
  const shipped = readConflict(dataFolder)
  const known = { conflict: shipped, isPlace: shippedNames(dataFolder, shipped) }
  const files: ChunkedFile[] = []
  const others: string[] = []
  for (const path of paths) {
    const mappingOf = (table: Parameters<typeof readMapping>[1]) =>
      readMapping({ option: columns, known }, table, path)
    const file = await chunkedFile(openInput(path), path, mappingOf)
    if (file) files.push(file)
    else others.push(path)
  }
  if (files.length === 0) return null
  const beside = await readGiven(others, buildTables(shipped), null)
  if (beside.some(({ kind }) => kind !== 'areas')) return null
  const onWords = (bytes: number) => progress('words', bytes, size, 0)
  const vocabulary =
    state.vocabulary === undefined
      ? chunkedVocabulary(files, shipped, CHUNK_BYTES, onWords)
      : state.vocabulary
  const save = (read: ReadState) => saveState(disk, { ...state, vocabulary, read })
  save(state.read ?? NOTHING_READ)
  const list = join(dataFolder, 'places.csv')
  const gazetteer = parsePlaces(text(list), 'places.csv', shipped).rows
  const given = files.map(({ opened }) => {
    return { kind: 'foreign' as const, file: opened.name, path: opened.name, opened }
  })
  const chosen = await findChosen([...given, ...beside], districts, gazetteer, shipped)
  const geographyFiles = chosen ?? {
    conflict: shipped,
    places: gazetteer,
    polygons: readDistricts(dataFolder),
  }
  const geography = buildGeography(geographyFiles)
  const opened = files.map((file) => ({ ...file, opened: { ...file.opened, vocabulary } }))
  const onProgress = (bytes: number, rows: number) => progress('read', bytes, size, rows)
  const reader = { disk, geography, chunkBytes: CHUNK_BYTES, save, onProgress }
  const { state: read, sorter } = readReports(opened, reader, state.read ?? NOTHING_READ)
  const conflict = { ...shipped, ...vocabulary }
  const written = writeTables(disk, conflict, sorter, progress)
  const all = {
    areas: read.isElsewhere ? new Map() : geography.areas,
    groups: { list: read.groups },
  }
  const file = files.map(({ opened }) => basename(opened.name)).join(', ')
  const reasons = reasonsOf(read, geography)
  return {
    conflict,
    info: customInfo(shipped, file),
    areas: listAreas(all as Parameters<typeof listAreas>[0]),
    written,
    sorter,
    findings: [
      ...buildFindings(chosen?.issues ?? [], buildTables(shipped)),
      ...reasons.flatMap((reason) => {
        const issue: Issue = { ...reason, file, row: reason.first, id: '' }
        return buildFindings([issue], buildTables(shipped)).map((finding) => {
          const { message } = finding
          return { ...finding, message: commandLine.publishRows({ message, n: reason.rows }) }
        })
      }),
    ],
    geography: read.isElsewhere ? null : geographyFiles,
    gazetteer: list,
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
  return existsSync(path) ? (JSON.parse(text(path)) as SavedState) : null
}

function text(path: string): string {
  return new TextDecoder().decode(readBytes(path).bytes)
}
