import type { Day } from '../model/day'
import { formatDay } from '../model/day'
import { daysOf } from '../model/interval'
import type { Incident } from '../model/report'
import type { Source } from '../model/source'
import { NOT_LOCATED } from '../model/vocabulary'
import type { Slice } from '../query/slice'
import type { Dataset } from '../store/dataset'
import { describeClaim } from './citation'
import { type DatasetInfo, NOT_STATED_VERSION } from './provenance'

/**
 * Sources, reports and the dataset in CSL-JSON (Citation Style Language 1.0.2, csl-data.json),
 * which reference managers read and from which BibTeX and RIS are written. What is not on file is
 * omitted.
 */

/** One date, or the first and last of a range; a date is `[year, month, day]`, `[year, month]` or `[year]`. */
export interface CslDate {
  readonly 'date-parts': readonly (readonly number[])[]
}

export interface CslItem {
  readonly id: string
  readonly type: 'webpage' | 'dataset'
  readonly author?: readonly { readonly literal: string }[]
  readonly title?: string
  readonly 'container-title'?: string
  readonly version?: string
  readonly issued?: CslDate
  readonly 'event-date'?: CslDate
  readonly accessed?: CslDate
  readonly language?: string
  readonly abstract?: string
  readonly URL?: string
}

export type CitedDataset = Pick<
  DatasetInfo,
  'title' | 'shortTitle' | 'version' | 'released' | 'compiled' | 'utcOffset'
>

/**
 * Converts a source. `webpage`, not `article-newspaper`: the sources are bulletins of ministries,
 * wires of agencies and pages of broadcasters, all read as web pages, and nothing on file says
 * which of them were printed. A `webpage` also promises no author, section or page. The publisher
 * goes into `container-title`, CSL's name for the site. The id, stable in sources.csv, is the
 * citation key. `accessed` is when the sources were read.
 */
export function sourceItem(source: Source, { compiled, released }: CitedDataset): CslItem {
  return filled({
    id: source.id,
    type: 'webpage',
    title: source.title,
    'container-title': source.publisher,
    issued: date(source.published),
    accessed: source.url === '' ? undefined : date(compiled || released),
    language: source.language,
    URL: source.url,
  })
}

/** The dataset as a whole. `base` is the address of the page without its query; empty omits it. */
export function datasetItem(
  { title, shortTitle, version, released }: CitedDataset,
  base: string,
): CslItem {
  return filled({
    id: shortTitle.toLowerCase(),
    type: 'dataset',
    // A user's own file has no release date, and other authors.
    author: released === '' ? undefined : [{ literal: `The ${shortTitle} authors` }],
    title,
    version: version === NOT_STATED_VERSION ? '' : version,
    issued: date(released),
    language: 'en',
    URL: base,
  })
}

/**
 * Converts a report to a page of the dataset: it was issued with the dataset's version, and
 * `event-date` gives the days that the report is about. `link` is the report's stable link; empty
 * omits it.
 */
export function reportItem(incident: Incident, meta: CitedDataset, link: string): CslItem {
  const { title, ...work } = datasetItem(meta, '')
  const { date_start, date_end } = incident.record
  const days = date_start === date_end ? [date_start] : [date_start, date_end]
  return filled({
    ...work,
    id: incident.id,
    type: 'webpage',
    title: `Report ${incident.id}: ${describeClaim(incident.record, meta)}`,
    'container-title': title,
    'event-date': { 'date-parts': days.map((day: Day) => parts(formatDay(day))) },
    abstract: incident.record.summary,
    URL: link,
  })
}

/** The report first, then each source of the report or its denial. */
export function reportItems(
  incident: Incident,
  { sources }: Pick<Dataset, 'sources'>,
  meta: CitedDataset,
  link: string,
): CslItem[] {
  const cited = sourcesOfReport(incident, sources).map((source) => sourceItem(source, meta))
  return [reportItem(incident, meta, link), ...cited]
}

/**
 * The stable link of a report. `base` is the address of the page without its query; `data` is the
 * link's value for the report's file, null for the shipped records. Of a published folder, the link
 * says where the report is found: its days, and one of its areas.
 */
export function reportLink(
  { id, areas = [], interval }: Pick<Incident, 'id'> & Partial<Incident>,
  base: string,
  data: string | null = null,
  isInFolder = false,
): string {
  const file = data === null ? '' : `data=${encodeURI(data)}&`
  const days = isInFolder && interval ? daysOf(interval) : null
  const dates = days ? `from=${formatDay(days.from)}&to=${formatDay(days.to)}&` : ''
  const area = days ? `area=${encodeURIComponent(areas[0] ?? NOT_LOCATED)}&` : ''
  return `${base}?${file}${dates}${area}incident=${encodeURIComponent(id)}`
}

/**
 * The distinct sources of a slice's reports and denials, in the order in which the reports cite
 * them.
 */
export function sourcesOfSlice({ sourceOrder, columns }: Dataset, slice: Slice): Source[] {
  return Array.from(sourceIndicesOf(columns, slice), (index) => sourceOrder.at(index)).filter(
    (source) => source !== undefined,
  )
}

export function countSources({ columns }: Dataset, slice: Slice): number {
  return sourceIndicesOf(columns, slice).size
}

function sourceIndicesOf(columns: Dataset['columns'], { rows }: Slice): Set<number> {
  const indices = new Set<number>()
  for (const row of rows) {
    const end = columns.sourceOffset[row + 1] ?? 0
    for (let at = columns.sourceOffset[row] ?? 0; at < end; at++) {
      indices.add(columns.sourceIndex[at] ?? -1)
    }
    const denial = columns.denialSource[row] ?? -1
    if (denial >= 0) indices.add(denial)
  }
  return indices
}

/**
 * The sources that a report cites, then that of its denial. Ids that are not on file are skipped.
 */
export function sourcesOfReport(incident: Incident, sources: Dataset['sources']): Source[] {
  const denial =
    incident.record.denial_source === null ? undefined : sources.get(incident.record.denial_source)
  return [...new Set([...incident.citedSources, ...(denial ? [denial] : [])])]
}

/** An item without what is empty. */
function filled(item: { readonly [Key in keyof CslItem]: CslItem[Key] | undefined }): CslItem {
  const fields = Object.entries(item).filter(([, value]) => value !== '' && value !== undefined)
  return Object.fromEntries(fields) as unknown as CslItem
}

/** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; anything else is not a date and is omitted. */
function date(value: string): CslDate | undefined {
  return /^\d{4}(-\d{2}){0,2}$/.test(value) ? { 'date-parts': [parts(value)] } : undefined
}

function parts(value: string): number[] {
  return value.split('-').map(Number)
}
