import { describe, expect, test } from 'vitest'
import { allReports } from '../../scripts/allReports'
import { schemaFiles } from '../../scripts/schemaFiles'
import { splitValues } from '../../src/csv/table'
import { FIELD_NAMES } from '../../src/model/fields'
import { buildTables } from '../../src/model/tables'
import { parseIncidents, parseSources } from '../../src/read/parseTables'
import { exportSchema, patternOf } from '../../src/schema/jsonSchema'
import { readTable, readText } from '../geodata/read'
import { CONFLICT } from '../support/conflict'
import { csvOf } from '../support/fixtures'
import { schemaFaults } from '../support/jsonSchemaChecker'

interface Field {
  readonly name: string
  readonly type: string
  readonly constraints?: {
    readonly required?: boolean
    readonly unique?: boolean
    readonly enum?: readonly string[]
    readonly pattern?: string
  }
  readonly 'contactline:list'?: { readonly separator: string; readonly resource?: string }
}
interface Resource {
  readonly name: string
  readonly path: string
  readonly schema?: {
    readonly fields: readonly Field[]
    readonly foreignKeys?: readonly {
      readonly fields: string
      readonly reference: { readonly resource: string; readonly fields: string }
    }[]
  }
}
const readPackage = (): { resources: Resource[] } => JSON.parse(readText('datapackage.json'))

test('the files in geodata/ are those that the code makes: run "npm run schemas"', () => {
  for (const [path, text] of schemaFiles()) expect(readText(path), path).toBe(text)
})

test('the reports table has the columns of the records, in their order', () => {
  expect(buildTables(CONFLICT).incidents.map(({ name }) => name)).toEqual([...FIELD_NAMES])
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
  const { resources } = readPackage()
  const rowsOf = (name: string) => readTable(`${name}.csv`)
  const ids = (name: string) => new Set(rowsOf(name).map(({ id }) => id))

  test('describes the columns of each table in their order', () => {
    for (const { path, schema } of resources.filter((each) => each.schema)) {
      const header = readText(path).split(/\r?\n/, 1)[0]?.split(',')
      expect(
        schema?.fields.map(({ name }) => name),
        path,
      ).toEqual(header)
    }
  })

  test('holds for every cell', () => {
    const faults: string[] = []
    for (const { name, schema } of resources) {
      for (const field of schema?.fields ?? []) {
        const { required, unique, enum: words, pattern } = field.constraints ?? {}
        const seen = new Set<string>()
        for (const row of rowsOf(name)) {
          const cell = row[field.name] ?? ''
          const say = (what: string) => faults.push(`${name} ${row.id} ${field.name}: ${what}`)
          if (cell === '') {
            if (required) say('is empty')
            continue
          }
          if (field.type === 'integer' && !/^\d+$/.test(cell)) say('is no integer')
          if (field.type === 'number' && Number.isNaN(Number(cell))) say('is no number')
          if (field.type === 'date' && !/^\d{4}-\d\d-\d\d$/.test(cell)) say('is no date')
          if (words && !words.includes(cell)) say(`"${cell}" is not allowed`)
          if (pattern && !new RegExp(pattern, 'u').test(cell)) say(`"${cell}" does not match`)
          if (unique && seen.has(cell)) say('is there twice')
          seen.add(cell)
        }
      }
    }
    expect(faults).toEqual([])
  })

  test('holds for every reference', () => {
    const broken: string[] = []
    let checked = 0
    for (const { name, schema } of resources) {
      const lists = schema?.fields.flatMap((field) => {
        const resource = field['contactline:list']?.resource
        return resource ? [{ column: field.name, resource }] : []
      })
      const keys = schema?.foreignKeys?.map(({ fields, reference }) => {
        return { column: fields, resource: reference.resource }
      })
      for (const { column, resource } of [...(lists ?? []), ...(keys ?? [])]) {
        const known = ids(resource)
        for (const row of rowsOf(name)) {
          for (const id of splitValues(row[column] ?? '')) {
            checked++
            if (!known.has(id)) broken.push(`${name} ${row.id} ${column}: ${id}`)
          }
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
      const cells = { ...good, [column.name]: cell }
      const text = csvOf({ columns: Object.keys(cells), rows: [{ line: 2, cells }] })
      expect(parse(text, 'f', CONFLICT).issues, `${column.name} "${cell}"`).toEqual([])
    }
  })

  test('the pools of cells hold some that are refused', () => {
    const kind = buildTables(CONFLICT).incidents.find(({ name }) => name === 'kind')
    const pattern = new RegExp(kind ? (patternOf(kind) ?? '') : '', 'u')
    expect(CELLS.filter((cell) => pattern.test(cell))).toEqual([
      '',
      'fire',
      'fire; mine',
      'UAV',
      'engineering works',
    ])
  })
})
