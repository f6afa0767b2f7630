import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { allReports } from '../../scripts/allReports'
import { reportsCsv } from '../../src/export/reportsCsv'
import { geoJsonText, reportsGeoJson } from '../../src/export/reportsGeojson'
import { sliceDataset } from '../../src/query/sliceDataset'
import { everything, geodata, realDataset } from '../support/fixtures'
import { faultsOf } from '../support/rfc7946'
import { contactline, emptyFolder, FROZEN, fixture, MOMENT, onFrozen } from './run'

const META = { ...JSON.parse(geodata('dataset.json')), generated: MOMENT }
const HEADER = 'id,date_start,areas,reported_by,reporting_party,summary'

interface Feature {
  readonly id: string
  readonly geometry: unknown
  readonly properties: Readonly<Record<string, unknown>>
}

test('join places reports of the six columns by any name, and keeps the one that names no area', () => {
  const { stdout, stderr, status } = onFrozen(['join', fixture('minimal.csv')])
  expect([stderr, status]).toEqual(['', 0])
  const collection = JSON.parse(stdout)
  expect(faultsOf(collection)).toEqual([])
  const places = collection.features.map(({ id, properties }: Feature) => [id, properties.areas])
  expect(places).toEqual([
    ['m-3', ''],
    ['m-2', 'lachin; kalbajar'],
    ['m-1', 'shusha'],
  ])
  expect(collection.features[0].geometry).toBeNull()
  expect(collection.contactline.licence).toBe('not stated')
})

test('join places by coordinates and cites the sources of a second file', () => {
  const files = [fixture('positions.csv'), fixture('pages.csv')]
  const { stdout, status } = onFrozen(['join', ...files])
  expect(status).toBe(0)
  const [feature] = JSON.parse(stdout).features
  expect(feature.properties).toMatchObject({
    areas: 'shusha',
    source_urls: 'https://example.org/statement',
  })
  expect(feature.geometry.coordinates).toEqual([[46.75, 39.76]])
})

test('join writes what it could read, tells the rest on standard error and ends with 1', () => {
  const { stdout, stderr, status } = onFrozen(['join', fixture('broken.csv')])
  expect(status).toBe(1)
  expect(JSON.parse(stdout).features.map(({ id }: Feature) => id)).toEqual(['a-2', 'a-5'])
  expect(stderr).toMatch(/broken\.csv +2 +date_start +a-1 +error/)
})

test('an export reads back in and joins to the same places', () => {
  const geojson = onFrozen(['export', '--from', '2022-11-27', '--to', '2022-12-03']).stdout
  const again = onFrozen(['join', '-'], { input: geojson })
  expect([again.stderr, again.status]).toEqual(['', 0])
  const facts = (text: string) =>
    JSON.parse(text).features.map(({ id, geometry, properties }: Feature) => {
      return [id, geometry, properties.areas, properties.sources]
    })
  expect(facts(again.stdout)).toEqual(facts(geojson))
})

test('export without options is all that is on file, as the core writes it', async () => {
  const dataset = realDataset()
  const slice = sliceDataset(dataset, everything(dataset))
  expect(onFrozen(['export']).stdout).toBe(geoJsonText(reportsGeoJson(dataset, slice, META)))
  const csv = (await reportsCsv(dataset, slice, META)).join('')
  expect(onFrozen(['export', '--format', 'csv']).stdout).toBe(csv)
})

test('export writes the directions of fire of the shipped records, the same as lines and table', () => {
  const { stdout } = contactline(['export', '--format', 'directions', '--by', 'azerbaijan'])
  const { features } = JSON.parse(stdout)
  expect(faultsOf(JSON.parse(stdout))).toEqual([])
  const args = ['export', '--format', 'directions-csv', '--by', 'azerbaijan']
  const [header, ...rows] = contactline(args).stdout.trimEnd().split('\n')
  expect(header).toMatch(/^origin,origin_area,target,target_area,exact,outright,reports,/)
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.length).toBe(features.length)
})

test('the file of all reports in the site is the export, made on the day of release', () => {
  const epoch = String(Date.parse(META.released) / 1000)
  const { stdout } = onFrozen(['export'], { env: { SOURCE_DATE_EPOCH: epoch } })
  expect(allReports(FROZEN)).toBe(stdout)
})

test('export filters by every option', { timeout: 90_000 }, () => {
  const ids = (...args: string[]): string[] =>
    JSON.parse(onFrozen(['export', ...args]).stdout).features.map(({ id }: Feature) => id)
  const all = ids('--from', '2022-11-27', '--to', '2022-12-03')
  const filters = [
    ['--by', 'azerbaijan'],
    ['--area', 'shusha,lachin'],
    ['--area', 'shusha', '--area', 'unlocated'],
    ['--accused', 'armenia'],
    ['--kind', 'shelling'],
    ['--weapon', 'small-arms,various-calibre'],
    ['--denied', 'yes'],
    ['--placement', 'unlocated'],
    ['--agreement', 'one-side'],
    ['--q', 'kalbajar'],
    ['--q', '30 november shusha'],
    ['--off', '2022-11-29,2022-11-30'],
  ]
  for (const filter of filters) {
    const some = ids('--from', '2022-11-27', '--to', '2022-12-03', ...filter)
    expect(some.length, filter.join(' ')).toBeLessThan(all.length)
    expect(all).toEqual(expect.arrayContaining(some))
  }
  const open = ids('--from', '2023-09-20')
  expect(open.length).toBeGreaterThan(0)
  expect(ids('--to', '2020-11-30')).toEqual(['20201126-01'])
})

test.each([
  ['bibtex', /^@online\{/],
  ['ris', /^TY {2}- /],
  ['csl', /^\[\n/],
  ['districts', /"reports_certain":/],
])('export --format %s', (format, start) => {
  const args = ['export', '--format', format, '--from', '2022-11-29', '--to', '2022-11-30']
  const { stdout, status } = contactline(args)
  expect(stdout).toMatch(start)
  expect(status).toBe(0)
})

test('citations of a slice without sources are refused, not written empty', () => {
  const slice = ['--from', '2021-03-01', '--to', '2021-03-02']
  const { stdout, stderr, status } = onFrozen(['export', '--format', 'ris', ...slice])
  expect([stdout, status]).toEqual(['', 1])
  expect(stderr).toContain('nothing was written')
})

test('stats counts at least and up to, and says where nothing is on file', () => {
  const { stdout, status } = onFrozen(['stats'])
  expect(status).toBe(0)
  expect(stdout).toMatch(/^2021-03 +no reports on file$/m)
  expect(stdout).toMatch(/^2022-05 +at least 4, up to 5$/m)
  expect(stdout).toMatch(/^Shusha +shusha +\d+$/m)
  expect(stdout).toMatch(/^part-of-day +\d+$/m)
  const filtered = onFrozen(['stats', '--by', 'armenia', '--area', 'shusha']).stdout
  expect(filtered).toMatch(/^2021-03 +no reports on file$/m)
  expect(filtered).toMatch(/^2022-05 +0$/m)
  const json = JSON.parse(onFrozen(['stats', '--json']).stdout)
  const dataset = realDataset()
  const { count, notLocated } = sliceDataset(dataset, everything(dataset))
  for (const group of ['by_party', 'by_time_precision', 'by_placement']) {
    let sum = 0
    for (const { certain } of json[group]) sum += certain
    expect(sum, group).toBe(count.certain)
  }
  expect(json.by_area.at(-1)).toMatchObject({ id: 'unlocated', ...notLocated })
})

test('stats --format csv writes counts per slice and party; --unit also changes the tables', () => {
  const slice = ['--from', '2022-11-27', '--to', '2022-12-03', '--off', '2022-11-29']
  const { stdout, status } = onFrozen(['stats', ...slice, '--unit', 'week', '--format', 'csv'])
  expect(status).toBe(0)
  const [header, ...rows] = stdout.trimEnd().split('\n')
  expect(header).toBe('from,to,party,at_least,up_to,on_file')
  const dates = new Set(rows.map((row) => row.slice(0, 21)))
  expect([...dates]).toEqual(['2022-11-27,2022-11-27', '2022-11-28,2022-12-03'])
  expect(onFrozen(['stats', ...slice, '--unit', 'week']).stdout).toMatch(/^2022-W48 +at least/m)
})

test('diff tells what was added, corrected field by field, and withdrawn with its reason', () => {
  const [older, newer] = [emptyFolder(), emptyFolder()]
  const tables = [older, newer].map((each) => join(each, 'incidents.csv'))
  const [old = '', now = ''] = tables
  const before = 'a,2022-11-29,Shusha,X,Armenia,One\nb,2022-11-29,Shusha,X,Armenia,Two\n'
  const after = 'c,2022-11-30,Aghdam,X,Armenia,Three,\na,2022-11-28,Shusha,X,Armenia,One,1\n'
  writeFileSync(old, `${HEADER}\n${before}`)
  writeFileSync(now, `${HEADER},killed\n${after}`)
  writeFileSync(join(newer, 'withdrawn.csv'), 'id,reason\nb,the page was retracted\n')
  const { incidents } = JSON.parse(contactline(['diff', older, newer, '--json']).stdout)
  const fields = [
    { field: 'date_start', old: '2022-11-29', new: '2022-11-28' },
    { field: 'killed', old: '', new: '1' },
  ]
  expect(incidents).toMatchObject({
    added: [{ id: 'c' }],
    corrected: [{ id: 'a', about: 'One', fields }],
    withdrawn: [{ id: 'b', about: 'Two', reason: 'the page was retracted' }],
    records: { old: 2, new: 2 },
  })
  const { stdout } = contactline(['diff', ...tables])
  expect(stdout).toContain('- b: Two (withdrawn: the page was retracted)')
  expect(stdout).toContain('  - killed: empty is now "1"')
})

test('diff of a version with itself finds nothing, whatever the order of rows', () => {
  const folder = emptyFolder()
  cpSync(`${FROZEN}/sources.csv`, join(folder, 'sources.csv'))
  const [header, ...rows] = readFileSync(`${FROZEN}/incidents.csv`, 'utf8').trimEnd().split('\n')
  writeFileSync(join(folder, 'incidents.csv'), `${[header, ...rows.reverse()].join('\n')}\n`)
  const { incidents, sources } = JSON.parse(contactline(['diff', FROZEN, folder, '--json']).stdout)
  for (const changes of [incidents, sources]) {
    expect(changes).toMatchObject({ added: [], corrected: [], withdrawn: [] })
    expect(changes.records.old).toBe(changes.records.new)
  }
})

test('diff of different tables is refused', () => {
  const tables = [`${FROZEN}/incidents.csv`, `${FROZEN}/places.csv`]
  const { stderr, status } = contactline(['diff', ...tables])
  expect(stderr).toContain('are not versions of the same table')
  expect(status).toBe(1)
})
