import type { Issue } from '../issues/issue'
import { UserError } from '../issues/problem'
import { type CustomAreas, readCustomAreas } from '../join/customAreas'
import { buildGeography, type GeographyFiles } from '../join/geography'
import type { Geography } from '../join/locate'
import { memoizeText } from '../model/memoize'
import type { OwnVocabulary } from '../model/own/ownVocabulary'
import type { Source } from '../model/source'
import { unpackFile } from '../read/containers/unpack'
import { readActorRows } from '../read/events/actorRows'
import type { Mapping, ReportsTable } from '../read/format'
import { listedRows } from '../read/listedRows'
import { readSourceRows } from '../read/parseTables'
import { findTranslator } from '../read/translators'
import type { Reading } from './fileRows'
import { findOwnVocabulary } from './fileVocabulary'
import { type ImportedReports, importReports, type Progress } from './importReports'
import { gatherIssues } from './reasons'
import { ofKinds, recogniseFile } from './recogniseFile'

export interface GivenFile {
  readonly name: string
  readonly blob: Blob
}

export interface OpenRequest extends GeographyFiles {
  readonly files: readonly GivenFile[]
  /** How a table of no known format is read; null asks for it. */
  readonly mapping: Mapping | null
}

/** A file of reports, as plain values. */
export interface ReportsFile extends ReportsTable {
  readonly name: string
  /** Those of a sources file or of an export; null where the rows have their own. */
  readonly sources: readonly Source[] | null
  /** Those of the file as a whole, and of its sources. */
  readonly issues: readonly Issue[]
}

/** How to read the rows of a file again. */
export interface OpenedFile extends ReportsFile {
  /** Null where its words are those of the conflict. */
  readonly vocabulary: OwnVocabulary | null
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
  const imported = importReports(buildReading(file, buildGeography(request)), onProgress)
  return { kind: 'reports', given: request.files, file, imported }
}

/**
 * Tells what the files that were opened together are: one of reports, with one of sources if need be; or
 * one of areas. Throws a UserError when they are neither.
 */
export async function recogniseFiles(
  request: OpenRequest,
): Promise<{ readonly kind: 'reports'; readonly file: OpenedFile } | Other> {
  const each = request.files.map(async ({ name, blob }) =>
    recogniseFile(name, await unpackFile(new Uint8Array(await blob.arrayBuffer()))),
  )
  const read = (await Promise.all(each)).flat()
  const areas = ofKinds(read, 'areas')
  const sources = ofKinds(read, 'sources')
  const reports = ofKinds(read, 'reports', 'table')
  const [[area], [listed], [report]] = [areas, sources, reports]
  if (area && read.length === 1) {
    const { name, issues, found } = area
    const own = readCustomAreas(found.collection, name, request.conflict)
    return {
      kind: 'areas',
      own: { ...own, issues: [...issues, ...gatherIssues(own.issues)] },
      name,
    }
  }
  if (!report) throw new UserError({ code: area ? 'manyOutlineFiles' : 'sourcesAlone' })
  if (reports.length > 1 || sources.length > 1 || area) {
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
  const opened = {
    name,
    table,
    format: isReports ? found.format : ('mapped' as const),
    mapping: isReports ? null : request.mapping,
    dateOrder: isReports ? found.dateOrder : ('ymd' as const),
    sources: list?.rows ?? null,
    issues: [report, listed, list].flatMap((each) => gatherIssues(each?.issues ?? [])),
  }
  const vocabulary = findOwnVocabulary([opened], request.conflict)
  return { kind: 'reports', file: { ...opened, vocabulary } }
}

/** What reading the rows of an opened file again takes. */
export function buildReading(file: OpenedFile, geography: Geography): Reading {
  const { table, format, mapping, dateOrder, vocabulary, sources, name } = file
  const { conflict, gazetteer } = geography
  const isArea = memoizeText((name) => gazetteer.area(name) !== null)
  const isAreaCode = memoizeText((code) => {
    const match = gazetteer.area(code)
    return match !== null && match.soundsLike === undefined
  })
  const own = vocabulary && { ...conflict, ...vocabulary }
  const actorsOf = readActorRows(table)
  const hints = { conflict, own, mapping, dateOrder, actorsOf, isArea, isAreaCode }
  return {
    table,
    translator: findTranslator(format, table.header, hints),
    geography: { ...geography, conflict: own ?? conflict },
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
