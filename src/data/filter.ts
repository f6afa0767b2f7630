import type { Dataset, Day, DayRange, Filter } from '../types'
import { kindBits } from './columns'
import { type ProfileField, profilesOf } from './profile'
import { matchesQuery } from './search'
import { ACCUSED, AGREEMENTS, NOT_LOCATED, PARTIES, PLACEMENTS } from './vocabulary'

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
  const { length } = dataset.columns
  const fails = new Uint16Array(length)
  const { ofRow } = profilesOf(dataset)
  const ofProfile = failsOfProfiles(dataset, filter)
  const areas = dataset.areaIds.map((id) => filter.areas.has(id))
  const matches = matchesQuery(dataset, filter.query)
  const cites = citing(dataset, filter.sources)
  const byArea = filter.areas.size > 0

  for (let row = 0; row < length; row++) {
    let failed = ofProfile[ofRow[row] ?? 0] ?? 0
    if (matches && matches[row] === 0) failed |= FAILS.query
    if (cites && cites[row] === 0) failed |= FAILS.source
    if (byArea && !isInAreas(dataset, row, areas, filter)) failed |= FAILS.area
    fails[row] = failed
  }
  return fails
}

/** The conditions on values that a profile holds: judged once for all of its rows. */
function failsOfProfiles(dataset: Dataset, filter: Conditions): Uint16Array {
  const { count, codes } = profilesOf(dataset)
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

function isInAreas(
  { columns }: Dataset,
  row: number,
  wanted: readonly boolean[],
  filter: Pick<Filter, 'areas'>,
): boolean {
  const start = columns.areaOffset[row] ?? 0
  const end = columns.areaOffset[row + 1] ?? 0
  if (start === end) return filter.areas.has(NOT_LOCATED)
  for (let at = start; at < end; at++) if (wanted[columns.areaIndex[at] ?? -1]) return true
  return false
}

/** Whether each report cites one of the sources; null when none is asked for. */
function citing(
  { columns, sourceIndexOf }: Dataset,
  sources: Filter['sources'],
): Uint8Array | null {
  if (sources.size === 0) return null
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
