import { contains, formatDay } from '../model/day'
import { ACCUSED, AGREEMENTS, KINDS, PARTIES, PLACEMENTS } from '../model/vocabulary'
import type { Filter } from '../query/filter'
import type { Slice } from '../query/slice'

/** What geodata/dataset.json says of the records. `compiled`: when the sources were read, `YYYY-MM` or empty. */
export interface DatasetMeta {
  readonly version: string
  readonly compiled: string
  readonly licence: string
  readonly attribution: string
}

/** The same of the dataset as a work. `released`: `YYYY-MM-DD` or empty. */
export interface DatasetInfo extends DatasetMeta {
  readonly name: string
  readonly released: string
}

/** Reports of other files are not the shipped dataset: neither its version nor its licence is theirs. */
export function customInfo(shipped: DatasetInfo, files: string): DatasetInfo {
  return {
    name: files,
    version: 'not stated',
    released: '',
    compiled: '',
    licence: 'not stated',
    attribution: `Reports: ${files}. Joined with Contactline ${shipped.version}: ${shipped.attribution}`,
  }
}

/** `generated`: the moment of the export, ISO 8601; handed in, so that the export itself has no clock. */
export interface ExportMeta extends DatasetMeta {
  readonly generated: string
}

/** The filter in the words of a link's query; only what is set. */
type FilterWord =
  | 'from'
  | 'to'
  | 'off'
  | 'area'
  | 'by'
  | 'accused'
  | 'kind'
  | 'denied'
  | 'placement'
  | 'agreement'
  | 'source'
  | 'possible'
  | 'q'
export type FilterWords = Readonly<Partial<Record<FilterWord, string>>>

/** The foreign member `contactline` of an exported file: where it comes from and what is in it. */
export interface Provenance {
  readonly version: string
  readonly generated: string
  readonly filter: FilterWords
  readonly counts: {
    readonly reports: number
    readonly certain: number
    readonly possible: number
    readonly not_located: number
  }
  readonly licence: string
  readonly attribution: string
}

/** Says of an exported slice what a reader of the file must know. */
export function buildProvenance(slice: Slice, meta: ExportMeta): Provenance {
  const { count, notLocated } = slice
  return {
    version: meta.version,
    generated: meta.generated,
    filter: filterWords(slice.filter),
    counts: {
      reports: slice.rows.length,
      certain: count.certain,
      possible: count.possible,
      not_located: notLocated.certain + notLocated.possible,
    },
    licence: meta.licence,
    attribution: meta.attribution,
  }
}

/**
 * Writes a filter in a fixed order, whatever the order of clicks that made it. Days switched off outside
 * the window change nothing and are left out.
 */
export function filterWords(filter: Filter): FilterWords {
  const off = [...filter.off].filter((day) => contains(filter.window, day)).sort((a, b) => a - b)
  const words: Record<FilterWord, string> = {
    from: formatDay(filter.window.from),
    to: formatDay(filter.window.to),
    off: off.map(formatDay).join(','),
    area: [...filter.areas].sort().join(','),
    by: chosen(PARTIES, filter.by),
    accused: chosen(ACCUSED, filter.accused),
    kind: chosen(KINDS, filter.kinds),
    denied: filter.denied ?? '',
    placement: PLACEMENTS.filter((id) => filter.placements.has(id)).join(','),
    agreement: chosen(AGREEMENTS, filter.agreements),
    source: [...filter.sources].sort().join(','),
    possible: filter.possible ? '' : '0',
    q: filter.query.trim(),
  }
  return Object.fromEntries(Object.entries(words).filter(([, value]) => value !== ''))
}

function chosen<Id extends string>(
  terms: readonly { readonly id: Id }[],
  ids: ReadonlySet<Id>,
): string {
  return terms.flatMap(({ id }) => (ids.has(id) ? [id] : [])).join(',')
}
