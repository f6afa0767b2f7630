import type { Conflict } from '../model/conflict'
import { contains, formatDay } from '../model/day'
import { FACET_KEYS, type FacetKey, facetValues } from '../model/facets'
import type { Incident } from '../model/report'
import { totalOf } from '../query/classes'
import type { Directions } from '../query/directions'
import type { Filter } from '../query/filter'
import type { Slice } from '../query/slice'

export interface DatasetMeta
  extends Pick<
    Conflict,
    'version' | 'compiled' | 'licence' | 'attribution' | 'shortTitle' | 'utcOffset'
  > {
  /** Of several datasets that are shown together, each by its id. */
  readonly parts?: Readonly<Record<string, DatasetInfo>>
}

/** The same, plus what describes the dataset as a work. */
export type DatasetInfo = DatasetMeta & Pick<Conflict, 'title' | 'released'>

/** What is known of the dataset that a report is from. */
export function infoOfReport<Info extends Pick<DatasetMeta, 'parts'>>(
  { dataset }: Pick<Incident, 'dataset'>,
  info: Info,
): Info | DatasetInfo {
  return (dataset && info.parts?.[dataset.id]) ?? info
}

/** The version of files that the user opened. */
export const NOT_STATED_VERSION = 'not stated'

/**
 * Reports from other files are not the shipped dataset: its version and licence do not apply to
 * them, and without `places` to join them to, for those of other parts of the world, nothing of it.
 */
export function customInfo(
  shipped: Conflict,
  files: string,
  places: readonly unknown[] | null = null,
): DatasetInfo {
  const { shortTitle, version, attribution, utcOffset } = shipped
  return {
    title: files,
    shortTitle: files,
    utcOffset,
    version: NOT_STATED_VERSION,
    released: '',
    compiled: '',
    licence: 'not stated',
    attribution:
      places?.length === 0
        ? `Reports: ${files}.`
        : `Reports: ${files}. Joined with ${shortTitle} ${version}: ${attribution}`,
  }
}

/**
 * `generated`: the time of the export, ISO 8601, as an argument, so that the export itself has no
 * clock.
 */
export interface ExportMeta extends DatasetMeta {
  readonly generated: string
}

/** The foreign member `contactline` of an exported file: where it comes from and what is in it. */
export interface Provenance extends ReturnType<typeof buildProvenance> {
  /** In an export of directions: the reports that name an origin, but lack an end on the map. */
  readonly not_in_a_pair?: Directions['missing']
}

export function buildProvenance(slice: Slice, meta: ExportMeta, conflict: Conflict) {
  const { count, notLocated } = slice
  return {
    version: meta.version,
    generated: meta.generated,
    filter: filterWords(slice.filter, conflict),
    counts: {
      reports: totalOf(count),
      certain: count.certain,
      possible: count.possible,
      not_located: notLocated.certain + notLocated.possible,
    },
    licence: meta.licence,
    attribution: meta.attribution,
  }
}

/**
 * Writes a filter in the terms of a link's query, without defaults, in a fixed order. Days switched
 * off outside the window have no effect and are omitted.
 */
export function filterWords(filter: Filter, conflict: Conflict): Readonly<Record<string, string>> {
  const { window, chosen, query, possible } = filter
  const off = [...filter.off].filter((day) => contains(window, day)).sort((a, b) => a - b)
  const words = {
    from: formatDay(window.from),
    to: formatDay(window.to),
    off: off.map(formatDay).join(','),
    ...Object.fromEntries(FACET_KEYS.map((key) => [key, facetWords(key, chosen[key], conflict)])),
    possible: possible ? '' : '0',
    q: query.text.trim(),
  }
  return Object.fromEntries(Object.entries(words).filter(([, value]) => value !== ''))
}

/** The chosen ids, in the order of the vocabulary; areas and sources alphabetically. */
function facetWords(key: FacetKey, chosen: ReadonlySet<string>, conflict: Conflict): string {
  const ids =
    key === 'area' || key === 'source'
      ? [...chosen].sort()
      : facetValues(key, conflict).filter((id) => chosen.has(id))
  return ids.join(',')
}
