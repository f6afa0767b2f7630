import type { Dataset, Day, DayRange, Filter } from '../types'
import { areaSetsOf, setsWithin } from './areaSets'
import { kindBits } from './columns'
import { type ProfileField, profilesOf } from './profile'
import { matchesQuery } from './search'
import { ACCUSED, AGREEMENTS, PARTIES, PLACEMENTS } from './vocabulary'

/** One bit for each condition a row can fail; time is judged apart, in slice.ts. */
export const FAILS = {
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
 * For every row, the conditions other than time that it fails, as bits of FAILS; 0 passes. Apart from
 * the window, so that moving the window does not judge them again.
 */
export function failsOf(dataset: Dataset, filter: Conditions): Uint16Array {
  const { columns } = dataset
  const fails = new Uint16Array(columns.length)
  addFails(fails, profilesOf(columns).ofRow, failsOfProfiles(dataset, filter))
  if (filter.areas.size > 0) {
    const within = setsWithin(dataset, filter.areas)
    addFails(
      fails,
      areaSetsOf(columns).ofRow,
      Uint16Array.from(within, (is) => (is === 1 ? 0 : FAILS.area)),
    )
  }
  const matches = matchesQuery(dataset, filter.query)
  if (matches) addFails(fails, matches, Uint16Array.of(FAILS.query, 0))
  if (filter.sources.size > 0)
    addFails(fails, citing(dataset, filter.sources), Uint16Array.of(FAILS.source, 0))
  return fails
}

/** Adds what rows fail together, by the code they share. */
function addFails(
  fails: Uint16Array,
  codes: Uint16Array | Int32Array | Uint8Array,
  ofCode: Uint16Array,
): void {
  if (ofCode.every((failed) => failed === 0)) return
  for (let row = 0; row < fails.length; row++) {
    fails[row] = (fails[row] ?? 0) | (ofCode[codes[row] ?? 0] ?? 0)
  }
}

/** The conditions on values that a profile holds: judged once for all of its rows. */
function failsOfProfiles({ columns }: Dataset, filter: Conditions): Uint16Array {
  const { count, codes } = profilesOf(columns)
  const fails = new Uint16Array(count)
  const parties = PARTIES.map((term) => filter.by.has(term.id))
  const accused = ACCUSED.map((term) => filter.accused.has(term.id))
  const kinds = kindBits(filter.kinds)
  const denied = filter.denied === 'yes' ? 1 : 0
  const placements = PLACEMENTS.map((placement) => filter.placements.has(placement))
  const agreements = AGREEMENTS.map((term) => filter.agreements.has(term.id))
  for (let profile = 0; profile < count; profile++) {
    const code = (field: ProfileField) => codes[field][profile] ?? 0
    let failed = 0
    if (filter.by.size > 0 && !parties[code('party')]) failed |= FAILS.by
    if (filter.accused.size > 0 && !accused[code('accused')]) failed |= FAILS.accused
    if (kinds !== 0 && (code('kinds') & kinds) === 0) failed |= FAILS.kind
    if (filter.denied !== null && code('denied') !== denied) failed |= FAILS.denied
    if (filter.placements.size > 0 && !placements[code('placement')]) failed |= FAILS.placement
    if (filter.agreements.size > 0 && !agreements[code('agreement')]) failed |= FAILS.agreement
    fails[profile] = failed
  }
  return fails
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
