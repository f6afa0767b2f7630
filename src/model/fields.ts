import type { CodeList, CodeLists } from './conflict'
import { NOT_STATED, OTHER_PARTY, UNSPECIFIED_KIND } from './conflict'
import type { Field, FieldType, FieldValues } from './field'

/** How exactly a report's time is known (geodata/README.md, "How to read"). */
export const PRECISIONS = ['exact', 'interval', 'part-of-day', 'day', 'days'] as const
export type TimePrecision = (typeof PRECISIONS)[number]

/** How exact a row's own coordinates can be, from most to least. */
export const POSITION_PRECISIONS = ['settlement', 'district', 'approximate', 'country'] as const
export type PositionPrecision = (typeof POSITION_PRECISIONS)[number]

/** For killed or wounded in one report: more is a mistake, or a code for something else. */
const MAX_CASUALTIES = 10_000_000
/** Events that one row may count. */
export const MAX_EVENTS = 1_000_000

/**
 * The columns of a report, in the order of geodata/incidents.csv. The record type, reader, writer,
 * JSON Schema, data package, typed columns, filters, link keys, options and export properties are
 * derived from this list. How to add one: docs/adding-a-field.md. Meanings in full:
 * geodata/README.md.
 */
export const REPORT_FIELDS = {
  id: {
    type: 'id',
    meaning: 'the day and a number, stable: it is in links and citations',
    example: '20221129-01',
    required: true,
  },
  date_start: {
    type: 'date',
    meaning: 'first local day ({zone})',
    example: '2022-11-29',
    required: true,
  },
  time_start: {
    type: 'time',
    meaning: 'local clock time, only where the report gives one',
    example: '14:40',
  },
  date_end: { type: 'date', meaning: 'last local day', example: '2022-11-29' },
  time_end: {
    type: 'time',
    meaning: 'local clock time, only where the report gives one',
    example: '15:50',
  },
  time_precision: {
    type: 'word',
    words: PRECISIONS,
    meaning: 'how exactly the time is known',
    example: 'interval',
  },
  time_approximate: { type: 'flag', meaning: 'whether the report says "about"', example: 'yes' },
  when_as_reported: {
    type: 'text',
    meaning: "the report's words for the time",
    example: 'at night',
  },
  areas: {
    type: 'texts',
    meaning: 'district, province or former unit of the target; empty when none is named',
    example: 'Northfield',
    required: true,
  },
  areas_as_reported: {
    type: 'texts',
    meaning: 'the same as spelled by the source',
    example: 'Northfield district',
  },
  settlements: {
    type: 'texts',
    meaning: 'settlements named on the side of the target',
    example: 'Oldbridge',
  },
  kind: {
    type: 'codes',
    from: 'kinds',
    unknown: UNSPECIFIED_KIND,
    meaning: 'what is said to have happened',
    facet: { key: 'kind', rank: 3 },
  },
  weapons: { type: 'texts', meaning: 'as reported', example: 'small arms' },
  reported_by: {
    type: 'text',
    meaning: 'the body that made the claim',
    example: 'Ministry of Defence',
    required: true,
  },
  reporting_party: {
    type: 'code',
    from: 'parties',
    unknown: OTHER_PARTY,
    meaning: 'the party of that body',
    required: true,
    facet: { key: 'by', rank: 1 },
  },
  accused_party: {
    type: 'code',
    from: 'accused',
    unknown: NOT_STATED,
    meaning: 'whom the claim accuses',
    facet: { key: 'accused', rank: 2 },
  },
  accused_as_worded: {
    type: 'text',
    meaning: "the claimant's words for the accused",
    example: 'armed groups',
  },
  fired_from: { type: 'text', meaning: 'where the fire came from, as reported', example: '' },
  fired_from_places: {
    type: 'places',
    meaning: 'the rows of the gazetteer that `fired_from` names',
    example: 'northfield',
  },
  target: { type: 'text', meaning: 'what was fired at, as reported', example: 'positions' },
  retaliation: {
    type: 'text',
    words: ['reported', 'denied'],
    meaning: 'whether the claimant says it returned fire',
    example: 'reported',
  },
  killed: {
    type: 'count',
    max: MAX_CASUALTIES,
    meaning: 'as the claimant counts them; 0 only where the report says there were none',
    example: '0',
  },
  wounded: {
    type: 'count',
    max: MAX_CASUALTIES,
    meaning: 'as the claimant counts them; 0 only where the report says there were none',
    example: '2',
  },
  denied_by: {
    type: 'text',
    meaning: 'who rejected the claim',
    example: 'Ministry of Foreign Affairs',
  },
  denial_source: {
    type: 'source',
    meaning: 'the source that says so',
    example: 'gazette-d2551',
  },
  summary: {
    type: 'text',
    meaning: 'one neutral sentence that names the claimant',
    example: 'The ministry said that its positions came under fire.',
    required: true,
  },
  sources: {
    type: 'sources',
    meaning: 'the pages it is based on',
    example: 'gazette-d2551; agency-a2b15',
  },
  note: {
    type: 'text',
    meaning: "the compiler's doubts, for the reader",
    example: '',
    card: 'claim',
  },
} as const satisfies Readonly<Record<string, Field>>

/**
 * What a row of a user's file may also have: coordinates, how exact they are, words that have no code,
 * and how many events it counts.
 */
export const FILE_FIELDS = {
  lon: { type: 'degrees', meaning: 'longitude', example: '10.25' },
  lat: { type: 'degrees', meaning: 'latitude', example: '52.5' },
  position_precision: {
    type: 'word',
    words: POSITION_PRECISIONS,
    meaning: 'how exact the coordinates are',
    example: 'district',
  },
  reporting_party_as_worded: {
    type: 'text',
    meaning: "the file's word for a party that is coded as another",
    example: '',
  },
  kind_as_worded: {
    type: 'text',
    meaning: "the file's words for kinds that are coded as another",
    example: '',
  },
  events: {
    type: 'count',
    max: MAX_EVENTS,
    meaning: 'how many events the row counts; empty for one',
    example: '42',
  },
} as const satisfies Readonly<Record<string, Field>>

export type FieldName = keyof typeof REPORT_FIELDS
export type FileFieldName = keyof typeof FILE_FIELDS
type ReportField<Name extends FieldName> = (typeof REPORT_FIELDS)[Name]

/** The columns of geodata/incidents.csv, in its order. */
export const FIELD_NAMES = Object.keys(REPORT_FIELDS) as FieldName[]
export const FILE_FIELD_NAMES = Object.keys(FILE_FIELDS) as FileFieldName[]

/** The description of a column, without the literal types of the list. */
export function fieldOf(name: FieldName): Field {
  return REPORT_FIELDS[name]
}

/** The value of a column: ids of its list for codes, else the type's own value. */
export type FieldValue<Name extends FieldName> = Name extends 'time_precision'
  ? TimePrecision
  : ReportField<Name> extends { readonly type: 'code'; readonly from: infer List extends CodeList }
    ? CodeLists[List]
    : ReportField<Name> extends {
          readonly type: 'codes'
          readonly from: infer List extends CodeList
        }
      ? readonly CodeLists[List][]
      : FieldValues[ReportField<Name>['type']]

export type FieldNameOf<Type extends FieldType> = {
  [Name in FieldName]: ReportField<Name>['type'] extends Type ? Name : never
}[FieldName]

/** The columns that the card of a report shows because of their entry alone. */
export type CardFieldName = {
  [Name in FieldName]: ReportField<Name> extends { readonly card: string } ? Name : never
}[FieldName]
/** The columns shown in a part of the card, in order. */
export function cardFields(part: NonNullable<Field['card']>): readonly CardFieldName[] {
  return FIELD_NAMES.filter((name): name is CardFieldName => fieldOf(name).card === part)
}

export const COUNT_FIELDS = FIELD_NAMES.filter(
  (name): name is FieldNameOf<'count'> => fieldOf(name).type === 'count',
)

/** The columns that every reports file must have; the others may be missing. */
export const REQUIRED_FIELDS = FIELD_NAMES.filter((name) => fieldOf(name).required === true)

/**
 * Joins several values into one cell. A value never contains `;`, because reading splits at each
 * one.
 */
export function joinValues(values: readonly string[]): string {
  return values.join('; ')
}
