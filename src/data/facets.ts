import type { Count, Facets } from '../types'
import { FAILS } from './filter'
import type { ProfileField, Profiles } from './profile'
import { ACCUSED, AGREEMENTS, KINDS, PARTIES, PLACEMENTS } from './vocabulary'

/** Counts by place in a list: certain ones at `2 * place`, possible ones behind them. */
export type Tally = Int32Array

const DENIED = ['no', 'yes'] as const
/** A code is a byte. */
const MOST_CODES = 256

/** Counts one row. */
export function addTo(tally: Tally, place: number, column: 0 | 1): void {
  const at = 2 * place + column
  tally[at] = (tally[at] ?? 0) + 1
}

export function countAt(tally: Tally, place: number): Count {
  return { certain: tally[2 * place] ?? 0, possible: tally[2 * place + 1] ?? 0 }
}

/**
 * What each value of the conditions on profiles would give: the rows that fail nothing, and those that fail that condition
 * alone (`failing`, by its bit of FAILS), both counted by profile.
 */
export function facetsOf(
  profiles: Profiles,
  passing: Tally,
  failing: ReadonlyMap<number, Tally>,
): Omit<Facets, 'areas'> {
  const counted = (field: ProfileField, condition: keyof typeof FAILS) => {
    const tally: Tally = new Int32Array(2 * MOST_CODES)
    addUp(passing, profiles, field, tally)
    const alone = failing.get(FAILS[condition])
    if (alone) addUp(alone, profiles, field, tally)
    return tally
  }
  return {
    by: zip(idsOf(PARTIES), counted('party', 'by')),
    accused: zip(idsOf(ACCUSED), counted('accused', 'accused')),
    kinds: zip(idsOf(KINDS), byKind(counted('kinds', 'kind'))),
    denied: zip(DENIED, counted('denied', 'denied')),
    placements: zip(PLACEMENTS, counted('placement', 'placement')),
    agreements: zip(idsOf(AGREEMENTS), counted('agreement', 'agreement')),
  }
}

function addUp(from: Tally, profiles: Profiles, field: ProfileField, to: Tally): void {
  const codes = profiles.codes[field]
  for (let profile = 0; profile < profiles.count; profile++) {
    const code = codes[profile] ?? 0
    for (const column of [0, 1]) {
      const at = 2 * code + column
      to[at] = (to[at] ?? 0) + (from[2 * profile + column] ?? 0)
    }
  }
}

/** Counts of sets of kinds as counts of each kind. */
function byKind(sets: Tally): Tally {
  const tally: Tally = new Int32Array(2 * KINDS.length)
  for (let at = 0; at < sets.length; at++) {
    const count = sets[at] ?? 0
    if (count === 0) continue
    KINDS.forEach((_, kind) => {
      if (((at >> 1) & (1 << kind)) === 0) return
      const own = 2 * kind + (at % 2)
      tally[own] = (tally[own] ?? 0) + count
    })
  }
  return tally
}

function idsOf<Id>(terms: readonly { readonly id: Id }[]): Id[] {
  return terms.map(({ id }) => id)
}

function zip<Id>(ids: readonly Id[], tally: Tally): Map<Id, Count> {
  return new Map(ids.map((id, index) => [id, countAt(tally, index)]))
}
