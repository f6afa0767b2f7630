import type { Issue } from '../issues/issue'
import { IssueCollector } from '../issues/issueCollector'
import { type Problem, UserError } from '../issues/problem'
import { type CustomAreas, readCustomAreas } from '../join/customAreas'
import { buildGeography, type GeographyFiles } from '../join/geography'
import type { Geography } from '../join/locate'
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

/** A file that the user opened. */
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
  | { readonly kind: 'areas'; readonly own: CustomAreas; readonly name: string }
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
 * Tells what the files that were opened together are: one of reports, with one of sources if need be; or
 * one of areas. Throws a UserError when they are neither.
 */
export async function recogniseFiles(
  request: OpenRequest,
): Promise<{ readonly kind: 'reports'; readonly file: OpenedFile } | Other> {
  const read = await Promise.all(request.files.map(recogniseFile))
  const areas = read.filter(({ found }) => found.kind === 'areas')
  const sources = read.filter(({ found }) => found.kind === 'sources')
  const reports = read.filter(({ found }) => found.kind === 'reports' || found.kind === 'table')
  const [area, report] = [areas[0], reports[0]]
  if (area?.found.kind === 'areas' && read.length === 1) {
    const own = readCustomAreas(area.found.collection, area.name, request.conflict)
    return {
      kind: 'areas',
      own: { ...own, issues: [...area.issues, ...own.issues] },
      name: area.name,
    }
  }
  if (!report) throw new UserError(withoutReports(areas.length))
  if (reports.length > 1 || sources.length > 1 || areas.length > 0) {
    throw new UserError({ code: 'manyReportFiles' })
  }
  const { found, name } = report
  const listed = sources[0]
  if (listed && (found.kind !== 'reports' || found.format !== 'contactline')) {
    throw new UserError({ code: 'sourcesWithOtherFormat' })
  }
  if (found.kind === 'table' && !request.mapping) {
    const { header } = found.table
    return { kind: 'question', guess: found.guess, header, samples: found.samples }
  }
  if (found.kind !== 'reports' && found.kind !== 'table') throw new UserError(withoutReports(0))
  const own = found.kind === 'reports' ? found.sources : undefined
  const given =
    listed?.found.kind === 'sources' ? { table: listed.found.table, name: listed.name } : null
  const issues: Issue[] = [...report.issues, ...(listed?.issues ?? [])]
  const list = readSources(given ?? (own ? { table: own, name } : null), issues)
  const file: OpenedFile = {
    name,
    table: found.table,
    format: found.kind === 'reports' ? found.format : 'mapped',
    mapping: found.kind === 'table' ? request.mapping : null,
    dateOrder: found.kind === 'reports' ? found.dateOrder : 'ymd',
    sources: list,
    issues,
  }
  return { kind: 'reports', file }
}

/** What reading the rows of an opened file again takes. */
export function buildReading(file: OpenedFile, geography: Geography): Reading {
  const { table, format, mapping, dateOrder, sources, name } = file
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
interface RecognisedFile {
  readonly name: string
  readonly found: Recognised
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

function readSources(
  given: { readonly table: OpenedTable; readonly name: string } | null,
  issues: Issue[],
): Source[] | null {
  if (!given) return null
  const { rows, issues: found } = readSourceRows(listedRows(given.table, given.name), given.name)
  issues.push(...found)
  return [...rows]
}

function withoutReports(areas: number): Problem {
  return { code: areas > 0 ? 'manyOutlineFiles' : 'sourcesAlone' }
}
