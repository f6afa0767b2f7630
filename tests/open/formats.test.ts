import { describe, expect, test } from 'vitest'
import { formatDay } from '../../src/model/day'
import { dayOf } from '../../src/model/interval'
import type { Incident } from '../../src/model/report'
import {
  fixture,
  flat,
  open,
  openGuessed,
  openReports,
  problem,
  reportsOf,
  textFile,
} from '../support/open'

function byId(reports: readonly Incident[], id: string) {
  const found = reports.find((report) => report.id === id)
  if (!found) throw new Error(`there is no ${id}`)
  return flat(found) as Incident & Incident['record']
}

/** Days, their precision; placement, areas; kinds; reporting and accused party; killed. */
test.each([
  ['acled TEST1', '11-29 11-29 day', 'settlement lachin', 'fire azerbaijan not-stated null'],
  ['acled TEST2', '11-01 11-30 days', 'approximate kalbajar', 'shelling other azerbaijan 2'],
  ['acled TEST3', '11-13 11-19 days', 'district aghdam', 'uav other armenia 1'],
  ['ucdp 900001', '11-29 11-29 day', 'settlement shusha', 'unspecified armenia not-stated 2'],
  ['ucdp 900002', '11-25 11-28 days', 'district aghdam', 'unspecified other not-stated 3'],
  ['ucdp 900003', '01-01 12-31 days', 'country azerbaijan', 'unspecified other azerbaijan 1'],
  ['ucdp 900004', '11-01 11-30 days', 'approximate lachin', 'unspecified other not-stated 0'],
])('the codes of %s become what they mean', async (name, time, place, what) => {
  const [format = '', id = ''] = name.split(' ')
  const { dataset, file } = await openReports([fixture(`${format}.csv`)])
  expect(file.format).toBe(format)
  const { interval, record, placement, areas } = byId(reportsOf(dataset), id)
  const days = [interval.start, interval.end].map((at) => formatDay(dayOf(at)).slice(5))
  expect([...days, record.time_precision].join(' ')).toBe(time)
  expect([placement, ...areas].join(' ')).toBe(place)
  const { kind, reporting_party, accused_party, killed } = record
  expect([...kind, reporting_party, accused_party, `${killed}`].join(' ')).toBe(what)
})

test('a position known to a region or district only is not drawn', async () => {
  const { dataset: acled } = await openReports([fixture('acled.csv')])
  expect(byId(reportsOf(acled), 'TEST3').position).toBeNull()
  const { dataset: ucdp } = await openReports([fixture('ucdp.csv')])
  const { locations, position } = byId(reportsOf(ucdp), '900002')
  expect(locations[0]?.position).not.toEqual(position)
  const province = { placement: 'district', areas: ['syunik'] }
  expect(byId(reportsOf(ucdp), '900005')).toMatchObject(province)
})

test.each<[string, unknown[][]]>([
  [
    'acled.csv',
    [
      [2, 'TEST1', 'accepted'],
      [3, 'TEST2', 'accepted'],
      [4, 'TEST3', 'noted', 'geo_precision knownToRegion', 'source noSource'],
      [5, 'TEST4', 'refused', 'event_date startNotDate'],
      [6, 'TEST1', 'refused', 'event_id_cnty repeatedId'],
      [7, 'TEST6', 'noted', 'admin1 unknownAreaNear', 'longitude coordinatesSwapped'],
    ],
  ],
  [
    'ucdp.csv',
    [
      [2, '900001', 'accepted'],
      [3, '900002', 'accepted'],
      [4, '900003', 'noted', 'where_prec knownToCountry', 'source_office noSource'],
      [5, '900004', 'accepted'],
      [6, '900005', 'noted', 'where_prec knownToProvince', 'date_end endBeforeStart'],
    ],
  ],
])('every row of %s has its outcome and its reason', async (name, expected) => {
  const { rows } = await openReports([fixture(name)])
  const found = rows.map(({ number, id, outcome, issues }) => {
    return [number, id, outcome, ...issues.map(({ column, code }) => `${column} ${code}`)]
  })
  expect(found).toEqual(expected)
})

describe('Contactline', () => {
  const files = [fixture('contactline.csv'), fixture('sources.csv')]

  test('reports come with the sources of their file, whichever is named first', async () => {
    for (const order of [files, [...files].reverse()]) {
      const { dataset, rows } = await openReports(order)
      expect(dataset.sources.size).toBe(2)
      const titles = [{ title: 'A test headline' }, { title: 'Another test headline' }]
      expect(byId(reportsOf(dataset), 'test-2').citedSources).toMatchObject(titles)
      const outcomes = rows.map(({ outcome }) => outcome)
      expect(outcomes).toEqual(['accepted', 'accepted', 'noted', 'refused'])
    }
  })

  test.each(['utf-16.csv', 'contactline.csv.gz'])('%s holds the same', async (name) => {
    const plain = await openReports(files)
    const other = await openReports([fixture(name), fixture('sources.csv')])
    expect(reportsOf(other.dataset)).toEqual(reportsOf(plain.dataset))
  })

  test('several files are opened one by one, sources with the file they belong to', async () => {
    const names = ['acled.csv', 'contactline.csv', 'ucdp.csv', 'sources.csv']
    expect(await open(names.map(fixture))).toEqual({ kind: 'several', groups: [[0], [1, 3], [2]] })
  })

  test.each([
    ['a list of sources alone', ['sources.csv'], 'sourcesAlone'],
    ['sources of another format', ['acled.csv', 'sources.csv'], 'sourcesWithOtherFormat'],
    ['a page', ['page.html'], 'webPage'],
  ])('%s cannot be opened', async (_, names, code) => {
    await expect(open(names.map(fixture))).rejects.toThrow(problem(code))
  })
})

describe('any other table', () => {
  test('Cyrillic in windows-1251 with decimal commas is guessed and read', async () => {
    const { asked, dataset, rows, file } = await openGuessed(fixture('windows-1251.csv'))
    expect(asked.header).toContain('Долгота')
    expect(asked.guess).toMatchObject({
      dateOrder: 'dmy',
      columns: { date_start: 'Дата', areas: 'Район', lon: 'Долгота', lat: 'Широта' },
    })
    expect(file.table.encoding).toBe('windows-1251')
    expect(byId(reportsOf(dataset), 'row-2')).toMatchObject({
      areas: ['shusha'],
      placement: 'settlement',
      summary: 'Проверочная строка: обстрел',
    })
    expect(rows.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted', 'refused'])
  })

  test('Turkish in windows-1254 with tabs', async () => {
    const asked = await open([fixture('windows-1254.tsv')])
    if (asked.kind !== 'question') throw new Error(asked.kind)
    const guess = { ...asked.guess, columns: { ...asked.guess.columns, areas: 'İlçe' } }
    const { dataset, file } = await openReports([fixture('windows-1254.tsv')], guess)
    expect(file.table).toMatchObject({ encoding: 'windows-1254', delimiter: '\t' })
    expect(reportsOf(dataset).map(({ areas }) => areas)).toEqual([['aghdam'], ['shusha']])
  })

  test('GeoJSON with points, nothing and a line', async () => {
    const { dataset, file, rows } = await openGuessed(fixture('points.geojson'))
    expect(reportsOf(dataset).map(({ id, placement }) => [id, placement])).toEqual([
      ['p2', 'district'],
      ['p3', 'district'],
      ['p1', 'settlement'],
    ])
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 3])
    expect(file.issues).toMatchObject([
      { code: 'featuresNotPoints', params: { n: 1, total: 3, type: 'LineString' } },
    ])
  })
})

describe('what is no data is refused with its reason', () => {
  test.each([
    ['', 'emptyFile'],
    ['   \n', 'emptyFile'],
    ['one column\nof words\n', 'oneColumn'],
    ['a,b\n', 'noRows'],
    ['{"type":"FeatureCollection","features":[]}', 'noFeature'],
    ['{"a":1}', 'notGeoJson'],
    ['{"type":"FeatureCollection","features":[{', 'damagedJson'],
    ['{"type":"Topology","objects":{},"arcs":[]}', 'noFeature'],
    ['{"a":1}\n{"a":2}\n', 'noDateProperty'],
    ['{"type":"Feature","properties":{"name":"A road"}}', 'noDateProperty'],
    ['{"type":"FeatureCollection","features":[{"properties":{"n": NaN}}]}', 'nanInJson'],
    ['<kml></kml>', 'noFeature'],
    ['This is a letter, nothing else.\nIt has two lines, and commas.\n', 'noDateColumn'],
    ['name,phone\nA,1\nB,2\n', 'noDateColumn'],
    ['event_id_cnty,event_date,admin1\n', 'noRows'],
    ['id,date_start,areas,reported_by,reporting_party,summary\n\n', 'noRows'],
    ['\u0000\u0001\u0002binary', 'notText'],
  ])('%j', async (text, code) => {
    await expect(open([textFile(text)])).rejects.toThrow(problem(code))
  })
})
