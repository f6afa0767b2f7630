import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { version } from '../../../package.json'
import { customInfo, type DatasetInfo } from '../../export/provenance'
import type { Issue } from '../../issues/issue'
import { buildGeography, type GeographyFiles } from '../../join/geography'
import { listAreas } from '../../join/listAreas'
import { commandLine } from '../../messages/compiled/commandLine'
import type { Conflict } from '../../model/conflict'
import type { AreaId } from '../../model/ids'
import type { Area } from '../../model/place'
import { buildTables } from '../../model/tables'
import { type ChunkedFile, chunkedFile, chunkedVocabulary } from '../../publish/chunkedFile'
import { datasetFile } from '../../publish/datasetFile'
import type { Disk } from '../../publish/disk'
import type { PublishedFile, WrittenFile } from '../../publish/publishedFolder'
import { type PublishedReports, writeReports } from '../../publish/publishFolder'
import {
  NOTHING_READ,
  type ReadState,
  readReports,
  reasonsOf,
  sortDataset,
} from '../../publish/readReports'
import { NOTHING_SORTED, ReportSorter } from '../../publish/reportSorter'
import { parsePlaces } from '../../read/parseTables'
import { readMapping } from '../columnsOption'
import type { Answer, Call } from '../command'
import { conflictFolder, readConflict } from '../conflictFile'
import { EXIT, Failure, usage } from '../failure'
import { expandFolders, readBytes } from '../files'
import { FILE_NAMES } from '../givenFiles'
import { buildFindings, type Finding, failsOn, findingTable } from '../issueTable'
import { openDataset, readChosen, readDistricts, shippedNames } from '../readFiles'
import { rejectedLines } from '../rowReportOption'
import { checksumOf, folderDisk, openSource } from './folderDisk'
import { progressLines } from './progressLine'
import { checkFree, keyOf, readInputs } from './publishInputs'

/** Larger files of delimited text are read in chunks of so many bytes. */
const CHUNK_BYTES = 1 << 24
const STATE = 'state.json'

/** What the reports of a call came to, before their folder is described. */
interface Outcome {
  readonly conflict: Conflict
  readonly info: DatasetInfo
  readonly areas: ReadonlyMap<AreaId, Area>
  readonly sorter: ReportSorter
  readonly written: PublishedReports
  readonly findings: readonly Finding[]
  /** Null for reports in another part of the world. */
  readonly geography: GeographyFiles | null
}

type Progress = ReturnType<typeof progressLines>

/** `publish`: the reports of files as a folder that is read in parts over HTTP. */
export async function publish(call: Call): Promise<Answer> {
  const { out, generated } = call
  if (call.files.length === 0) throw usage({ code: 'publishNeedsFile' })
  if (out === undefined || out === '-') throw usage({ code: 'publishNeedsOut' })
  checkFree(out)
  const progress = progressLines(
    (text) => call.say?.(text),
    () => performance.now(),
  )
  const inputs = readInputs(call, (bytes, total) => progress('checksums', bytes, total, 0))
  const part = `${out}.part`
  const key = keyOf(call, inputs)
  if (readState(part)?.key !== key) rmSync(part, { recursive: true, force: true })
  mkdirSync(part, { recursive: true })
  const disk = folderDisk(part)
  const outcome =
    (await publishChunks(call, disk, key, progress)) ?? (await publishWhole(call, disk, progress))
  const { conflict, info, areas, findings, geography, sorter } = outcome
  const { files: tables, ...written } = outcome.written
  const table = findings.length === 0 ? '' : findingTable(findings)
  if (written.reports === 0 && failsOn(findings, false)) {
    rmSync(part, { recursive: true })
    throw new Failure(EXIT.dataErrors, { code: 'noReport', params: { table } })
  }
  const beside = geography ? writeGeography(disk, call.dataFolder, geography) : []
  const files = [...tables, ...beside].map((file): PublishedFile => {
    const source = disk.open(file.path)
    if (!source) throw new Error(`${file.path} is gone`)
    return { ...file, bytes: source.size, sha256: checksumOf(source) }
  })
  const about = { program: version, generated, inputs, info, areas: areas.values() }
  const dataset = datasetFile(conflict, written, files, about)
  disk.replace('dataset.json', new TextEncoder().encode(`${JSON.stringify(dataset)}\n`))
  disk.remove(STATE)
  sorter.remove()
  if (existsSync(out)) renameSync(out, `${part}.old`)
  renameSync(part, out)
  rmSync(`${part}.old`, { recursive: true, force: true })
  return {
    output: call.json ? `${JSON.stringify(dataset.published)}\n` : summary(written, files),
    remarks: call.json ? `${JSON.stringify({ issues: findings }, null, 2)}\n` : table,
    exit: failsOn(findings, call.strict) ? EXIT.dataErrors : EXIT.ok,
  }
}

/** Reads delimited text part by part; null where the files are to be read whole. */
async function publishChunks(
  call: Call,
  disk: Disk,
  key: string,
  progress: Progress,
): Promise<Outcome | null> {
  const { dataFolder, districts, columns } = call
  const paths = expandFolders(call.files, FILE_NAMES)
  const size = paths.reduce(
    (sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0),
    0,
  )
  if (paths.includes('-') || size < CHUNK_BYTES) return null
  const shipped = readConflict(conflictFolder(paths, dataFolder))
  const known = { conflict: shipped, isPlace: shippedNames(dataFolder, shipped) }
  const files: ChunkedFile[] = []
  for (const path of paths) {
    const mappingOf = (table: Parameters<typeof readMapping>[1]) =>
      readMapping({ option: columns, known }, table, path)
    const file = await chunkedFile(openSource(path), path, mappingOf)
    if (!file) return null
    files.push(file)
  }
  const state = readState(join(`${call.out}.part`))
  const onWords = (bytes: number) => progress('words', bytes, size, 0)
  const vocabulary = state
    ? state.vocabulary
    : chunkedVocabulary(files, shipped, CHUNK_BYTES, onWords)
  const save = (read: ReadState) =>
    disk.replace(STATE, new TextEncoder().encode(JSON.stringify({ key, vocabulary, read })))
  if (!state) save(NOTHING_READ)
  const gazetteer = parsePlaces(text(join(dataFolder, 'places.csv')), 'places.csv', shipped).rows
  const chosen = districts === undefined ? null : await readChosen(districts, gazetteer, shipped)
  const geographyFiles = chosen ?? {
    conflict: shipped,
    places: gazetteer,
    polygons: readDistricts(dataFolder),
  }
  const geography = buildGeography(geographyFiles)
  const opened = files.map((file) => ({ ...file, opened: { ...file.opened, vocabulary } }))
  const onProgress = (bytes: number, rows: number) => progress('read', bytes, size, rows)
  const reader = { disk, geography, chunkBytes: CHUNK_BYTES, save, onProgress }
  const { state: read, sorter } = readReports(opened, reader, state?.read ?? NOTHING_READ)
  const conflict = { ...shipped, ...vocabulary }
  const written = write(disk, conflict, sorter, progress)
  const all = {
    areas: read.isElsewhere ? new Map() : geography.areas,
    groups: { list: read.groups },
  }
  const file = paths.map((path) => basename(path)).join(', ')
  const reasons = reasonsOf(read, geography)
  return {
    conflict,
    info: customInfo(shipped, file),
    areas: listAreas(all as Parameters<typeof listAreas>[0]),
    written,
    sorter,
    findings: reasons.flatMap((reason) => {
      const issue: Issue = { ...reason, file, row: reason.first, id: '' }
      return buildFindings([issue], buildTables(shipped)).map((finding) => {
        const { message } = finding
        return { ...finding, message: commandLine.publishRows({ message, n: reason.rows }) }
      })
    }),
    geography: read.isElsewhere ? null : geographyFiles,
  }
}

async function publishWhole(call: Call, disk: Disk, progress: Progress): Promise<Outcome> {
  const opened = await openDataset(call)
  const { dataset, info, tables } = opened
  const findings = buildFindings(dataset.issues, tables, dataset)
  const sorter = new ReportSorter(disk, NOTHING_SORTED)
  sortDataset(dataset, sorter)
  for (const [row, line] of rejectedLines(opened).entries()) sorter.reject(row, line)
  const { conflict, places, areas } = dataset
  const written = write(disk, conflict, sorter, progress)
  const geography = { conflict, places, polygons: opened.polygons() }
  return {
    conflict,
    info,
    areas,
    written,
    sorter,
    findings,
    geography: places.length > 0 ? geography : null,
  }
}

function write(disk: Disk, conflict: Conflict, sorter: ReportSorter, progress: Progress) {
  return writeReports(disk, conflict, sorter, (step, rows, total) =>
    progress(step, rows, total, rows),
  )
}

/** The outlines that reports were joined to, and the gazetteer. */
function writeGeography(
  disk: Disk,
  dataFolder: string,
  { places, polygons }: GeographyFiles,
): WrittenFile[] {
  const [gazetteer, outlines] = ['places.csv', 'districts.geojson']
  disk.replace(gazetteer, readBytes(join(dataFolder, gazetteer)).bytes)
  disk.replace(outlines, new TextEncoder().encode(JSON.stringify(polygons)))
  return [
    { path: gazetteer, rows: places.length },
    { path: outlines, rows: polygons.features.length },
  ]
}

interface SavedState {
  readonly key: string
  readonly vocabulary: ReturnType<typeof chunkedVocabulary>
  readonly read: ReadState
}

function readState(part: string): SavedState | null {
  const path = join(part, STATE)
  return existsSync(path) ? (JSON.parse(text(path)) as SavedState) : null
}

function text(path: string): string {
  return new TextDecoder().decode(readBytes(path).bytes)
}

function summary(
  { reports, rejected, repeated, left }: Omit<PublishedReports, 'files'>,
  files: readonly PublishedFile[],
): string {
  const bytesOf = (start: string) =>
    files.filter(({ path }) => path.startsWith(start)).reduce((sum, { bytes }) => sum + bytes, 0)
  const counts = files.find(({ path }) => path === 'counts.parquet')?.rows ?? 0
  return commandLine.publishDone({
    ...{ reports, rejected, repeated, counts },
    reportBytes: bytesOf('reports/'),
    countBytes: bytesOf('counts.parquet'),
    left: left.length === 0 ? 'none' : left.join(', '),
  })
}
