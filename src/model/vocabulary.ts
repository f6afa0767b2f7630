import type { AreaId } from './ids'
import type { PlaceKind } from './place'
import type {
  AccusedId,
  Agreement,
  KindId,
  PartyId,
  Placement,
  PositionPrecision,
  TimePrecision,
} from './report'

/** A coded value: its id (URL, code), the word the records use (CSV, exports) and the word on the screen. */
interface Term<Id extends string> {
  readonly id: Id
  readonly record: string
  readonly label: string
}

/** Reporting parties in the fixed order of bars, rings and legends. */
export const PARTIES: readonly Term<PartyId>[] = [
  { id: 'azerbaijan', record: 'Azerbaijan', label: 'Azerbaijan' },
  { id: 'armenia', record: 'Armenia', label: 'Armenia' },
  {
    id: 'nagorno-karabakh',
    record: 'Nagorno-Karabakh authorities',
    label: 'Nagorno-Karabakh authorities',
  },
  { id: 'russia', record: 'Russia', label: 'Russia' },
  { id: 'other', record: 'Other', label: 'Other' },
]

/** Whom a claim accuses. */
export const ACCUSED: readonly Term<AccusedId>[] = [
  { id: 'azerbaijan', record: 'Azerbaijan', label: 'Azerbaijan' },
  { id: 'armenia', record: 'Armenia', label: 'Armenia' },
  {
    id: 'armenian-formations',
    record: 'Armenian formations in Karabakh',
    label: 'Armenian formations in Karabakh',
  },
  { id: 'not-stated', record: 'not stated', label: 'Not stated' },
]

/** What is said to have happened. At most eight: Columns.kinds holds one bit each. */
export const KINDS: readonly Term<KindId>[] = [
  { id: 'fire', record: 'fire', label: 'Fire' },
  { id: 'shelling', record: 'shelling', label: 'Shelling' },
  { id: 'uav', record: 'UAV', label: 'UAV (drone)' },
  { id: 'mine', record: 'mine', label: 'Mine' },
  { id: 'engineering-works', record: 'engineering works', label: 'Engineering works' },
  { id: 'unspecified', record: 'unspecified', label: 'Unspecified violation' },
]

/** From most to least exact; a report takes the least exact of its locations. */
export const PLACEMENTS: readonly Placement[] = [
  'settlement',
  'district',
  'approximate',
  'unlocated',
]

/** How exactly a report's time is known (geodata/README.md, "How to read"). */
export const PRECISIONS: readonly TimePrecision[] = [
  'exact',
  'interval',
  'part-of-day',
  'day',
  'days',
]

/** How exactly a row's own coordinates can be meant, from most to least. */
export const POSITION_PRECISIONS: readonly PositionPrecision[] = [
  'settlement',
  'district',
  'approximate',
]

/** What a row of the gazetteer can be. */
export const PLACE_KINDS: readonly PlaceKind[] = [
  'district',
  'province',
  'city',
  'settlement',
  'former unit',
]

/** What the sides say about a report together: pairing.ts has the rule. */
export const AGREEMENTS: readonly Term<Agreement>[] = [
  { id: 'one-side', record: 'one side', label: 'Claimed by one side only' },
  { id: 'denied', record: 'denied', label: 'Denied by a party' },
  { id: 'both-sides', record: 'both sides', label: 'Reported by both sides' },
]

/** Stands among area ids for the reports that name no area. */
export const NOT_LOCATED = 'unlocated' as AreaId

/** The term whose record word or id is `value`, in any case; undefined when there is none. */
export function termOf<Id extends string>(
  terms: readonly Term<Id>[],
  value: string,
): Term<Id> | undefined {
  return terms.find(({ record, id }) => record === value || id === value) ?? anyCase(terms, value)
}

function anyCase<Id extends string>(terms: readonly Term<Id>[], value: string) {
  const wanted = value.trim().toLowerCase()
  return terms.find((term) => term.record.toLowerCase() === wanted || term.id === wanted)
}

/** The screen word of an id; the id itself when unknown. */
export function labelOf<Id extends string>(terms: readonly Term<Id>[], id: Id): string {
  return terms.find((term) => term.id === id)?.label ?? id
}

/** The record word of an id, as CSV and exports carry it; the id itself when unknown. */
export function recordWordOf<Id extends string>(terms: readonly Term<Id>[], id: Id): string {
  return terms.find((term) => term.id === id)?.record ?? id
}
