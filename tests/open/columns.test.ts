import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildGeography } from '../../src/join/geography'
import type { AreaId } from '../../src/model/ids'
import { recogniseFiles } from '../../src/open/openFiles'
import { previewReports } from '../../src/open/previewReports'
import { mappingFileText, readMappingFile } from '../../src/read/columns/mappingFile'
import { termReader, valueTerms } from '../../src/read/columns/valueTerms'
import { DATE_ORDERS } from '../../src/read/dates'
import { MAPPED_FIELDS, type Mapping, VALUE_FIELDS } from '../../src/read/format'
import { CONFLICT } from '../support/conflict'
import {
  codesOf,
  fixture,
  open,
  openGuessed,
  openReports,
  problem,
  reportsOf,
  textFile,
  WORLD,
} from '../support/open'

async function guessed(text: string): Promise<Mapping> {
  const asked = await open([textFile(text)])
  if (asked.kind !== 'question') throw new Error(asked.kind)
  return asked.guess
}

async function preview(text: string, mapping: Mapping) {
  const files = [textFile(text)]
  const { kind, file } = {
    file: null,
    ...(await recogniseFiles({ ...WORLD, files, mapping: null })),
  }
  if (kind !== 'question' || !file) throw new Error(kind)
  return previewReports({ ...file, mapping, vocabulary: null }, buildGeography(WORLD))
}

describe('a guess', () => {
  test('knows columns and clock times in other words', async () => {
    const header = "N°;Date de l'incident;Heure;Localité;Type d'incident;Auteur présumé;Commentaire"
    const cells = [
      ...['14h30', '9 h 05', '9h', '14.30 Uhr', '14h-15h30', '9 pm', '25h'].map((time, index) =>
        [index + 1, '29/11/2022', time, 'Bol', 'Attaque', 'Inconnu', 'Texte'].join(';'),
      ),
    ]
    const { asked, dataset, rows } = await openGuessed(textFile([header, ...cells].join('\n')))
    expect(asked.guess.columns).toEqual({
      id: 'N°',
      date_start: "Date de l'incident",
      time_start: 'Heure',
      place: 'Localité',
      kind: "Type d'incident",
      accused_as_worded: 'Auteur présumé',
      summary: 'Commentaire',
    })
    const byId = reportsOf(dataset).sort((a, b) => Number(a.id) - Number(b.id))
    expect(byId.map(({ record }) => [record.time_start, record.time_end].join('-'))).toEqual([
      ...['14:30-', '09:05-', '09:00-', '14:30-', '14:00-15:30', '21:00-', '-'],
    ])
    expect(codesOf(rows.at(-1)?.issues)).toContain('notClock')
    expect(byId.at(-1)?.record.when_as_reported).toBe('29/11/2022 25h')
    expect(byId.at(0)?.record.when_as_reported).toBe('')
  })

  test('keeps the words in place of numbers', async () => {
    const header = 'Datum;Ort;Tote;Verletzte;Beschreibung;Bemerkung'
    const text = `${header}\n29.11.2022;Bol;mind. 10;3;Text;Text; mehr\n`
    const { dataset } = await openGuessed(textFile(text.replace('Text; mehr', '"Text; mehr"')))
    const [report] = reportsOf(dataset)
    expect(report?.record).toMatchObject({
      killed: null,
      wounded: 3,
      note: 'Text; mehr · Tote: mind. 10',
    })
  })

  test('knows the columns of lists that people keep', async () => {
    const german = 'lfd. Nr.;Datum;Bundesstaat;Ort;Mutmaßlicher Täter\n1;5.3.2024;Nord;Bol;X\n'
    expect((await guessed(german)).columns).toEqual({
      id: 'lfd. Nr.',
      date_start: 'Datum',
      areas: 'Bundesstaat',
      place: 'Ort',
      accused_as_worded: 'Mutmaßlicher Täter',
    })
    const { columns } = await guessed('fecha,departamento,municipio\n2024-03-05,Norte,Bol\n')
    expect(columns).toEqual({ date_start: 'fecha', areas: 'departamento', place: 'municipio' })
  })

  test('knows German columns written without umlauts', async () => {
    const { columns } = await guessed(
      'Datum;Ort;Breite;Laenge\n30.11.2022;Shusha;39,7589;46,7489\n',
    )
    expect(columns).toMatchObject({ lat: 'Breite', lon: 'Laenge' })
  })

  test('places reports of another part of the world by the districts that they name', async () => {
    const text = 'date,district,lat,lon,text\n2022-11-29,Gulomakeda,14.2,39.4,a\n'.concat(
      '2022-11-30,Humera,14.3,36.6,b\n2022-11-30,Adwa,,,c\n2022-11-30,,,,d\n',
    )
    const away = await preview(text, await guessed(text))
    expect(codesOf(away.reasons)).not.toContain('unknownArea')
    expect(away).toMatchObject({ placed: 3, placeUnknown: 0, withoutPlace: 1 })
    const here = 'date,district,text\n2022-11-29,Gulomakeda,a\n2022-11-30,Shusha,b\n'
    expect(codesOf((await preview(here, await guessed(here))).reasons)).toContain('unknownArea')
  })

  test('places every row that can be placed, and keeps every word', async () => {
    const { dataset, rows, file } = await openGuessed(fixture('vorfaelle.csv'))
    expect(Object.keys(file.mapping?.columns ?? {}).length).toBe(file.table.header.length)
    const reports = reportsOf(dataset)
    const unplaced = reports.filter(({ locations }) => locations.every((place) => !place.position))
    expect(unplaced.map(({ record }) => record.areas)).toEqual([['Irgendwo']])
    expect(rows.filter(({ outcome }) => outcome === 'refused').map(({ id }) => id)).toEqual([
      '3',
      '11',
    ])
    const byId = new Map(reports.map((report) => [String(report.id), report.record]))
    expect(byId.get('1')).toMatchObject({
      reporting_party: 'azerbaijan',
      reported_by: 'Aserbaidschan',
      accused_party: 'armenia',
      weapons: ['Handfeuerwaffen'],
    })
    expect(byId.get('10')).toMatchObject({ weapons: ['UAV'] })
    expect(byId.get('15')?.accused_as_worded).toBe('armenische Formationen')
    // A town by name alone is placed at the town, a district as a district.
    expect(reports.find(({ id }) => String(id) === '4')?.placement).toBe('settlement')
    expect(reports.find(({ id }) => String(id) === '12')?.placement).toBe('district')
  })

  test.each<[string, string, Partial<Mapping['columns']>]>([
    [
      'a date in three columns',
      'Year,Month,Day,x\n2022,11,29,a\n2022,12,1,b',
      { year: 'Year', month: 'Month', day: 'Day' },
    ],
    [
      'degrees under any name',
      'a,b,c\n2022-11-29,"46,7489","39,7585"\n2022-11-30,"46,5453","39,6383"',
      { date_start: 'a', lon: 'b', lat: 'c' },
    ],
    ['towns under any name', 'a,b\n2022-11-29,Goris\n2022-11-30,Jermuk', { place: 'b' }],
    ['towns under a name for towns', 'date,town\n2022-11-29,Goris', { place: 'town' }],
    [
      'districts with their towns',
      'date,district,town\n2022-11-29,Syunik,Goris',
      { areas: 'district', settlements: 'town' },
    ],
    [
      'parties',
      'date,a,b\n2022-11-29,Ermenistan,Azerbaycan\n2022-11-30,Azerbaycan,Ermenistan',
      { reported_by: 'a', accused_as_worded: 'b' },
    ],
    [
      'a country, which is no party',
      'date,country\n2022-11-29,Armenia\n2022-11-30,Azerbaijan',
      { date_start: 'date' },
    ],
    [
      'what happened, not what was entered',
      'erfasst am,am\n2023-02-01,29.11.2022',
      { date_start: 'am' },
    ],
    [
      'an id that repeats, which is none',
      'id,date\n1,2022-11-29\n1,2022-11-30',
      { date_start: 'date' },
    ],
    ['days as a spreadsheet counts them', 'a,b\n44894,x\n44895,y', { date_start: 'a' }],
    [
      'decimal degrees, which are no pair',
      'date,place\n2022-11-29,"46,75"\n2022-11-30,"46,54"',
      { date_start: 'date' },
    ],
  ])('finds %s', async (_, text, columns) => {
    const { columns: found } = await guessed(text)
    const free = new Set(['x', 'b'])
    const relevant = Object.entries(found).filter(
      ([field, name]) => field in columns || !free.has(name),
    )
    expect(Object.fromEntries(relevant)).toMatchObject(columns)
    if (!('reported_by' in columns)) expect(found.reported_by).toBeUndefined()
    if (!('id' in columns)) expect(found.id).toBeUndefined()
  })

  test('knows a country in every language of Intl', () => {
    const countries = [
      ['AZ', 'azerbaijan'],
      ['AM', 'armenia'],
      ['RU', 'russia'],
    ] as const
    const languages = fc.constantFrom('de', 'fr', 'ru', 'hy', 'az', 'tr', 'ka', 'ar', 'zh', 'es')
    const term = termReader('reported_by', {}, CONFLICT)
    fc.assert(
      fc.property(languages, fc.constantFrom(...countries), (language, [code, party]) => {
        const name = new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? ''
        expect(term(name)).toBe(party)
        expect(term(name.toLocaleUpperCase(language))).toBe(party)
      }),
    )
  })
})

test('a date in several columns is as exact as they are', async () => {
  const text = 'Jahr,Monat,Tag\n2022,11,29\n2022,November,\n2022,,\n2022,13,1'
  const { dataset, rows } = await openGuessed(textFile(text))
  expect(
    reportsOf(dataset)
      .map(({ record }) => record.when_as_reported)
      .sort(),
  ).toEqual(['', '2022', '2022-11'])
  expect(rows.at(-1)?.issues[0]).toMatchObject({ code: 'startNotDate', column: 'Jahr' })
})

test('a time with a zone is local, on its local day', async () => {
  const text = 'date,time\n2022-11-29,14:40Z\n2022-11-29,23:30 UTC\n2022-11-29,10:00+04:00'
  const { dataset } = await openGuessed(textFile(text))
  const times = reportsOf(dataset).map(({ record }) => [record.id, record.time_start].join())
  expect(times.sort()).toEqual(['row-2,18:40', 'row-3,03:30', 'row-4,10:00'])
})

test('a kind that the dataset lacks is the file’s own, and keeps its word where it is rare', async () => {
  const kinds = ['ambush', 'ambush; fire', ...'abcdefghij']
  const text = ['date,kind', ...kinds.map((kind) => `2022-11-29,${kind}`)].join('\n')
  const { dataset } = await openGuessed(textFile(text))
  const records = new Map(reportsOf(dataset).map(({ record }) => [String(record.id), record]))
  expect(records.get('row-3')).toMatchObject({ kind: ['ambush', 'fire'], note: '' })
  expect(records.get('row-13')).toMatchObject({ kind: ['other'], kind_as_worded: 'j' })
})

const cells = fc.constantFrom(
  ...['', 'Shusha', 'Goris', 'Irgendwo', '29.11.2022', '31.02.2022', '46,7489', '39,7585', '7'],
)
const tables = fc.array(fc.tuple(cells, cells, cells, cells, cells), {
  minLength: 1,
  maxLength: 12,
})
const HEADER = ['date', 'b', 'c', 'd', 'e']

test('a preview counts what opening gives', async () => {
  const fields = fc.shuffledSubarray(
    [...(['place', 'areas', 'settlements', 'lon', 'lat', 'id'] as const)],
    { maxLength: 4 },
  )
  await fc.assert(
    fc.asyncProperty(tables, fields, async (rows, others) => {
      const text = [HEADER, ['29.11.2022', '', '', '', ''], ...rows]
        .map((row) => row.join(';'))
        .join('\n')
      const columns = Object.fromEntries(
        ['date_start', ...others].map((field, index) => [field, HEADER[index]]),
      )
      const mapping = { columns, dateOrder: 'dmy', party: 'other' } as Mapping
      const found = await preview(text, mapping)
      const { dataset, rows: read, imported } = await openReports([textFile(text)], mapping)
      const { areas } = buildGeography(WORLD)
      const isKnown = (area: AreaId | null) =>
        area !== null && (imported.isElsewhere || areas.has(area))
      const placed = reportsOf(dataset).filter(({ locations }) =>
        locations.some(({ area, isPoint }) => isPoint || isKnown(area)),
      ).length
      expect(found.rows).toBe(read.length)
      expect(found.placed).toBe(placed)
      expect(found.placed + found.placeUnknown + found.withoutPlace).toBe(dataset.incidents.length)
    }),
    { numRuns: 40 },
  )
})

describe('a column map', () => {
  const terms = (field: (typeof VALUE_FIELDS)[number]) =>
    fc.dictionary(
      fc.string(),
      fc.constantFrom('', ...valueTerms(CONFLICT)[field].map(({ id }) => id)),
    )
  const mappings: fc.Arbitrary<Mapping> = fc.record({
    columns: fc
      .shuffledSubarray([...MAPPED_FIELDS], { maxLength: HEADER.length })
      .map((fields) => Object.fromEntries(fields.map((field, index) => [field, HEADER[index]]))),
    dateOrder: fc.constantFrom(...DATE_ORDERS),
    party: fc.constantFrom(...CONFLICT.parties.map(({ id }) => id)),
    values: fc.record(Object.fromEntries(VALUE_FIELDS.map((field) => [field, terms(field)])), {
      requiredKeys: [],
    }),
  })

  test('is read as it was saved', () => {
    fc.assert(
      fc.property(mappings, (mapping) => {
        expect(readMappingFile(mappingFileText(mapping), HEADER, CONFLICT)).toEqual(mapping)
      }),
    )
  })

  test.each([
    ['{', 'mapNotJson'],
    ['[]', 'mapNotJson'],
    ['{}', 'mapNotObject'],
    ['{"columns":{"datum":"a"}}', 'mapWrongValue'],
    ['{"columns":{"date_start":"Datum"}}', 'mapWrongValue'],
    ['{"columns":{},"values":{"kind":{"Waffe":"gun"}}}', 'mapWrongValue'],
    ['{"columns":{},"party":"nobody"}', 'mapWrongValue'],
    ['{"columns":{},"dateOrder":"ydm"}', 'mapWrongValue'],
    ['{"columns":{},"more":1}', 'mapUnknownKey'],
  ])('%s is refused with its reason', (text, code) => {
    expect(() => readMappingFile(text, HEADER, CONFLICT)).toThrow(problem(code))
  })
})
