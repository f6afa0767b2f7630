import type { AreaId } from '../../model/ids'
import { type Candidates, findCandidates } from './candidates'
import type { Events } from './events'
import { type Matches, matchPairs } from './matchPairs'
import type { Reach } from './pairReach'
import { pairsByArea } from './pairsByArea'

/** What two datasets may share, as plain values. */
export interface Comparison {
  readonly candidates: Candidates
  readonly matches: Matches
  /** How many pairs are known only by area: the areas with most first. */
  readonly byArea: readonly (readonly [AreaId, number])[]
}

export function compareEvents(a: Events, b: Events, reach: Reach): Comparison {
  const candidates = findCandidates(a, b, reach)
  const byArea = [...pairsByArea(a, b, reach.days)]
  return {
    candidates,
    matches: matchPairs(a, b, candidates),
    byArea: byArea.sort(([x, m], [y, n]) => n - m || (x < y ? -1 : 1)),
  }
}
