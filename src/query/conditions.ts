import type { Day, DayRange } from '../model/day'
import {
  CODED_FACETS,
  type CodedFacetKey,
  FACET_KEYS,
  type FacetKey,
  facetValues,
  hasSeveral,
  NOTHING_CHOSEN,
} from '../model/facets'
import type { SourceId } from '../model/ids'
import { NOT_LOCATED } from '../model/vocabulary'
import { valueBits } from '../store/codes'
import type { Dataset } from '../store/dataset'
import type { Filter } from './filter'
import { matchesQuery } from './search'

/** What rows can fail: one facet each, or the search. Time is judged separately, in slice.ts. */
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

/** A filter that lets everything in the window through. */
export function unfiltered(window: DayRange): Filter {
  return {
    window,
    off: new Set<Day>(),
    chosen: NOTHING_CHOSEN,
    query: '',
    possible: true,
  }
}

/**
 * For every row, the conditions other than time that it fails, as bits of CONDITIONS; 0 passes. Apart
 * from the window, so that moving the window does not judge them again. `matches` is the result of a
 * search for the query where it is known already (search.ts); null when the query holds no word.
 */
export function failedConditions(
  dataset: Dataset,
  { chosen, query }: Conditions,
  matches: Uint8Array | null = matchesQuery(dataset, query),
): Failed {
  const fails = new Uint32Array(dataset.columns.length)
  const fail = (key: ConditionKey, passes: RowTest) => {
    for (let row = 0; row < fails.length; row++) {
      if (!passes(row)) fails[row] = (fails[row] ?? 0) | CONDITIONS[key]
    }
  }
  for (const key of CODED_FACETS) {
    if (chosen[key].size > 0) fail(key, hasValue(dataset, key, chosen[key]))
  }
  if (chosen.area.size > 0) fail('area', isInArea(dataset, chosen.area))
  if (chosen.source.size > 0) fail('source', citesSource(dataset, chosen.source))
  if (matches) fail('query', (row) => matches[row] === 1)
  return fails
}

type RowTest = (row: number) => boolean

function hasValue(
  { columns, conflict }: Dataset,
  key: CodedFacetKey,
  chosen: ReadonlySet<string>,
): RowTest {
  const values = facetValues(key, conflict)
  const codes = columns.codes[key]
  if (hasSeveral(key)) {
    const bits = valueBits(values, chosen)
    return (row) => ((codes[row] ?? 0) & bits) !== 0
  }
  const isChosen = values.map((id) => chosen.has(id))
  return (row) => isChosen[codes[row] ?? -1] === true
}

/** NOT_LOCATED stands for the rows that name no area. */
function isInArea({ columns, areaIds }: Dataset, chosen: ReadonlySet<string>): RowTest {
  const { areaOffset, areaIndex } = columns
  const isChosen = areaIds.map((id) => chosen.has(id))
  const holdsOne = hasListed(areaOffset, areaIndex, (area) => isChosen[area] === true)
  if (!chosen.has(NOT_LOCATED)) return holdsOne
  return (row) => areaOffset[row] === areaOffset[row + 1] || holdsOne(row)
}

function citesSource({ columns, sourceIndexOf }: Dataset, chosen: ReadonlySet<string>): RowTest {
  const indices = new Set(Array.from(chosen, (id) => sourceIndexOf.get(id as SourceId) ?? -1))
  return hasListed(columns.sourceOffset, columns.sourceIndex, (source) => indices.has(source))
}

/** Whether the list of a row holds one of the values wanted. */
function hasListed(
  offset: Int32Array,
  index: Int32Array | Uint16Array,
  isWanted: (value: number) => boolean,
): RowTest {
  return (row) => {
    const end = offset[row + 1] ?? 0
    for (let at = offset[row] ?? 0; at < end; at++) if (isWanted(index[at] ?? -1)) return true
    return false
  }
}
