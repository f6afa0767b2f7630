import type { AreaId } from './ids'
import type { PlaceKind } from './place'
import type { Agreement, Placement } from './report'

/** From most to least exact. A report takes the least exact of its locations. */
export const PLACEMENTS: readonly Placement[] = [
  'settlement',
  'district',
  'approximate',
  'country',
  'unlocated',
]

export const PLACE_KINDS: readonly PlaceKind[] = [
  'district',
  'province',
  'city',
  'settlement',
  'former unit',
  'lake',
  'landmark',
]

/** What the sides say about a report, taken together: pairing.ts has the rule. */
export const AGREEMENTS: readonly Agreement[] = ['one-side', 'denied', 'both-sides']

/** The code of reports that name no area and have no point. */
export const UNLOCATED = PLACEMENTS.indexOf('unlocated')

/** The id among areas for reports that name no area and have no point. */
export const NOT_LOCATED = 'unlocated' as AreaId
