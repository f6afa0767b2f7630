import type { Issue } from '../issues/issue'
import { IssueCollector } from '../issues/issueCollector'
import { UserError } from '../issues/problem'
import { AreaGroups } from '../join/areaGroups'
import { type CustomAreas, readCustomAreas } from '../join/customAreas'
import { buildGeography, type GeographyFiles } from '../join/geography'
import type { Geography } from '../join/locate'
import { nowhereKnown } from '../join/whereabouts'
import { memoizeText } from '../model/memoize'
import type { Source } from '../model/source'
import { decodeText } from '../read/decode'
import { recognise } from '../read/detect'
import type { DateOrder, FormatId, Mapping, OpenedTable, Recognised } from '../read/format'
import { listedRows } from '../read/listedRows'
import { readSourceRows } from '../read/parseTables'
import { findTranslator } from '../read/translators'
import type { Reading } from './fileRows'
import { type ImportedReports, importReports, type Progress } from './importReports'

export interface GivenFile {
  readonly name: string
  readonly blob: Blob
}

export interface OpenRequest extends GeographyFiles {
  readonly files: readonly GivenFile[]
  /** How a table of no known format is read; null asks for it. */
  readonly mapping: Mapping | null
}

/** How to read the rows of a file again: plain values. */
export interface OpenedFile {
  readonly name: string
  readonly table: OpenedTable
  readonly format: FormatId
  readonly mapping: Mapping | null
  readonly dateOrder: DateOrder
  /** Those of a sources file or of an export; null where the rows have their own. */
  readonly sources: readonly Source[] | null
  /** Those of the file as a whole, and of its sources. */
  readonly issues: readonly Issue[]
}

/** A table of no known format: what its columns may mean, and its first rows. */
export interface Question {
  readonly guess: Mapping
  readonly header: readonly string[]
  readonly samples: readonly (readonly string[])[]
}

export interface OpenedReport {
  readonly given: readonly GivenFile[]
  readonly file: OpenedFile
  readonly imported: ImportedReports
}

type Other =
  | ({ readonly kind: 'question' } & Question)
  | {
      readonly kind: 'areas'
      readonly own: CustomAreas
      readonly name: string
      /** The index of its file among those that were opened. */
      readonly at: number
    }
export type Opened = ({ readonly kind: 'reports' } & OpenedReport) | Other

/** Recognises the files that were opened together, and reads and joins their reports. */
export async function openFiles(
  request: OpenRequest,
  onProgress: (progress: Progress) => void,
): Promise<Opened> {
  const recognised = await recogniseFiles(request)
  if (recognised.kind !== 'reports') return recognised
  const { file } = recognised
  const imported = importReports(importReading(file, request), onProgress)
  return { kind: 'reports', given: request.files, file, imported }
}

/**
 * Tells what the files that were opened together are: one of reports, with one of sources if need be.
 * One of areas comes before all others, which are joined to it. Throws a UserError when they are
 * none of these.
 */
export async function recogniseFiles(
  request: OpenRequest,
): Promise<{ readonly kind: 'reports'; readonly file: OpenedFile } | Other> {
  const read = await Promise.all(request.files.map(recogniseFile))
  const areas = ofKinds(read, 'areas')
  const sources = ofKinds(read, 'sources')
  const reports = ofKinds(read, 'reports', 'table')
  const [[area], [listed], [report]] = [areas, sources, reports]
  if (areas.length > 1) throw new UserError({ code: 'manyOutlineFiles' })
  if (area) {
    const { name, issues, found } = area
    const own = readCustomAreas(found.collection, name, request.conflict)
    const at = read.findIndex((each) => each.found === found)
    return { kind: 'areas', own: { ...own, issues: [...issues, ...own.issues] }, name, at }
  }
  if (!report) throw new UserError({ code: 'sourcesAlone' })
  if (reports.length > 1 || sources.length > 1) {
    throw new UserError({ code: 'manyReportFiles' })
  }
  const { found, name } = report
  const { table } = found
  const isReports = found.kind === 'reports'
  if (listed && !(isReports && found.format === 'contactline')) {
    throw new UserError({ code: 'sourcesWithOtherFormat' })
  }
  if (!isReports && !request.mapping) {
    return { kind: 'question', guess: found.guess, header: table.header, samples: found.samples }
  }
  const [pages, file] = listed
    ? [listed.found.table, listed.name]
    : [isReports ? found.sources : undefined, name]
  const list = pages && readSourceRows(listedRows(pages, file), file)
  return {
    kind: 'reports',
    file: {
      name,
      table,
      format: isReports ? found.format : 'mapped',
      mapping: isReports ? null : request.mapping,
      dateOrder: isReports ? found.dateOrder : 'ymd',
      sources: list?.rows ?? null,
      issues: [report, listed, list].flatMap((each) => each?.issues ?? []),
    },
  }
}

/** What the rows of an opened file are read with; again, with the areas that were found in them. */
export function buildReading(
  file: OpenedFile,
  known: Geography,
  found?: Pick<ImportedReports, 'groups' | 'isElsewhere'>,
): Reading {
  const { table, format, mapping, dateOrder, sources, name } = file
  const groups = new AreaGroups(known.areas.keys(), found?.groups)
  const geography = found?.isElsewhere
    ? nowhereKnown(known.conflict, found.groups)
    : { ...known, groups }
  const { conflict, gazetteer } = geography
  const isArea = memoizeText((name) => gazetteer.area(name) !== null)
  return {
    table,
    translator: findTranslator(format, table.header, { conflict, mapping, dateOrder, isArea }),
    geography,
    listed:
      format === 'contactline'
        ? new Map((sources ?? []).map((source) => [source.id, source]))
        : null,
    file: name,
  }
}

/**
 * The same for reading every row. Without hints at similar names: they take the longest, for every
 * unknown name, and are made where a row is shown.
 */
export function importReading(file: OpenedFile, files: GeographyFiles): Reading {
  const geography = buildGeography(files)
  const gazetteer = { ...geography.gazetteer, nearest: () => [] }
  return buildReading(file, { ...geography, gazetteer })
}

/** A file and what it is, with the issues of the file as a whole. */
interface RecognisedFile<Found extends Recognised = Recognised> {
  readonly name: string
  readonly found: Found
  readonly issues: readonly Issue[]
}

async function recogniseFile({ name, blob }: GivenFile): Promise<RecognisedFile> {
  const { bytes, encoding, notes } = await decodeText(new Uint8Array(await blob.arrayBuffer()))
  const found = recognise(bytes, name, encoding)
  const more = found.kind === 'areas' ? found.notes : found.table.notes
  const ofFile = new IssueCollector(name, null, '')
  for (const note of [...notes, ...more]) ofFile.add('warning', note)
  return { name, found, issues: ofFile.list }
}

function ofKinds<Kind extends Recognised['kind']>(
  files: readonly RecognisedFile[],
  ...kinds: Kind[]
): RecognisedFile<Extract<Recognised, { kind: Kind }>>[] {
  const found = files.filter((file) => kinds.some((kind) => kind === file.found.kind))
  return found as unknown as RecognisedFile<Extract<Recognised, { kind: Kind }>>[]
}
