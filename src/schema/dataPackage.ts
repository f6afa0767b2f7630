import type { Conflict } from '../model/conflict'
import { buildTables, type Column } from '../model/tables'
import { patternOf } from './jsonSchema'

const TITLES: Readonly<Record<'incidents' | 'sources' | 'places', string>> = {
  incidents: 'Reports, one a row',
  sources: 'The pages that the reports cite',
  places: 'The gazetteer',
}

/**
 * The dataset as a Frictionless Data Package (https://specs.frictionlessdata.io/data-package/): the
 * tables with types, word lists and foreign keys, and the geometry. Generated from tables.ts and
 * dataset.json.
 */
export function dataPackage(info: Conflict): Readonly<Record<string, unknown>> {
  const columns = buildTables(info)
  const tables = (['incidents', 'sources', 'places'] as const).map((name) => ({
    profile: 'tabular-data-resource',
    name,
    title: TITLES[name],
    path: `${name}.csv`,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', doubleQuote: true, header: true },
    schema: tableSchemaOf(columns[name]),
  }))
  const districts = {
    name: 'districts',
    title: 'The areas on which reports are counted',
    path: 'districts.geojson',
    format: 'geojson',
    mediatype: 'application/geo+json',
  }
  return {
    profile: 'data-package',
    name: info.shortTitle.toLowerCase(),
    title: info.title,
    version: info.version,
    ...(info.released !== '' && { created: `${info.released}T00:00:00Z` }),
    description: `Claims as published, not what happened. ${info.attribution}`,
    licenses: [{ name: info.licence, title: 'Of the records; geometry: see README.md' }],
    resources: [...tables, districts],
  }
}

function tableSchemaOf(columns: readonly Column[]): Readonly<Record<string, unknown>> {
  const references = columns.filter(({ refersTo, several }) => refersTo && !several)
  return {
    fields: columns.map(fieldOf),
    primaryKey: 'id',
    missingValues: [''],
    ...(references.length > 0 && {
      foreignKeys: references.map(({ name, refersTo }) => ({
        fields: name,
        reference: { resource: refersTo, fields: 'id' },
      })),
    }),
  }
}

/**
 * Frictionless has no cells with several values. Such a column is text with a pattern, and
 * `contactline:list` gives the separator and, for ids, the table they refer to.
 */
function fieldOf(column: Column): Readonly<Record<string, unknown>> {
  const { name, meaning, example, values, several, refersTo, format, required } = column
  const pattern = patternOf(column)
  const mustHave = name === 'id' || (required && (format !== undefined || values !== undefined))
  const constraints = {
    ...(mustHave && { required: true }),
    ...(name === 'id' && { unique: true }),
    ...(values && !several && { enum: values }),
    ...(pattern !== null && !(values && !several) && typeOf(column) === 'string' && { pattern }),
  }
  return {
    name,
    type: typeOf(column),
    ...(format === 'url' && { format: 'uri' }),
    description: meaning,
    ...(example !== '' && { example }),
    ...(Object.keys(constraints).length > 0 && { constraints }),
    ...(several && {
      'contactline:list': { separator: ';', ...(refersTo && { resource: refersTo, fields: 'id' }) },
    }),
  }
}

/**
 * Frictionless has no types for `partial-date` and clock times without seconds: they are text with
 * a pattern.
 */
function typeOf({ format }: Column): string {
  if (format === 'date') return 'date'
  if (format === 'count') return 'integer'
  return format === 'degrees' ? 'number' : 'string'
}
