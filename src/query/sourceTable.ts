import type { Source } from '../model/source'
import type { Dataset } from '../store/dataset'
import { totalOf } from './classes'
import { CONDITIONS, type Failed, failedConditions } from './conditions'
import { type Count, eventsOf, type MutableCount, noReports } from './counts'
import { selectRowsIgnoring } from './selectRows'
import type { Slice } from './slice'

/** A page, and how many reports of the slice rest on it. */
export interface SourceRow {
  readonly source: Source
  /** Reports that cite it: what the filter by this source shows. */
  readonly reports: Count
  /** Reports whose denial it is the source of. */
  readonly denials: Count
}

export interface PublisherRow {
  readonly publisher: string
  /** Reports that cite a page of it, each once. */
  readonly reports: Count
  readonly pages: number
}

export interface SourceTable {
  /** By number of reports, then publisher and id. */
  readonly sources: readonly SourceRow[]
  /** By number of reports, then name. */
  readonly publishers: readonly PublisherRow[]
}

export interface Support {
  readonly all: Count
  readonly single: Count
  readonly none: Count
}

export type SourceColumn = 'publisher' | 'title' | 'published' | 'language' | 'reports'
export type Direction = 'ascending' | 'descending'

/**
 * The pages that the reports of a slice cite, those of denials too, with the number of reports. The filter
 * by source is ignored, all others hold. A slice without reports gives an empty table. `fails` as in
 * sliceDataset.
 */
export function sourceTable(
  dataset: Dataset,
  { filter }: Slice,
  fails: Failed = failedConditions(dataset, filter),
): SourceTable {
  const open = selectRowsIgnoring(dataset, filter, CONDITIONS.source, fails)
  const { columns, sourceOrder } = dataset
  const reports = new Map<number, MutableCount>()
  const denials = new Map<number, MutableCount>()
  const publishers = new Map<string, MutableCount>()
  open.rows.forEach((row, index) => {
    const column = open.certain[index] === 1 ? 'certain' : 'possible'
    const events = eventsOf(columns, row)
    const names = new Set<string>()
    const end = columns.sourceOffset[row + 1] ?? 0
    for (let at = columns.sourceOffset[row] ?? 0; at < end; at++) {
      const source = columns.sourceIndex[at] ?? -1
      add(reports, source, column, events)
      names.add(sourceOrder.at(source)?.publisher ?? '')
    }
    for (const name of names) add(publishers, name, column, events)
    const denial = columns.denialSource[row] ?? -1
    if (denial >= 0) add(denials, denial, column, events)
  })
  const indices = [...new Set([...reports.keys(), ...denials.keys()])]
  const sources = indices.flatMap((index) => {
    const source = sourceOrder.at(index)
    const [cited, denied] = [reports, denials].map((tallies) => tallies.get(index) ?? noReports())
    return source && cited && denied ? [{ source, reports: cited, denials: denied }] : []
  })
  const pagesOf = new Map<string, number>()
  for (const { source, reports: cited } of sources) {
    if (totalOf(cited) === 0) continue
    pagesOf.set(source.publisher, (pagesOf.get(source.publisher) ?? 0) + 1)
  }
  return {
    sources: sortSources(sources, 'reports', 'descending'),
    publishers: Array.from(publishers, ([publisher, count]) => {
      return { publisher, reports: count, pages: pagesOf.get(publisher) ?? 0 }
    }).sort(
      (a, b) =>
        totalOf(b.reports) - totalOf(a.reports) || collator.compare(a.publisher, b.publisher),
    ),
  }
}

/** On how many pages the reports of the slice itself rest. */
export function countSupport({ columns }: Dataset, slice: Slice): Support {
  const support = { all: slice.count, single: noReports(), none: noReports() }
  slice.rows.forEach((row, index) => {
    const pages = (columns.sourceOffset[row + 1] ?? 0) - (columns.sourceOffset[row] ?? 0)
    const column = slice.certain[index] === 1 ? 'certain' : 'possible'
    const events = eventsOf(columns, row)
    if (pages === 1) support.single[column] += events
    if (pages === 0) support.none[column] += events
  })
  return support
}

/**
 * Rows in the order of one column, equal ones by publisher and then id. Words in the order of the alphabet,
 * dates as they are written (a month before its days). What is not on file comes last both ways.
 */
export function sortSources(
  rows: readonly SourceRow[],
  column: SourceColumn,
  direction: Direction,
): SourceRow[] {
  const sign = direction === 'ascending' ? 1 : -1
  return [...rows].sort((a, b) => {
    const ties =
      collator.compare(a.source.publisher, b.source.publisher) ||
      (a.source.id < b.source.id ? -1 : 1)
    if (column === 'reports') return sign * (totalOf(a.reports) - totalOf(b.reports)) || ties
    const [one, other] = [a.source[column], b.source[column]]
    if (one === '' || other === '') return (one === '' ? 1 : 0) - (other === '' ? 1 : 0) || ties
    return sign * collator.compare(one, other) || ties
  })
}

/** One language for all readers, so that a link shows everyone the same order. */
const collator = new Intl.Collator('en', { numeric: true })

function add<Key>(
  tallies: Map<Key, MutableCount>,
  key: Key,
  column: keyof Count,
  events: number,
): void {
  const tally = tallies.get(key) ?? noReports()
  tally[column] += events
  tallies.set(key, tally)
}
