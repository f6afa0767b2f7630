import { describe, expect, test } from 'vitest'
import { formatDay } from '../../src/model/day'
import { dayOf } from '../../src/model/interval'
import type { Incident } from '../../src/model/report'
import {
  codesOf,
  fixture,
  flat,
  open,
  openGuessed,
  openReports,
  problem,
  reportsOf,
  textFile,
} from '../support/open'

/** A report by its id, with its days and its publishers. */
function byId(reports: readonly Incident[], id: string) {
  const found = reports.find((report) => report.id === id)
  if (!found) throw new Error(`there is no ${id}`)
  const { start, end } = found.interval
  const days = [start, end].map((minute) => formatDay(dayOf(minute))).join(' ')
  return { ...flat(found), days, publishers: found.citedSources.map(({ publisher }) => publisher) }
}

describe('ACLED', () => {
  const opened = openReports([fixture('acled.csv')])

  test.each([
    [
      'TEST1',
      {
        days: '2022-11-29 2022-11-29',
        time_precision: 'day',
        placement: 'settlement',
        killed: null,
        reporting_party: 'azerbaijan',
        accused_party: 'not-stated',
        publishers: ['Ministry of Defence of Azerbaijan', 'APA'],
      },
    ],
    [
      'TEST2',
      {
        days: '2022-11-01 2022-11-30',
        time_precision: 'days',
        kind: ['shelling'],
        killed: 2,
        placement: 'district',
        areas: ['kalbajar'],
        reporting_party: 'other',
        accused_party: 'azerbaijan',
      },
    ],
    [
      'TEST3',
      { days: '2022-11-13 2022-11-19', position: null, placement: 'district', kind: ['uav'] },
    ],
  ])('the codes of %s become what they mean', async (id, expected) => {
    const { dataset, file } = await opened
    expect(file.format).toBe('acled')
    expect(byId(reportsOf(dataset), id)).toMatchObject(expected)
  })

  test('every row has its outcome and its reason', async () => {
    const { rows } = await opened
    const found = rows.map(({ number, id, outcome, issues }) => {
      return [number, id, outcome, ...codesOf(issues)]
    })
    expect(found).toEqual([
      [2, 'TEST1', 'accepted'],
      [3, 'TEST2', 'accepted'],
      [4, 'TEST3', 'noted', 'knownToRegion', 'noSource'],
      [5, 'TEST4', 'refused', 'startNotDate'],
      [6, 'TEST1', 'refused', 'repeatedId'],
      [7, 'TEST6', 'noted', 'unknownAreaNear', 'coordinatesSwapped'],
    ])
    const noDate = { column: 'event_date', params: { value: '31 November 2022' } }
    expect(rows[3]?.issues).toMatchObject([noDate])
    expect(rows[5]?.issues).toMatchObject([
      { column: 'admin1', params: { nearest: 'Shusha' } },
      { column: 'longitude', params: { area: 'Shusha' } },
    ])
  })
})

describe('UCDP GED', () => {
  const opened = openReports([fixture('ucdp.csv')])

  test.each([
    [
      '900001',
      { placement: 'settlement', reporting_party: 'armenia', killed: 2, areas: ['shusha'] },
    ],
    [
      '900002',
      {
        placement: 'district',
        areas: ['aghdam'],
        days: '2022-11-25 2022-11-28',
        citedSources: [
          { publisher: 'Reuters News', published: '2022-11-28' },
          { publisher: 'Armenpress', published: '2022-11-29' },
        ],
      },
    ],
    ['900003', { placement: 'unlocated', accused_party: 'azerbaijan' }],
    ['900004', { placement: 'approximate' }],
    ['900005', { placement: 'district', areas: ['syunik'] }],
  ])('the codes of %s become what they mean', async (id, expected) => {
    expect(byId(reportsOf((await opened).dataset), id)).toMatchObject(expected)
  })

  test('an end before the start is reported, and a district is not a position', async () => {
    const { rows, dataset } = await opened
    expect(codesOf(rows[4]?.issues)).toContain('endBeforeStart')
    const { locations, position } = byId(reportsOf(dataset), '900002')
    expect(locations?.[0]?.position).not.toEqual(position)
  })
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

  test.each([
    ['a list of sources alone', ['sources.csv'], 'sourcesAlone'],
    ['sources of another format', ['acled.csv', 'sources.csv'], 'sourcesWithOtherFormat'],
    ['two files of reports', ['contactline.csv', 'acled.csv'], 'manyReportFiles'],
    ['a workbook', ['workbook.xlsx'], 'workbook'],
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
      decimal: ',',
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
    ['{"type":"Topology","objects":{},"arcs":[]}', 'topoJson'],
    ['{"a":1}\n{"a":2}\n', 'notGeoJson'],
    ['{"type":"Feature","properties":{"name":"A road"}}', 'noDateProperty'],
    ['{"type":"FeatureCollection","features":[{"properties":{"n": NaN}}]}', 'nanInJson'],
    ['<kml></kml>', 'kml'],
    ['This is a letter, nothing else.\nIt has two lines, and commas.\n', 'noDateColumn'],
    ['name,phone\nA,1\nB,2\n', 'noDateColumn'],
    ['event_id_cnty,event_date,admin1\n', 'noRows'],
    ['id,date_start,areas,reported_by,reporting_party,summary\n\n', 'noRows'],
    ['\u0000\u0001\u0002binary', 'notText'],
  ])('%j', async (text, code) => {
    await expect(open([textFile(text)])).rejects.toThrow(problem(code))
  })
})
