import { describe, expect, test } from 'vitest'
import { allReports } from '../../scripts/allReports'
import { schemaFiles } from '../../scripts/schemaFiles'
import { splitValues } from '../../src/csv/table'
import { buildTables } from '../../src/model/tables'
import { parseIncidents, parseSources } from '../../src/read/parseTables'
import { exportSchema, patternOf } from '../../src/schema/jsonSchema'
import { readTable, readText } from '../geodata/read'
import { csvOf } from '../support/arbitraries'
import { CONFLICT } from '../support/conflict'
import { schemaFaults } from '../support/jsonSchemaChecker'

interface Field {
  readonly name: string
  readonly type: string
  readonly constraints?: Partial<{ required: true; unique: true; enum: string[]; pattern: string }>
  readonly 'contactline:list'?: { readonly resource?: string }
}
interface Resource {
  readonly name: string
  readonly path: string
  readonly schema?: {
    readonly fields: readonly Field[]
    readonly foreignKeys?: { fields: string; reference: { resource: string; fields: string } }[]
  }
}

test('the files in geodata/ are those that the code makes: run "npm run schemas"', () => {
  for (const [path, text] of schemaFiles()) expect(readText(path), path).toBe(text)
})

test('a broken export does not keep to the schema of exports', () => {
  const collection = JSON.parse(allReports('geodata'))
  expect(schemaFaults(exportSchema(CONFLICT), collection)).toEqual([])
  collection.features[0].properties.kind = 'rumour'
  collection.features[1].geometry = { type: 'Point', coordinates: [46, 40] }
  delete collection.features[2].properties.summary
  collection.contactline.counts.reports = '3'
  expect(schemaFaults(exportSchema(CONFLICT), collection).length).toBe(4)
})

describe('the data package', () => {
  const { resources }: { resources: Resource[] } = JSON.parse(readText('datapackage.json'))
  const rowsOf = (name: string) => readTable(`${name}.csv`)

  test('describes the columns of each table in their order', () => {
    for (const { path, schema } of resources.filter((each) => each.schema)) {
      const header = readText(path).split(/\r?\n/, 1)[0]
      expect(schema?.fields.map(({ name }) => name).join(), path).toBe(header)
    }
  })

  test('holds for every cell', () => {
    const faults: string[] = []
    const types: Readonly<Record<string, RegExp>> = {
      integer: /^\d+$/,
      number: /^-?\d+(\.\d+)?$/,
      date: /^\d{4}-\d\d-\d\d$/,
    }
    for (const { name, schema } of resources) {
      for (const field of schema?.fields ?? []) {
        const { required, unique, enum: words, pattern } = field.constraints ?? {}
        const cells = rowsOf(name).map((row) => row[field.name] ?? '')
        const filled = cells.filter((cell) => cell !== '')
        const say = (what: string) => faults.push(`${name} ${field.name}: ${what}`)
        if (required && filled.length < cells.length) say('is empty')
        if (unique && new Set(filled).size < filled.length) say('is there twice')
        for (const cell of filled) {
          if (!(types[field.type] ?? /^/).test(cell)) say(`"${cell}" is no ${field.type}`)
          if (words && !words.includes(cell)) say(`"${cell}" is not allowed`)
          if (pattern && !new RegExp(pattern, 'u').test(cell)) say(`"${cell}" does not match`)
        }
      }
    }
    expect(faults).toEqual([])
  })

  test('holds for every reference', () => {
    const broken: string[] = []
    let checked = 0
    for (const { name, schema } of resources) {
      const lists = schema?.fields.map((field) => [field.name, field['contactline:list']?.resource])
      const keys = schema?.foreignKeys?.map((key) => [key.fields, key.reference.resource])
      for (const [column = '', resource] of [...(lists ?? []), ...(keys ?? [])]) {
        if (!resource) continue
        const known = new Set(rowsOf(resource).map(({ id }) => id))
        for (const id of rowsOf(name).flatMap((row) => splitValues(row[column] ?? ''))) {
          checked++
          if (!known.has(id)) broken.push(`${name} ${column}: ${id}`)
        }
      }
    }
    expect(broken).toEqual([])
    expect(checked).toBeGreaterThan(rowsOf('incidents').length)
  })
})

describe('what a schema lets through, parsing takes without a warning', () => {
  /** Not 2022-02-30: a pattern does not know how long a month is. */
  const CELLS = [
    ...['', ' ', 'x', '0', '12', '-1', '1.5', '007', 'yes', 'no', 'Yes', 'maybe'],
    ...['2022-11-29', '2022-11', '2022', '2022-13-01', '29.11.2022', '2022-11-29T10:00'],
    ...['09:05', '9:05', '24:00', '23:59', '23:60', 'exact', 'interval', 'day', 'hour'],
    ...['fire', 'fire; mine', 'fire;; mine', 'fire; rumour', 'UAV', 'uav', 'engineering works'],
    ...['Azerbaijan', 'Nagorno-Karabakh authorities', 'nobody', 'not stated', 'Other', 'reported'],
    ...['https://example.org/a', 'http://example.org', 'ftp://example.org', 'example.org'],
  ]
  const GOOD: Readonly<Record<string, string>> = {
    id: 'a',
    date_start: '2000-01-01',
    time_start: '00:00',
    date_end: '2030-01-01',
    areas: '',
    reported_by: 'Somebody',
    reporting_party: 'Other',
    summary: 'Somebody said something.',
  }

  const { incidents, sources } = buildTables(CONFLICT)
  test.each([
    ...incidents
      // Without a start, the other dates have no meaning.
      .filter(({ name }) => name !== 'date_start')
      .map((column) => ({ table: 'incidents', column, good: GOOD, parse: parseIncidents })),
    ...sources.map((column) => {
      return { table: 'sources', column, good: { id: 'a', publisher: 'P' }, parse: parseSources }
    }),
  ])('$table: $column.name', ({ column, good, parse }) => {
    const pattern = new RegExp(patternOf(column) ?? '', 'u')
    for (const cell of CELLS.filter((each) => pattern.test(each))) {
      const text = csvOf([{ ...good, [column.name]: cell }])
      expect(parse(text, 'f', CONFLICT).issues, `${column.name} "${cell}"`).toEqual([])
    }
  })

  test('the pools of cells hold some that are refused', () => {
    const kind = incidents.find(({ name }) => name === 'kind')
    const pattern = new RegExp(kind ? (patternOf(kind) ?? '') : '', 'u')
    const accepted = ['', 'fire', 'fire; mine', 'UAV', 'engineering works']
    expect(CELLS.filter((cell) => pattern.test(cell))).toEqual(accepted)
  })
})
