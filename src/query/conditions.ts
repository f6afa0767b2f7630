import type { Day, DayRange } from '../model/day'
import type { AreaId } from '../model/ids'
import { ACCUSED, AGREEMENTS, KINDS, NOT_LOCATED, PARTIES, PLACEMENTS } from '../model/vocabulary'
import { kindBits } from '../store/columns'
import type { Dataset } from '../store/dataset'
import { type AreaSets, groupKeysOf } from '../store/groupKeys'
import type { Filter } from './filter'
import { matchesQuery } from './search'

/** One bit for each condition a row can fail; time is judged apart, in slice.ts. */
export const CONDITIONS = {
  area: 1,
  by: 2,
  accused: 4,
  kind: 8,
  denied: 16,
  query: 32,
  placement: 64,
  agreement: 128,
  source: 256,
} as const

/** A filter without what is about time. */
type Conditions = Omit<Filter, 'window' | 'off' | 'possible'>

/** A filter that lets everything in the window through. */
export function unfiltered(window: DayRange): Filter {
  return {
    window,
    off: new Set<Day>(),
    areas: new Set(),
    by: new Set(),
    accused: new Set(),
    kinds: new Set(),
    denied: null,
    placements: new Set(),
    agreements: new Set(),
    sources: new Set(),
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
): Uint16Array {
  const { columns } = dataset
  const fails = new Uint16Array(columns.length)
  const ofProfile = failsOfProfiles(dataset, filter)
  if (ofProfile.some((failed) => failed !== 0)) {
    const { ofRow } = groupKeysOf(columns)
    for (let row = 0; row < fails.length; row++) fails[row] = ofProfile[ofRow[row] ?? 0] ?? 0
  }
  if (matches) addFails(fails, CONDITIONS.query, matches, [false, true])
  if (filter.sources.size > 0) {
    addFails(fails, CONDITIONS.source, citing(dataset, filter.sources), [false, true])
  }
  return fails
}

/** The conditions on what a profile holds: judged once for all of its rows. */
function failsOfProfiles({ columns, areaIds }: Dataset, filter: Conditions): Uint16Array {
  const { by, accused, kinds, denied, placements, agreements, areas } = filter
  const { count, codes, areaSet, areaSets } = groupKeysOf(columns)
  const fails = new Uint16Array(count)
  const has = <Id>(chosen: ReadonlySet<Id>, terms: readonly { readonly id: Id }[]) =>
    terms.map(({ id }) => chosen.has(id))
  if (by.size > 0) addFails(fails, CONDITIONS.by, codes.party, has(by, PARTIES))
  if (accused.size > 0) addFails(fails, CONDITIONS.accused, codes.accused, has(accused, ACCUSED))
  if (kinds.size > 0) {
    const wanted = kindBits(kinds)
    const sets = Array.from({ length: 2 ** KINDS.length }, (_, bits) => (bits & wanted) !== 0)
    addFails(fails, CONDITIONS.kind, codes.kinds, sets)
  }
  if (denied !== null) {
    addFails(fails, CONDITIONS.denied, codes.denied, [denied === 'no', denied === 'yes'])
  }
  if (placements.size > 0) {
    const wanted = PLACEMENTS.map((placement) => placements.has(placement))
    addFails(fails, CONDITIONS.placement, codes.placement, wanted)
  }
  if (agreements.size > 0) {
    addFails(fails, CONDITIONS.agreement, codes.agreement, has(agreements, AGREEMENTS))
  }
  if (areas.size > 0)
    addFails(fails, CONDITIONS.area, areaSet, setsWithin(areaSets, areaIds, areas))
  return fails
}

/** Adds a condition to what rows or profiles fail, where it does not hold for their code. */
function addFails(
  fails: Uint16Array,
  condition: number,
  codes: Uint8Array | Int32Array,
  holds: readonly boolean[],
): void {
  const ofCode = Uint16Array.from(holds, (does) => (does ? 0 : condition))
  for (let at = 0; at < fails.length; at++) {
    fails[at] = (fails[at] ?? 0) | (ofCode[codes[at] ?? 0] ?? 0)
  }
}

/** Whether each set of areas holds one of those asked for; the empty set answers to NOT_LOCATED. */
function setsWithin(
  { count, parent, area }: AreaSets,
  areaIds: readonly AreaId[],
  areas: ReadonlySet<AreaId>,
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
function citing({ columns, sourceIndexOf }: Dataset, sources: Filter['sources']): Uint8Array {
  const wanted = new Set(Array.from(sources, (id) => sourceIndexOf.get(id) ?? -1))
  const cites = new Uint8Array(columns.length)
  for (let row = 0; row < columns.length; row++) {
    const end = columns.sourceOffset[row + 1] ?? 0
    for (let at = columns.sourceOffset[row] ?? 0; at < end; at++) {
      if (wanted.has(columns.sourceIndex[at] ?? -1)) cites[row] = 1
    }
  }
  return cites
}
