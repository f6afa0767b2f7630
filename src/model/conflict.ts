import type { DayRange } from './day'
import { parseDay } from './day'
import type { AreaId, Branded } from './ids'

/** Ids of a conflict's own vocabulary. Those named here exist in every conflict. */
export type PartyId = Branded<string, 'PartyId'>
export type AccusedId = Branded<string, 'AccusedId'>
export type KindId = Branded<string, 'KindId'>
/** A language of place names: a BCP 47 tag. */
export type LanguageId = Branded<string, 'LanguageId'>

/** Empty and unknown values are read as these. */
export const OTHER_PARTY = 'other' as PartyId
export const NOT_STATED = 'not-stated' as AccusedId
export const UNSPECIFIED_KIND = 'unspecified' as KindId

/** A coded value: its id (links, codes), the word in records and exports, and the word on the screen. */
export interface Term<Id extends string = string> {
  readonly id: Id
  readonly record: string
  readonly label: string
  /** Words of a file that have no term of their own and are coded as this one, most frequent first. */
  readonly words?: readonly string[]
  /** How many there are besides: only the least number where they were too many to count. */
  readonly moreWords?: { readonly n: number; readonly atLeast: boolean }
}

/** `#rrggbb`, for each theme. */
export interface Colour {
  readonly light: string
  readonly dark: string
}

export interface ColouredTerm<Id extends string = string> extends Term<Id> {
  readonly colour: Colour
  /** A sign besides the colour; without it, the order tells. */
  readonly cue?: 'notched' | 'double'
}

export interface Party extends ColouredTerm<PartyId> {
  /** Reports of the two sides can be paired; a party without a side is on neither. */
  readonly side?: string
  /** Its label is a plural: "Others accuse". */
  readonly plural?: boolean
}

export interface Kind extends Term<KindId>, Partial<Pick<ColouredTerm, 'colour' | 'cue'>> {
  /** Words of the weapons column that go with it, the most frequent first. */
  readonly weapons: readonly string[]
}

/**
 * What the coded columns of a dataset of events are called. Whoever coded its events says who took
 * part: none of them reports or accuses.
 */
export interface ColumnLabels {
  readonly reporting_party: string
  readonly accused_party: string
  readonly kind: string
  /** Not every format has the column. */
  readonly weapons?: string
}

/** A dataset that is shown beside others: its name, and its colour and cue in charts and lists. */
export interface DatasetTerm extends ColouredTerm {
  /** Those of its coded events; without them, its reports are claims. */
  readonly columnLabels?: ColumnLabels
}

const LABELS =
  /^reporting_party: ([^;]{1,99}); accused_party: ([^;]{1,99}); kind: ([^;]{1,99})(?:; weapons: ([^;]{1,99}))?$/
/** The column of exports of coded events that has their labels. */
export const LABELS_COLUMN = 'coded_as'

export function formatLabels(labels: ColumnLabels): string {
  const { reporting_party, accused_party, kind, weapons } = labels
  const coded = `reporting_party: ${reporting_party}; accused_party: ${accused_party}; kind: ${kind}`
  return weapons ? `${coded}; weapons: ${weapons}` : coded
}

/** Reads what `formatLabels` writes; null for anything else. */
export function parseLabels(text: string): ColumnLabels | null {
  const [, reporting_party, accused_party, kind, weapons] = LABELS.exec(text) ?? []
  if (!reporting_party || !accused_party || !kind) return null
  return { reporting_party, accused_party, kind, ...(weapons && { weapons }) }
}

/** A language of place names and the column of places.csv that holds it. The first one is the fallback. */
export interface NameLanguage {
  readonly id: LanguageId
  readonly label: string
  readonly column: string
  /** ISO 3166-1 codes of the countries in which it comes before the other forms. */
  readonly countries?: readonly string[]
}

/** Phrases are whole words in any case; `word*` is the beginning of a word. */
export interface Actors {
  /** Bodies that speak for a party. */
  readonly authorities: readonly string[]
  readonly parties: readonly { readonly party: PartyId; readonly words: readonly string[] }[]
  /** Which accused a party is when it is the actor of an event. */
  readonly accused: readonly { readonly party: PartyId; readonly accused: AccusedId }[]
  /** Beginnings of the names of unidentified groups. */
  readonly unknown: readonly string[]
}

/** What dataset.json says about a conflict (geodata/schema/dataset.schema.json describes each key). */
export interface Conflict {
  readonly title: string
  readonly shortTitle: string
  /** As in "Reported {subject}". */
  readonly subject: string
  readonly region: string
  readonly keywords: readonly string[]
  readonly description: string
  readonly version: string
  /** `YYYY-MM-DD`, or empty. */
  readonly released: string
  /** When the sources were read, `YYYY-MM`, `YYYY-MM-DD` or empty. */
  readonly compiled: string
  readonly compiledFrom: string
  /** SPDX. */
  readonly licence: string
  readonly attribution: string
  readonly credits: string
  /** Where errors are reported: `mailto:` with an address, or an https address with `{id}` in it. */
  readonly corrections?: string
  readonly mapCredits?: Readonly<Partial<Record<MapCredit, string>>>
  readonly formerUnits?: string
  /** ISO 8601, the same all year: `+04:00`. */
  readonly utcOffset: string
  /** West, south, east, north in degrees: the limit of the camera. */
  readonly bbox: Box
  readonly focusBox: Box
  readonly focus: readonly AreaId[]
  readonly firstWindow: { readonly from: string; readonly to: string; readonly reason: string }
  readonly languages: readonly [NameLanguage, ...NameLanguage[]]
  /** Words of place names that say what sort of place it is. */
  readonly unitWords: readonly string[]
  readonly parties: readonly Party[]
  readonly accused: readonly ColouredTerm<AccusedId>[]
  readonly kinds: readonly Kind[]
  /** A file's own words of the weapons column; without them, those of the kinds are known. */
  readonly weapons?: readonly string[]
  /** Without it, a report is the claim of its reporting party. */
  readonly columnLabels?: ColumnLabels
  /** The datasets that are shown together, where there are several. */
  readonly datasets?: readonly DatasetTerm[]
  /** What became of their reports, where two of them were compared. */
  readonly compared?: readonly ColouredTerm[]
  readonly actors: Actors
}

export type MapCredit = 'districts' | 'borders' | 'towns' | 'water'
export type Box = readonly [west: number, south: number, east: number, north: number]

/** The lists of a conflict that codes come from, and the ids in them. */
export interface CodeLists {
  readonly parties: PartyId
  readonly accused: AccusedId
  readonly kinds: KindId
}
export type CodeList = keyof CodeLists

/** The term whose record word or id is `value`, in any case; undefined when there is none. */
export function findTerm<T extends Term>(terms: readonly T[], value: string): T | undefined {
  const exact = terms.find(({ record, id }) => record === value || id === value)
  if (exact) return exact
  const wanted = value.trim().toLowerCase()
  return terms.find((term) => term.record.toLowerCase() === wanted || term.id === wanted)
}

/** The screen word of an id; the id itself when unknown. */
export function labelOf<Id extends string>(terms: readonly Term<Id>[], id: Id): string {
  return terms.find((term) => term.id === id)?.label ?? id
}

/** The record word of an id, as CSV and exports have it; the id itself when unknown. */
export function recordWordOf<Id extends string>(terms: readonly Term<Id>[], id: Id): string {
  return terms.find((term) => term.id === id)?.record ?? id
}

/** The days that the site opens with. Throws when they are not days, which the schema rules out. */
export function readFirstWindow({ firstWindow }: Pick<Conflict, 'firstWindow'>): DayRange {
  const [from, to] = [parseDay(firstWindow.from), parseDay(firstWindow.to)]
  if (from === null || to === null) throw new Error('firstWindow of dataset.json is not two days')
  return { from, to }
}

/** The zone of all local times as people write it: `UTC+2`, `UTC−3:30`. */
export function formatZone({ utcOffset }: Pick<Conflict, 'utcOffset'>): string {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(utcOffset) ?? []
  if (!sign) return 'UTC'
  const rest = minutes === '00' ? '' : `:${minutes}`
  return `UTC${sign === '-' ? '−' : '+'}${Number(hours)}${rest}`
}
