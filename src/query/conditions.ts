import type { Day, DayRange } from '../model/day'
import {
  CODED_FACETS,
  FACET_KEYS,
  type FacetKey,
  facetValues,
  hasSeveral,
  NOTHING_CHOSEN,
} from '../model/facets'
import type { SourceId } from '../model/ids'
import { NOT_LOCATED, UNLOCATED } from '../model/vocabulary'
import { type Codes, valueBits } from '../store/codes'
import type { Dataset } from '../store/dataset'
import type { Filter } from './filter'
import { NO_QUERY } from './search/readQuery'
import { matchesQuery } from './search/search'

/** What rows can fail: one facet each, or the search. Time is judged apart, in selectRows.ts. */
export type ConditionKey = FacetKey | 'query'
const KEYS: readonly ConditionKey[] = [...FACET_KEYS, 'query']

/** One bit for each condition that a row can fail. */
export const CONDITIONS = Object.fromEntries(
  KEYS.map((key, place) => [key, 1 << place]),
) as Readonly<Record<ConditionKey, number>>

/** The conditions that a row fails, one bit each. */
export type Failed = Uint32Array

/** A filter without what is about time. */
type Conditions = Omit<Filter, 'window' | 'off' | 'possible'>

/** Whether a filter lets everything in its window through. */
export function isUnfiltered({ off, chosen, query, possible }: Filter): boolean {
  const isChosen = FACET_KEYS.some((key) => chosen[key].size > 0)
  return off.size === 0 && possible && !isChosen && query.text === ''
}

/** A filter that lets everything in the window through. */
export function unfiltered(window: DayRange): Filter {
  return {
    window,
    off: new Set<Day>(),
    chosen: NOTHING_CHOSEN,
    query: NO_QUERY,
    possible: true,
  }
}

/**
 * For every row, the conditions other than time that it fails, as bits of CONDITIONS; 0 passes. Apart
 * from the window, so that moving the window does not judge them again. `matches` is the result of a
 * search for the query where it is known already (search.ts); null when the query asks for nothing.
 */
export function failedConditions(
  dataset: Dataset,
  { chosen, query }: Conditions,
  matches: Uint8Array | null = matchesQuery(dataset, query),
): Failed {
  const { columns, areaIds, sourceOrder, sourceIndexOf } = dataset
  const fails = new Uint32Array(columns.length)
  for (const key of CODED_FACETS) {
    if (chosen[key].size === 0) continue
    const values = facetValues(key, dataset.conflict)
    const codes = columns.codes[key]
    if (dataset.whole?.left.includes(key)) {
      failCodes(fails, CONDITIONS[key], dataset.unread ?? new Uint8Array(0), Uint8Array.of(1, 0))
    }
    if (hasSeveral(key)) failBits(fails, CONDITIONS[key], codes, valueBits(values, chosen[key]))
    else {
      const isChosen = Uint8Array.from(values, (id) => (chosen[key].has(id) ? 1 : 0))
      failCodes(fails, CONDITIONS[key], codes, isChosen)
    }
  }
  if (chosen.area.size > 0) {
    const isChosen = Uint8Array.from(areaIds, (id) => (chosen.area.has(id) ? 1 : 0))
    const { areaOffset, areaIndex } = columns
    const { placement } = columns.codes
    const passes = (row: number) => chosen.area.has(NOT_LOCATED) && placement[row] === UNLOCATED
    failLists(fails, CONDITIONS.area, areaOffset, areaIndex, isChosen, passes)
  }
  if (chosen.source.size > 0) {
    const isChosen = new Uint8Array(sourceOrder.length)
    for (const id of chosen.source) isChosen[sourceIndexOf.get(id as SourceId) ?? -1] = 1
    const { sourceOffset, sourceIndex } = columns
    failLists(fails, CONDITIONS.source, sourceOffset, sourceIndex, isChosen)
  }
  if (matches) failCodes(fails, CONDITIONS.query, matches, Uint8Array.of(0, 1))
  return fails
}

/** Adds a condition to what the rows fail whose code is not chosen. */
function failCodes(fails: Failed, condition: number, codes: Codes, isChosen: Uint8Array): void {
  for (let row = 0; row < fails.length; row++) {
    if (isChosen[codes[row] ?? 0] !== 1) fails[row] = (fails[row] ?? 0) | condition
  }
}

/** The same for codes that are bit sets, of which no bit is chosen. */
function failBits(fails: Failed, condition: number, codes: Codes, bits: number): void {
  for (let row = 0; row < fails.length; row++) {
    if (((codes[row] ?? 0) & bits) === 0) fails[row] = (fails[row] ?? 0) | condition
  }
}

/** The same for rows that have a list of indices, of which none is chosen. */
function failLists(
  fails: Failed,
  condition: number,
  offset: Int32Array,
  index: Int32Array | Uint16Array,
  isChosen: Uint8Array,
  passesAnyway: (row: number) => boolean = () => false,
): void {
  for (let row = 0; row < fails.length; row++) {
    const start = offset[row] ?? 0
    const end = offset[row + 1] ?? 0
    let passes = passesAnyway(row)
    for (let at = start; at < end; at++) passes ||= isChosen[index[at] ?? 0] === 1
    if (!passes) fails[row] = (fails[row] ?? 0) | condition
  }
}
