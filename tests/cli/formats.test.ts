import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { customInfo } from '../../src/export/provenance'
import { geoJsonText, reportsGeoJson } from '../../src/export/reportsGeojson'
import { ROW_REPORT_HEADER, rowReportLine } from '../../src/open/rowReport'
import { sliceDataset } from '../../src/query/sliceDataset'
import type { Dataset } from '../../src/store/dataset'
import { CONFLICT } from '../support/conflict'
import { everything } from '../support/fixtures'
import { fixture, open, openGuessed, openReports } from '../support/open'
import { contactline, emptyFolder, type Finding, FROZEN, MOMENT } from './run'

const OPENED = 'tests/fixtures/opened'
const COLUMNS = {
  'windows-1251.csv': 'date=Дата,place=Район,lon=Долгота,lat=Широта,summary=Описание',
  'windows-1254.tsv': 'date=Tarih,place=İlçe,summary=Açıklama,publisher=Kaynak',
  'points.geojson': 'date=date,place=district,summary=description,publisher=source',
}

function run(...args: string[]) {
  return contactline([...args, '--data', resolve(FROZEN)], { cwd: OPENED })
}

/** What the page exports of a dataset that it opened from files. */
function exported(dataset: Dataset, files: string): string {
  const meta = { ...customInfo(CONFLICT, files, dataset.places), generated: MOMENT }
  return geoJsonText(reportsGeoJson(dataset, sliceDataset(dataset, everything(dataset)), meta))
}

test.each([
  ['acled.csv'],
  ['ucdp.csv'],
  ['contactline.csv.gz', 'sources.csv'],
  ['utf-16.csv', 'sources.csv'],
])('join reads %s as the page does', async (...names) => {
  const { dataset } = await openReports(names.map(fixture))
  expect(run('join', ...names).stdout).toBe(exported(dataset, names[0] ?? ''))
})

test.each(Object.entries(COLUMNS))('join reads %s by its columns', async (name, columns) => {
  const { asked } = await openGuessed(fixture(name))
  const fields = Object.fromEntries(
    columns.split(',').map((pair) => {
      const [field = '', column] = pair.split('=')
      return [field === 'date' ? 'date_start' : field, column]
    }),
  )
  const { dataset } = await openReports([fixture(name)], { ...asked.guess, columns: fields })
  const { stdout } = run('join', name, '--columns', columns)
  expect(stdout).toBe(exported(dataset, name))
  expect(JSON.parse(stdout).features[0].properties.areas).toMatch(/^(aghdam|lachin)$/)
})

const FAULTS = 'tests/fixtures/faults'
const LAYOUTS = ['layouts', 'containers'].flatMap((folder) =>
  readdirSync(join(FAULTS, folder)).map((name) => join(folder, name)),
)

test.each(LAYOUTS.filter((name) => !name.includes('districts')))(
  '%s is read as on the page',
  async (path) => {
    const name = path.split('/').at(-1) ?? ''
    const file = packed(path)
    const asked = await open([file])
    const { dataset } = await openReports([file], asked.kind === 'question' ? asked.guess : null)
    const joinFile = (...more: string[]) =>
      contactline(['join', name, '--data', resolve(FROZEN), ...more], {
        cwd: join(FAULTS, path, '..'),
      })
    const columns = /--columns "([^"]+)"/.exec(asked.kind === 'question' ? joinFile().stderr : '')
    const { stdout } = joinFile(...(columns ? ['--columns', columns[1] ?? ''] : []))
    expect(stdout).toBe(exported(dataset, name))
  },
)

test('stats counts another country’s events by its own words', () => {
  const name = 'acled-other-country.csv'
  const { stdout } = contactline(['stats', name, '--data', resolve(FROZEN)], {
    cwd: join(FAULTS, 'layouts'),
  })
  expect(stdout).toMatch(/^Actor 1 /m)
  expect(stdout).toMatch(/^Northern Example Front +northern-example-front +2$/m)
  expect(stdout).not.toMatch(/Azerbaijan|Other|not events/)
})

test('check lists the issues of a foreign file in the words of its columns', () => {
  const { stdout, status } = run('check', 'acled.csv', '--json')
  expect(status).toBe(1)
  const issues: Finding[] = JSON.parse(stdout).issues
  expect(issues.map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual(
    expect.arrayContaining([
      '4 source noSource',
      '5 event_date startNotDate',
      '6 event_id_cnty repeatedId',
    ]),
  )
})

test('several files of different formats are one dataset, by standard input too', () => {
  const both = run('join', 'acled.csv', 'ucdp.csv')
  const ids = JSON.parse(both.stdout).features.map(({ id }: { id: string }) => id)
  expect(ids).toEqual(expect.arrayContaining(['TEST1', '900001']))
  const input = readFileSync(join(OPENED, 'ucdp.csv'), 'utf8')
  const piped = contactline(['stats', '-', '--data', FROZEN, '--json'], { input })
  expect(JSON.parse(piped.stdout).by_party.length).toBeGreaterThan(0)
})

test('a table of unknown format is asked about, with a proposal that works', () => {
  const { stderr, status } = run('join', 'windows-1254.tsv')
  expect(status).toBe(1)
  const [, proposal = ''] = /--columns "([^"]+)"/.exec(stderr) ?? []
  expect(run('join', 'windows-1254.tsv', '--columns', proposal).status).toBe(0)
  expect(run('join', 'windows-1254.tsv', '--columns', 'when=Tarih').stderr).toMatch(
    /--columns: "when" is unknown. Give one of date, date_start/,
  )
  expect(run('join', 'windows-1254.tsv', '--columns', 'date=Datum').stderr).toMatch(
    /has no column "Datum". It has Tarih/,
  )
})

test.each([
  ['workbook.xls', /workbook\.xls: This is .* an old kind of workbook/],
  ['districts.geojson', /district outlines, not reports/],
  ['page.html', /page\.html: This is a web page/],
])('%s is refused with what to do', (name, message) => {
  const { stderr, status } = run('check', name)
  expect(stderr).toMatch(message)
  expect(status).toBe(1)
})

test('semicolons and dates with the day first are read as on the page', () => {
  const folder = emptyFolder()
  const rows =
    'id;date_start;areas;reported_by;reporting_party;summary\na;29.11.2022;Shusha;X;Armenia;One'
  writeFileSync(join(folder, 'a.csv'), rows)
  const { stdout } = contactline(['join', 'a.csv', '--data', resolve(FROZEN)], { cwd: folder })
  const [{ properties }] = JSON.parse(stdout).features
  expect(properties).toMatchObject({ date_start: '2022-11-29', areas: 'shusha' })
})

test('the report on rows is that of the page', async () => {
  const folder = emptyFolder()
  for (const [name, file] of [
    ['acled.csv', fixture('acled.csv')],
    ['zip-two.zip', packed('containers/zip-two.zip')],
    ['rows.csv', packed('layouts/acled-an-actor-a-row.csv')],
    ['counts.csv', packed('layouts/acled-aggregated.csv')],
  ] as const) {
    writeFileSync(join(folder, name), new Uint8Array(await file.blob.arrayBuffer()))
    for (const command of ['check', 'join']) {
      contactline([command, name, '--data', resolve(FROZEN), '--report', 'r.csv'], { cwd: folder })
      const { rows } = await openReports([{ ...file, name }])
      const expected = [ROW_REPORT_HEADER, ...rows.map(rowReportLine)].join('')
      expect(withoutHints(readFileSync(join(folder, 'r.csv'), 'utf8'))).toEqual(
        withoutHints(expected),
      )
    }
  }
})

test('patterns, archives by standard input and rows without ids of several files are read', () => {
  const folder = emptyFolder()
  const table = (place: string) => `date,district\n2022-11-29,${place}\n`
  writeFileSync(join(folder, 'a.csv'), table('Shusha'))
  writeFileSync(join(folder, 'b.csv'), table('Lachin'))
  const options = ['--columns', 'date=date,place=district', '--data', resolve(FROZEN)]
  const { stdout } = contactline(['join', '*.csv', ...options], { cwd: folder })
  const found = JSON.parse(stdout).features.map(({ id }: { id: string }) => id)
  expect(found).toEqual(['row-2', 'row-4'])
  const input = readFileSync(join(FAULTS, 'containers/zip-two.zip'))
  const piped = contactline(['join', '-', '--data', resolve(FROZEN)], { input })
  expect(JSON.parse(piped.stdout).features).toHaveLength(2)
})

function packed(path: string) {
  const name = path.split('/').at(-1) ?? ''
  return { name, blob: new Blob([readFileSync(join(FAULTS, path))]) }
}

/** The page looks for similar names only in the rows that it shows; reasons are in any order. */
function withoutHints(report: string): string[] {
  const lines = report.replaceAll(/ \(nearest: [^)]*\)|"/g, '').split('\n')
  return lines.map((line) => line.split(/; |,/).sort().join())
}
