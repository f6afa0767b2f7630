import type { Conflict } from './conflict'
import { formatZone } from './conflict'
import type { Field, FieldType } from './field'
import { FIELD_NAMES, fieldOf } from './fields'
import { POSITION_QUALITIES } from './place'
import { PLACE_KINDS } from './vocabulary'

/**
 * The columns of the dataset's tables. JSON Schemas, data package and the remedies of the command
 * line are generated from them, and a test compares them with the parser. Codebook:
 * geodata/README.md.
 */
export interface Column {
  readonly name: string
  readonly meaning: string
  readonly example: string
  /** The format of a non-empty cell; text if not given. */
  readonly format?: CellFormat
  /** The header must have the column. */
  readonly required?: boolean
  /** Several values, separated by `;`. */
  readonly several?: boolean
  readonly values?: readonly string[]
  /** The table whose `id` each value refers to. */
  readonly refersTo?: TableName
}

/** `partial-date`: a day or a month. `degrees`: WGS 84. `url`: http or https. */
export type CellFormat = 'date' | 'partial-date' | 'time' | 'count' | 'degrees' | 'url'
export const TABLE_NAMES = ['incidents', 'sources', 'places', 'withdrawn'] as const
export type TableName = (typeof TABLE_NAMES)[number]
export type Tables = Readonly<Record<TableName, readonly Column[]>>

type Facts = Omit<Column, 'name'>

const FORMATS: Readonly<Partial<Record<FieldType, CellFormat>>> = {
  date: 'date',
  time: 'time',
  count: 'count',
  degrees: 'degrees',
}
const SEVERAL: ReadonlySet<FieldType> = new Set(['texts', 'codes', 'sources', 'places'])
const YES_OR_NO = ['yes', 'no']

const ID: Facts = { meaning: 'stable id', example: '', required: true }

/** The columns of each table of a conflict, in order. */
export function buildTables(conflict: Conflict): Tables {
  const [area = ''] = conflict.focus
  return {
    incidents: FIELD_NAMES.map((name) => fieldColumn(name, fieldOf(name), conflict)),
    sources: columns({
      id: { ...ID, example: 'gazette-d2551' },
      publisher: { meaning: 'who published the page', example: 'The Gazette' },
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
      id: { ...ID, example: area },
      kind: { meaning: 'what it is', example: 'district', required: true, values: PLACE_KINDS },
      ...nameColumns(conflict),
      other_names: { meaning: 'other spellings and names', example: '', several: true },
      districts: {
        meaning: 'the areas it is in',
        example: area,
        several: true,
        refersTo: 'places',
      },
      lon: { meaning: 'longitude; empty where unknown', example: '10.25', format: 'degrees' },
      lat: { meaning: 'latitude; empty where unknown', example: '52.5', format: 'degrees' },
      position_quality: {
        meaning: 'what the position rests on; an approximate one is never drawn as a point',
        example: 'one-source',
        values: POSITION_QUALITIES,
      },
      source: { meaning: 'what the row is based on', example: 'GeoNames' },
      note: { meaning: "the compiler's doubt, for the reader", example: '' },
    }),
    withdrawn: columns({
      id: { ...ID, meaning: 'id of a withdrawn record', example: '20221129-01' },
      reason: {
        meaning: 'why it was withdrawn',
        example: 'the page was retracted',
        required: true,
      },
    }),
  }
}

/**
 * Regular expressions of the formats, for the whole cell (ECMA 262, as in JSON Schema and
 * Frictionless).
 */
export const FORMAT_PATTERNS: Readonly<Record<CellFormat, string>> = {
  date: '\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])',
  'partial-date': '\\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?',
  time: '([01]\\d|2[0-3]):[0-5]\\d',
  count: '\\d+',
  degrees: '-?\\d+(\\.\\d+)?',
  url: 'https?://\\S+',
}

function fieldColumn(name: string, field: Field, conflict: Conflict): Column {
  const { type, meaning, example, required, words, from } = field
  const format = FORMATS[type]
  const values = from
    ? conflict[from].map(({ record }) => record)
    : type === 'flag'
      ? YES_OR_NO
      : words
  return {
    name,
    meaning: meaning.replace('{zone}', formatZone(conflict)),
    example: example ?? values?.[0] ?? '',
    ...(format && { format }),
    ...(required && { required }),
    ...(SEVERAL.has(type) && { several: true }),
    ...(values && { values }),
    ...((type === 'source' || type === 'sources') && { refersTo: 'sources' as const }),
    ...(type === 'places' && { refersTo: 'places' as const }),
  }
}

function nameColumns({ languages }: Conflict): Record<string, Facts> {
  const [first, ...others] = languages
  const forms = others.map(({ column, id }) => {
    const language = new Intl.DisplayNames('en', { type: 'language' }).of(id) ?? id
    return [column, { meaning: `${language} form, where certain`, example: '' }]
  })
  return {
    [first.column]: { meaning: 'the usual English form', example: 'Northfield' },
    ...Object.fromEntries(forms),
  }
}

function columns(facts: Readonly<Record<string, Facts>>): Column[] {
  return Object.entries(facts).map(([name, fact]) => ({ name, ...fact }))
}
