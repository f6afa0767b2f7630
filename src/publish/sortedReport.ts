import type { Conflict } from '../model/conflict'
import { CODED_FACETS, type CodedFacetKey, facetValues, hasSeveral } from '../model/facets'
import { FIELD_NAMES, FILE_FIELD_NAMES, type FileFieldName, joinValues } from '../model/fields'
import { dayOf, type Minute } from '../model/interval'
import type { Position } from '../model/place'
import type { Incident } from '../model/report'
import { formatCell } from '../model/reportCells'
import { AGREEMENTS } from '../model/vocabulary'
import { isInline } from '../open/fileRows'
import type { Columns } from '../store/dataset'
import { siteKey } from '../store/siteBuilder'
import { lengthClass } from './tableOrder'

/** The coded columns of a published folder. One dataset is published at a time. */
export const PUBLISHED_FACETS = CODED_FACETS.filter((key) => key !== 'dataset')

/** The columns of a report's text, in Contactline's own words. */
export const TEXT_COLUMNS = [...FIELD_NAMES.filter((name) => name !== 'id'), ...FILE_FIELD_NAMES]

/** A report as plain values, while all reports are sorted. */
export interface SortedReport {
  /** Its number among all rows that were read. */
  readonly row: number
  readonly id: string
  /** Local minutes since 1970-01-01T00:00, both included. */
  readonly start: number
  readonly end: number
  /** In the order of PUBLISHED_FACETS, as `Columns.codes` has them. */
  readonly codes: number[]
  /** The ids of the areas it is counted in, with APPROXIMATE where only approximately. */
  readonly areas: readonly string[]
  /** Those it is known to, by locations; of neighbours in the list at one site, the first. */
  readonly points: readonly Position[]
  readonly events: number
  readonly killed: number | null
  readonly wounded: number | null
  /** In the order of TEXT_COLUMNS. */
  readonly texts: readonly string[]
  /** Its sources in full, as JSON. */
  readonly cited: string
}

/** Ends the id of an area that a report is in only approximately. */
export const APPROXIMATE = '~'

const AGREEMENT = PUBLISHED_FACETS.indexOf('agreement')
const DENIED = PUBLISHED_FACETS.indexOf('denied')

/** The report in a row of columns, of whatever part of a dataset. */
export function sortedReport(
  { columns, conflict }: { readonly columns: Columns; readonly conflict: Conflict },
  at: number,
  incident: Incident,
  row: number,
): SortedReport {
  const { counts } = columns
  const count = (number = -1) => (number === -1 ? null : number)
  return {
    row,
    id: incident.id,
    start: columns.startMinute[at] ?? 0,
    end: columns.endMinute[at] ?? 0,
    codes: codesAt(columns, at),
    areas: areasOf(incident),
    points: pointsOf(incident),
    events: columns.events?.[at] ?? 1,
    killed: count(counts.killed[at]),
    wounded: count(counts.wounded[at]),
    ...textsOf(incident, conflict),
  }
}

/** The codes of a row, in the order of PUBLISHED_FACETS. */
export function codesAt(columns: Columns, at: number): number[] {
  return PUBLISHED_FACETS.map((key) => columns.codes[key][at] ?? 0)
}

/** The text of a report. */
export function textsOf(
  { record, citedSources }: Pick<Incident, 'record' | 'citedSources'>,
  conflict: Conflict,
): Pick<SortedReport, 'texts' | 'cited'> {
  const own: Readonly<Record<FileFieldName | 'sources', string>> = {
    lon: String(record.position?.[0] ?? ''),
    lat: String(record.position?.[1] ?? ''),
    position_precision: record.position_precision === 'settlement' ? '' : record.position_precision,
    reporting_party_as_worded: record.reporting_party_as_worded,
    kind_as_worded: record.kind_as_worded,
    events: record.events === 1 ? '' : String(record.events),
    sources: joinValues(record.sources.filter((id) => !isInline(id))),
  }
  const cited = citedSources.map(({ id, ...source }) => (isInline(id) ? source : { id, ...source }))
  return {
    texts: TEXT_COLUMNS.map((name) =>
      isOwn(name, own) ? own[name] : formatCell(record, name, conflict),
    ),
    cited: cited.length === 0 ? '' : JSON.stringify(cited),
  }
}

/** The ids of the areas of a report, with APPROXIMATE where it is in one only approximately. */
export function areasOf({ areas, locations }: Incident): string[] {
  return areas.map((id) => {
    const isApproximate = locations.some(
      ({ area, precision }) => area === id && precision === 'approximate',
    )
    return isApproximate ? `${id}${APPROXIMATE}` : id
  })
}

/**
 * The points of a report. Those of a dataset's sites are where the first report at the site has its
 * own, which would depend on the reports that were read together.
 */
export function pointsOf({ locations }: Incident): Position[] {
  const points: Position[] = []
  let last = Number.NaN
  for (const { isPoint, position } of locations) {
    if (!isPoint || !position) continue
    const key = siteKey(position)
    if (key !== last) points.push(position)
    last = key
  }
  return points
}

function isOwn<Own extends object>(name: PropertyKey, own: Own): name is keyof Own {
  return Object.hasOwn(own, name)
}

/** The same with what the two sides say about it (AGREEMENTS), once all reports are known. */
export function withAgreement(report: SortedReport, isPaired: boolean): SortedReport {
  const agreement = report.codes[DENIED] === 1 ? 'denied' : isPaired ? 'both-sides' : 'one-side'
  return { ...report, codes: report.codes.with(AGREEMENT, AGREEMENTS.indexOf(agreement)) }
}

/** Returns a function that writes the code of a column as ids, separated by spaces. */
export function codeWriter(key: CodedFacetKey, conflict: Conflict): (code: number) => string {
  const values = facetValues(key, conflict)
  if (!hasSeveral(key)) return (code) => values[code] ?? ''
  const known = new Map<number, string>()
  return (code) => {
    const found = known.get(code) ?? values.filter((_, bit) => (code & (1 << bit)) !== 0).join(' ')
    known.set(code, found)
    return found
  }
}

/** Reports of an area are sorted by this before their days: its longest intervals come last. */
export function partOf({ start, end }: Pick<SortedReport, 'start' | 'end'>): number {
  return lengthClass(dayOf(start as Minute), dayOf(end as Minute))
}
