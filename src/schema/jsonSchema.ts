import type { Conflict } from '../model/conflict'
import { POSITION_PRECISIONS } from '../model/fields'
import { GEOMETRY_ROLES } from '../model/geometryRole'
import { buildTables, type Column, FORMAT_PATTERNS, type TableName } from '../model/tables'
import { PLACEMENTS } from '../model/vocabulary'

/**
 * JSON Schema (draft 2020-12) of the tables and of the exported reports, generated from the columns
 * (tables.ts).
 */
type Schema = Readonly<Record<string, unknown>>

const DRAFT = 'https://json-schema.org/draft/2020-12/schema'

/**
 * A row of a table as an object of its cells, all of them text, as in CSV. Empty is allowed unless
 * a column is required. Other columns are allowed, since user files have them.
 */
export function tableSchema(table: TableName, title: string, conflict: Conflict): Schema {
  const columns = buildTables(conflict)[table]
  return {
    $schema: DRAFT,
    title,
    description: 'One row: the text of each cell by the name of its column.',
    type: 'object',
    required: columns.filter(({ required }) => required).map(({ name }) => name),
    properties: Object.fromEntries(columns.map((column) => [column.name, cellSchema(column)])),
  }
}

function cellSchema(column: Column): Schema {
  const pattern = patternOf(column)
  return {
    type: 'string',
    description: column.meaning,
    ...(pattern !== null && { pattern }),
    ...(column.example !== '' && { examples: [column.example] }),
  }
}

/**
 * The regular expression that a whole cell must match; null when any text is valid. Values of a
 * closed list are alternatives in it, several of them separated by `;`.
 */
export function patternOf({ name, format, values, several, required }: Column): string | null {
  if (values) {
    const one = `(${values.map(escaped).join('|')})`
    const many = several ? `(${one}( *; *${one})*)` : one
    return required ? `^${many}$` : `^${many}?$`
  }
  if (format) return required ? `^${FORMAT_PATTERNS[format]}$` : `^(${FORMAT_PATTERNS[format]})?$`
  // A row is rejected only without an id; other texts may be empty.
  return name === 'id' ? '^\\S(.*\\S)?$' : null
}

/** What an exported report has in addition to its record. */
const ADDED: Readonly<Record<string, Schema>> = {
  certainty: {
    enum: ['certain', 'possible'],
    description: 'certain: wholly in the window; possible: only partly',
  },
  placement: { enum: PLACEMENTS, description: 'how exactly the place is known' },
  geometry_role: {
    enum: [...GEOMETRY_ROLES, 'none'],
    description: 'what the least exact position is of',
  },
  geometry_roles: {
    type: 'string',
    description: 'what each member of the coordinates is of, in their order, separated by "; "',
  },
  area_names: { type: 'string', description: 'English names of the areas, separated by "; "' },
  area_names_as_recorded: { type: 'string', description: 'the areas as the record names them' },
  citation: { type: 'string', description: 'the report as a reference, with its sources' },
  source_urls: { type: 'string', description: 'addresses of the sources, separated by "; "' },
}

/** What only some exports have: rows for places, reports with coordinates, counted events. */
const SOMETIMES: Readonly<Record<string, Schema>> = {
  report_id: { type: 'string', description: 'id of the report that the row is a place of' },
  place_number: { type: 'integer', minimum: 1, description: '1 for the first row of a report' },
  place_area: { type: 'string', description: 'id of the area of this place' },
  place_name: { type: 'string', description: 'its settlement, else the name of its area' },
  place_precision: {
    enum: [...POSITION_PRECISIONS, ''],
    description: 'how exactly this place is known',
  },
  lon: { type: ['number', 'null'], description: 'coordinates given by the record' },
  lat: { type: ['number', 'null'], description: 'coordinates given by the record' },
  position_precision: {
    enum: [...POSITION_PRECISIONS, ''],
    description: 'how exact those coordinates are; if empty, the place itself',
  },
  coded_as: { type: 'string', description: 'what an export of coded events calls its columns' },
  reporting_party_as_worded: {
    type: 'string',
    description: "the file's word for a party that is coded as another",
  },
  kind_as_worded: {
    type: 'string',
    description: 'the file\'s words for kinds that are coded as another, separated by "; "',
  },
  events: { type: 'integer', minimum: 1, description: 'how many events it counts' },
}

/** The exported reports: a FeatureCollection (RFC 7946) with the member `contactline`. */
export function exportSchema(conflict: Conflict): Schema {
  const tables = buildTables(conflict)
  const recorded = tables.incidents
    .filter(({ name }) => !['id', 'killed', 'wounded', 'sources', 'areas'].includes(name))
    .map((column) => [column.name, cellSchema(column)])
  const properties: Record<string, Schema> = {
    ...Object.fromEntries(recorded),
    ...ADDED,
    areas: { type: 'string', description: 'ids of the areas, separated by "; "' },
    killed: { type: ['integer', 'null'], minimum: 0, description: 'null: not stated' },
    wounded: { type: ['integer', 'null'], minimum: 0, description: 'null: not stated' },
  }
  const text = { type: 'string' }
  const count = { type: 'integer', minimum: 0 }
  const position = { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 }
  return {
    $schema: DRAFT,
    title: 'Reports exported from Contactline',
    type: 'object',
    required: ['type', 'contactline', 'features'],
    properties: {
      type: { const: 'FeatureCollection' },
      contactline: objectOf({
        version: text,
        generated: { type: 'string', format: 'date-time' },
        filter: { type: 'object', additionalProperties: text },
        counts: objectOf({ reports: count, certain: count, possible: count, not_located: count }),
        licence: text,
        attribution: text,
      }),
      bbox: { type: 'array', items: { type: 'number' }, minItems: 4, maxItems: 4 },
      features: {
        type: 'array',
        items: {
          type: 'object',
          required: ['type', 'id', 'geometry', 'properties'],
          properties: {
            type: { const: 'Feature' },
            id: { type: 'string', minLength: 1 },
            geometry: {
              oneOf: [
                { type: 'null', description: 'not located, or exported without geometry' },
                ...(['MultiPoint', 'MultiPolygon'] as const).map((type) =>
                  objectOf({
                    type: { const: type },
                    coordinates: {
                      type: 'array',
                      items: type === 'MultiPoint' ? position : { type: 'array' },
                      minItems: 1,
                    },
                  }),
                ),
              ],
            },
            properties: {
              type: 'object',
              required: [...Object.keys(properties), 'sources'],
              properties: {
                ...properties,
                ...SOMETIMES,
                sources: { type: 'array', items: sourceSchema(tables.sources) },
              },
              additionalProperties: false,
            },
          },
        },
      },
    },
  }
}

/** A source in an export: only its id when nothing else is on file. */
function sourceSchema(sources: readonly Column[]): Schema {
  const columns = sources.map((column) => [column.name, cellSchema(column)])
  return {
    type: 'object',
    required: ['id'],
    properties: { ...Object.fromEntries(columns), cited_for: { const: 'denial' } },
    additionalProperties: false,
  }
}

function objectOf(properties: Readonly<Record<string, Schema>>): Schema {
  return { type: 'object', required: Object.keys(properties), properties }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, (char) => (char === '-' ? char : `\\${char}`))
}
