import type { Conflict } from '../model/conflict'
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
import type { AreaId, SourceId } from '../model/ids'
import { NOT_LOCATED } from '../model/vocabulary'
import { type Codes, valueBits } from '../store/codes'
import type { Dataset } from '../store/dataset'
import { type AreaSets, groupKeysOf } from '../store/groupKeys'
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
 * For every row, the conditions other than time that it fails, as bits of CONDITIONS; 0 passes. Apart from
 * the window, so that moving the window does not judge them again. `matches` is what a search for the query has found
 * (search.ts), for datasets too large to be searched at once; null when the query holds no word.
 */
export function failedConditions(
  dataset: Dataset,
  filter: Conditions,
  matches: Uint8Array | null = matchesQuery(dataset, filter.query),
): Failed {
  const { columns } = dataset
  const fails = new Uint32Array(columns.length)
  const ofProfile = failsOfProfiles(dataset, filter)
  if (ofProfile.some((failed) => failed !== 0)) {
    const { ofRow } = groupKeysOf(columns)
    for (let row = 0; row < fails.length; row++) fails[row] = ofProfile[ofRow[row] ?? 0] ?? 0
  }
  if (matches) addFails(fails, CONDITIONS.query, matches, [false, true])
  const { source } = filter.chosen
  if (source.size > 0) {
    addFails(fails, CONDITIONS.source, citing(dataset, source), [false, true])
  }
  return fails
}

/** The conditions on what a profile holds: judged once for all of its rows. */
function failsOfProfiles({ columns, areaIds, conflict }: Dataset, { chosen }: Conditions): Failed {
  const { count, codes, areaSet, areaSets } = groupKeysOf(columns)
  const fails = new Uint32Array(count)
  for (const key of CODED_FACETS) {
    if (chosen[key].size === 0) continue
    addFails(fails, CONDITIONS[key], codes[key], codesWithin(key, conflict, chosen[key]))
  }
  const { area } = chosen
  if (area.size > 0) {
    addFails(fails, CONDITIONS.area, areaSet, setsWithin(areaSets, areaIds, area))
  }
  return fails
}

/** Whether each code of a facet stands for one of the values asked for. */
function codesWithin(
  key: CodedFacetKey,
  conflict: Conflict,
  chosen: ReadonlySet<string>,
): readonly boolean[] {
  const values = facetValues(key, conflict)
  if (!hasSeveral(key)) return values.map((id) => chosen.has(id))
  const wanted = valueBits(values, chosen)
  return Array.from({ length: 2 ** values.length }, (_, bits) => (bits & wanted) !== 0)
}

/** Adds a condition to what rows or profiles fail, where it does not hold for their code. */
function addFails(
  fails: Failed,
  condition: number,
  codes: Codes | Int32Array,
  holds: readonly boolean[],
): void {
  const ofCode = Uint32Array.from(holds, (does) => (does ? 0 : condition))
  for (let at = 0; at < fails.length; at++) {
    fails[at] = (fails[at] ?? 0) | (ofCode[codes[at] ?? 0] ?? 0)
  }
}

/** Whether each set of areas holds one of those asked for; the empty set answers to NOT_LOCATED. */
function setsWithin(
  { count, parent, area }: AreaSets,
  areaIds: readonly AreaId[],
  areas: ReadonlySet<string>,
): boolean[] {
  const wanted = areaIds.map((id) => areas.has(id))
  const within = [false]
  for (let set = 1; set < count; set++) {
    within.push(wanted[area[set] ?? -1] === true || within[parent[set] ?? 0] === true)
  }
  within[0] = areas.has(NOT_LOCATED)
  return within
}

/** Whether each report cites one of the sources. */
function citing({ columns, sourceIndexOf }: Dataset, sources: ReadonlySet<string>): Uint8Array {
  const wanted = new Set(Array.from(sources, (id) => sourceIndexOf.get(id as SourceId) ?? -1))
  const cites = new Uint8Array(columns.length)
  for (let row = 0; row < columns.length; row++) {
    const end = columns.sourceOffset[row + 1] ?? 0
    for (let at = columns.sourceOffset[row] ?? 0; at < end; at++) {
      if (wanted.has(columns.sourceIndex[at] ?? -1)) cites[row] = 1
    }
  }
  return cites
}
