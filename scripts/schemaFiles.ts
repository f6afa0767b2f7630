import { readFileSync } from 'node:fs'
import { dataPackage } from '../src/schema/dataPackage'
import { exportSchema, tableSchema } from '../src/schema/jsonSchema'

const GEODATA = new URL('../geodata/', import.meta.url)

/** The files of geodata/ that are generated from the schema in the code: path and text. */
export function schemaFiles(): ReadonlyMap<string, string> {
  const conflict = JSON.parse(readFileSync(new URL('dataset.json', GEODATA), 'utf8'))
  const files = {
    'datapackage.json': dataPackage(conflict),
    'schema/report.schema.json': tableSchema(
      'incidents',
      'A report: a row of incidents.csv',
      conflict,
    ),
    'schema/source.schema.json': tableSchema('sources', 'A source: a row of sources.csv', conflict),
    'schema/place.schema.json': tableSchema('places', 'A place: a row of places.csv', conflict),
    'schema/export.schema.json': exportSchema(conflict),
  }
  return new Map(
    Object.entries(files).map(([path, value]) => [path, `${JSON.stringify(value, null, 2)}\n`]),
  )
}
