import { UserError } from '../issues/problem'
import { type CustomAreas, readCustomAreas } from '../join/customAreas'
import { buildGazetteer } from '../join/gazetteer'
import { buildGeography, type GeographyFiles } from '../join/geography'
import type { OwnVocabulary } from '../model/own/ownVocabulary'
import { unpackFile } from '../read/containers/unpack'
import type { Cell, Mapping, OpenedTable } from '../read/format'
import { guessMapping } from '../read/guessMapping'
import { readSamples } from '../read/header'
import { listedRows } from '../read/listedRows'
import { readSourceRows } from '../read/parseTables'
import { buildReading, type OpenedFile, type ReportsFile } from './buildReading'
import { countVocabulary, findOwnVocabulary } from './fileVocabulary'
import { type ImportedReports, importReports, type Progress } from './importReports'
import { gatherIssues } from './reasons'
import { ofKinds, type RecognisedFile, recogniseFile } from './recogniseFile'
import { splitArchive } from './splitArchive'

export interface GivenFile {
  readonly name: string
  readonly blob: Blob
}

export interface OpenRequest extends GeographyFiles {
  readonly files: readonly GivenFile[]
  /** How a table of no known format is read; null asks for it. */
  readonly mapping: Mapping | null
}

/** A table of no known format: what its columns may mean, and its first rows. */
export interface Question {
  readonly guess: Mapping
  readonly header: readonly string[]
  readonly samples: readonly (readonly string[])[]
}

/** The part of a file that tells whether its words may be those of the conflict. */
const FIRST_BYTES = 1 << 16
/** Rows for the user to check the guess. */
const SHOWN_ROWS = 8

export interface OpenedReport {
  readonly given: readonly GivenFile[]
  readonly file: OpenedFile
  readonly imported: ImportedReports
}

interface OpenedAreas {
  readonly kind: 'areas'
  readonly own: CustomAreas
  readonly name: string
  /** Its file, and the others that were opened: they are joined to it. */
  readonly of: GivenFile
  readonly others: readonly GivenFile[]
}
export type Opened =
  | ({ readonly kind: 'reports' } & OpenedReport)
  | ({ readonly kind: 'question' } & Question)
  | OpenedAreas
  | Several

/** Several files of reports: the indices of the files that belong together, for each. */
interface Several {
  readonly kind: 'several'
  readonly groups: readonly (readonly number[])[]
}

/**
 * Recognises the files that were opened together, and reads and joins their reports. `onQuestion`
 * gets the file whose columns are asked about, for previews.
 */
export async function openFiles(
  request: OpenRequest,
  onProgress: (progress: Progress) => void,
  onQuestion: (file: OpenedFile) => void = () => {},
): Promise<Opened> {
  const recognised = await recogniseFiles(request)
  if (recognised.kind === 'areas' || recognised.kind === 'several') return recognised
  const { file } = recognised
  if (recognised.kind === 'question') {
    onQuestion({ ...file, vocabulary: null })
    const { table } = file
    const samples = readSamples(table).slice(0, SHOWN_ROWS)
    return { kind: 'question', guess: guessIn(table, request), header: table.header, samples }
  }
  return { kind: 'reports', given: request.files, ...importFile(file, request, onProgress) }
}

/**
 * Reads and joins the reports of a file, and finds its vocabulary: before that, unless its first
 * rows have the words of the conflict. Then it is read once, and its words are counted on the way.
 */
function importFile(
  file: ReportsFile,
  request: OpenRequest,
  onProgress: (progress: Progress) => void,
): Pick<OpenedReport, 'file' | 'imported'> {
  const { conflict } = request
  const geography = buildGeography(request)
  const read = (vocabulary: OwnVocabulary | null, onRow?: (cell: Cell) => void) => {
    const opened = { ...file, vocabulary }
    const reading = buildReading(opened, geography)
    return { file: opened, imported: importReports(reading, onProgress, onRow) }
  }
  const { bytes, headerEnd } = file.table
  const first = { ...file.table, bytes: bytes.subarray(0, headerEnd + FIRST_BYTES) }
  if (findOwnVocabulary([{ ...file, table: first }], conflict)) {
    return read(findOwnVocabulary([file], conflict))
  }
  const words = countVocabulary(file, conflict)
  const found = read(null, words.add)
  const vocabulary = words.build()
  return vocabulary ? read(vocabulary) : found
}

function guessIn(table: OpenedTable, { places, conflict }: GeographyFiles): Mapping {
  const gazetteer = buildGazetteer(places, conflict)
  return guessMapping(table, { conflict, isPlace: (name) => gazetteer.named(name).length > 0 })
}

/**
 * Tells what the files that were opened together are: one of reports, with one of sources if need
 * be, or a table whose columns must be asked about. One of areas comes before all others, which are
 * joined to it. Throws a UserError when they are none of these.
 */
export async function recogniseFiles(
  request: OpenRequest,
): Promise<
  { readonly kind: 'reports' | 'question'; readonly file: ReportsFile } | OpenedAreas | Several
> {
  const each = request.files.map(async ({ name, blob }) =>
    recogniseFile(name, await unpackFile(new Uint8Array(await blob.arrayBuffer()))),
  )
  const contents = await Promise.all(each)
  const read = contents.flat()
  const areas = ofKinds(read, 'areas')
  const sources = ofKinds(read, 'sources')
  const reports = ofKinds(read, 'reports', 'table')
  const [[area], [listed], [report]] = [areas, sources, reports]
  if (areas.length > 1) throw new UserError({ code: 'manyOutlineFiles' })
  if (area) {
    const { name, issues, found } = area
    const at = contents.findIndex((all) => all.some((each) => each.found === found))
    const given = request.files.slice(at, at + 1)
    const isAlone = contents[at]?.length === 1
    const [of, ...rest] = isAlone ? given : (await Promise.all(given.map(splitArchive))).flat()
    if (!of) throw new UserError({ code: 'manyOutlineFiles' })
    const own = readCustomAreas(found.collection, name, request.conflict)
    return {
      kind: 'areas',
      own: { ...own, issues: [...issues, ...gatherIssues(own.issues)] },
      name,
      of,
      others: [...rest, ...request.files.filter((_, index) => index !== at)],
    }
  }
  if (!report) throw new UserError({ code: 'sourcesAlone' })
  const groups = groupFiles(contents)
  if (groups.length > 1 && sources.length <= 1) return { kind: 'several', groups }
  if (reports.length > 1 || sources.length > 1) {
    throw new UserError({ code: 'manyReportFiles' })
  }
  const { found, name } = report
  const { table } = found
  const isReports = found.kind === 'reports'
  if (listed && !(isReports && found.format === 'contactline')) {
    throw new UserError({ code: 'sourcesWithOtherFormat' })
  }
  const [pages, file] = listed
    ? [listed.found.table, listed.name]
    : [isReports ? found.sources : undefined, name]
  const list = pages && readSourceRows(listedRows(pages, file), file)
  const opened = {
    name,
    table,
    format: isReports ? found.format : ('mapped' as const),
    mapping: isReports ? null : request.mapping,
    dateOrder: isReports ? found.dateOrder : ('ymd' as const),
    sources: list?.rows ?? null,
    issues: [report, listed, list].flatMap((each) => gatherIssues(each?.issues ?? [])),
  }
  return { kind: isReports || request.mapping ? 'reports' : 'question', file: opened }
}

/** Each file of reports by itself, but the one in Contactline's columns with a file of sources. */
function groupFiles(contents: readonly (readonly RecognisedFile[])[]): number[][] {
  const withReports = contents.flatMap((all, at) =>
    ofKinds(all, 'reports', 'table').length > 0 ? at : [],
  )
  const sources = contents.findIndex((all) => all.every(({ found }) => found.kind === 'sources'))
  const owner = withReports.find((at) =>
    contents[at]?.some(({ found }) => found.kind === 'reports' && found.format === 'contactline'),
  )
  return withReports.map((at) =>
    at === (owner ?? withReports[0]) && sources !== -1 ? [at, sources] : [at],
  )
}
