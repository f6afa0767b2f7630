import { type INCIDENT_COLUMNS, REQUIRED_COLUMNS } from './reportCells'
import { ACCUSED, KINDS, PARTIES, PLACE_KINDS, PRECISIONS } from './vocabulary'

/**
 * The one description of the dataset's tables, on the columns and word lists that parsing uses. The JSON
 * Schemas, the data package and the remedies of the command line are made from it, and a test holds it
 * against the parser. Codebook: geodata/README.md.
 */
export interface Column {
  readonly name: string
  readonly meaning: string
  readonly example: string
  /** What a cell that is not empty holds; text when not said. */
  readonly format?: CellFormat
  /** The header must have the column. */
  readonly required?: boolean
  /** Several values, separated by `;`. */
  readonly several?: boolean
  /** The only values allowed. */
  readonly values?: readonly string[]
  /** The table whose `id` each value names. */
  readonly refersTo?: TableName
}

/** `partial-date`: a day or a month. `degrees`: WGS 84. `url`: http or https. */
export type CellFormat = 'date' | 'partial-date' | 'time' | 'count' | 'degrees' | 'url'
export type TableName = 'incidents' | 'sources' | 'places' | 'withdrawn'

type Facts = Omit<Column, 'name'>

/** In the order of INCIDENT_COLUMNS: a column that is added there must be described here. */
const INCIDENT_FACTS: Readonly<Record<(typeof INCIDENT_COLUMNS)[number], Facts>> = {
  id: {
    meaning: 'the day and a number, stable: it is in links and citations',
    example: '20221129-01',
  },
  date_start: {
    meaning: 'first local day (UTC+4)',
    example: '2022-11-29',
    format: 'date',
  },
  time_start: {
    meaning: 'local clock time, only where the report gives one',
    example: '14:40',
    format: 'time',
  },
  date_end: { meaning: 'last local day', example: '2022-11-29', format: 'date' },
  time_end: {
    meaning: 'local clock time, only where the report gives one',
    example: '15:50',
    format: 'time',
  },
  time_precision: {
    meaning: 'how exactly the time is known',
    example: 'interval',
    values: PRECISIONS,
  },
  time_approximate: {
    meaning: 'whether the report says "about"',
    example: 'yes',
    values: ['yes', 'no'],
  },
  when_as_reported: { meaning: "the report's words for the time", example: 'at night' },
  areas: {
    meaning: 'district, province or former unit of the target; empty when none is named',
    example: 'Shusha',
    several: true,
  },
  areas_as_reported: {
    meaning: "the same in the source's own spelling",
    example: 'Şuşa rayonu',
    several: true,
  },
  settlements: {
    meaning: 'settlements named on the side of the target',
    example: 'Yellija',
    several: true,
  },
  kind: {
    meaning: 'what is said to have happened',
    example: 'fire',
    several: true,
    values: words(KINDS),
  },
  weapons: { meaning: 'as reported', example: 'small arms', several: true },
  reported_by: {
    meaning: 'the body that made the claim',
    example: 'Ministry of Defence of Azerbaijan',
  },
  reporting_party: {
    meaning: 'the party that it belongs to',
    example: 'Azerbaijan',
    values: words(PARTIES),
  },
  accused_party: {
    meaning: 'whom the claim accuses',
    example: 'not stated',
    values: words(ACCUSED),
  },
  accused_as_worded: {
    meaning: "the claimant's words for the accused",
    example: 'Armenian armed groups',
  },
  fired_from: { meaning: 'where the fire came from, as reported', example: '' },
  target: { meaning: 'what was fired at, as reported', example: 'positions' },
  retaliation: {
    meaning: "the claimant's own answer",
    example: 'reported',
    values: ['reported', 'denied'],
  },
  killed: {
    meaning: 'as the claimant counts them; 0 only where the report says there were none',
    example: '0',
    format: 'count',
  },
  wounded: {
    meaning: 'as the claimant counts them; 0 only where the report says there were none',
    example: '2',
    format: 'count',
  },
  denied_by: { meaning: 'who rejected the claim', example: 'Ministry of Defence of Armenia' },
  denial_source: {
    meaning: 'the source that says so',
    example: 'azernews-d2551',
    refersTo: 'sources',
  },
  summary: {
    meaning: 'one neutral sentence that names the claimant',
    example: 'The ministry said that its positions came under fire.',
  },
  sources: {
    meaning: 'the pages that it rests on',
    example: 'azernews-d2551; sputnik-a2b15',
    several: true,
    refersTo: 'sources',
  },
  note: { meaning: "the compiler's doubt, for the reader", example: '' },
}

const ID: Facts = { meaning: 'stable id', example: '', required: true }

/** The columns of each table, in its order. */
export const TABLES: Readonly<Record<TableName, readonly Column[]>> = {
  incidents: columns(INCIDENT_FACTS).map((column) => ({
    ...column,
    required: REQUIRED_COLUMNS.some((name) => name === column.name),
  })),
  sources: columns({
    id: { ...ID, example: 'azernews-d2551' },
    publisher: { meaning: 'who published the page', example: 'AzerNews' },
    title: { meaning: 'its headline; empty where the page showed none', example: '' },
    url: { meaning: 'its address', example: 'https://example.org/page', format: 'url' },
    published: {
      meaning: 'day or month of publication; empty where the page showed none',
      example: '2022-11-29',
      format: 'partial-date',
    },
    language: { meaning: 'ISO 639-1 code', example: 'en' },
  }),
  places: columns({
    id: { ...ID, example: 'shusha' },
    kind: { meaning: 'what it is', example: 'district', required: true, values: PLACE_KINDS },
    name: { meaning: 'the usual English form', example: 'Shusha' },
    name_az: { meaning: 'Azerbaijani form, where certain', example: 'Şuşa' },
    name_hy: { meaning: 'Armenian form, where certain', example: 'Շուշի' },
    name_ru: { meaning: 'Russian form, where certain', example: 'Шуша' },
    other_names: { meaning: 'other spellings and names', example: 'Shushi', several: true },
    districts: {
      meaning: 'the areas in which it lies',
      example: 'shusha',
      several: true,
      refersTo: 'places',
    },
    lon: { meaning: 'longitude; empty where unknown', example: '46.75', format: 'degrees' },
    lat: { meaning: 'latitude; empty where unknown', example: '39.76', format: 'degrees' },
    source: { meaning: 'what the row rests on', example: 'GeoNames' },
  }),
  withdrawn: columns({
    id: { ...ID, meaning: 'id of a report or source that was taken out', example: '20221129-01' },
    reason: { meaning: 'why it was taken out', example: 'the page was retracted', required: true },
  }),
}

/** The columns that the header of a table must have. */
export function requiredNames(table: TableName): string[] {
  return TABLES[table].filter(({ required }) => required).map(({ name }) => name)
}

/** Regular expressions of the formats, for the whole cell (ECMA 262, as JSON Schema and Frictionless take them). */
export const FORMAT_PATTERNS: Readonly<Record<CellFormat, string>> = {
  date: '\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])',
  'partial-date': '\\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?',
  time: '([01]\\d|2[0-3]):[0-5]\\d',
  count: '\\d+',
  degrees: '-?\\d+(\\.\\d+)?',
  url: 'https?://\\S+',
}

function columns(facts: Readonly<Record<string, Facts>>): Column[] {
  return Object.entries(facts).map(([name, fact]) => ({ name, ...fact }))
}

function words(terms: readonly { readonly record: string }[]): string[] {
  return terms.map(({ record }) => record)
}
