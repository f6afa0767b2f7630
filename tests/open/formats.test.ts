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

const byId = (reports: readonly Incident[], id: string) => {
  const found = reports.find((report) => report.id === id)
  if (!found) throw new Error(`there is no ${id}`)
  return found
}
const daysOf = ({ interval }: Incident) =>
  [interval.start, interval.end].map((minute) => formatDay(dayOf(minute)))

describe('ACLED', () => {
  test('codes become what they mean', async () => {
    const { dataset, file } = await openReports([fixture('acled.csv')])
    expect(file.format).toBe('acled')
    const reports = reportsOf(dataset)
    const clash = byId(reports, 'TEST1')
    expect(daysOf(clash)).toEqual(['2022-11-29', '2022-11-29'])
    expect(flat(clash)).toMatchObject({
      time_precision: 'day',
      placement: 'settlement',
      killed: null,
    })
    expect(flat(clash)).toMatchObject({
      reporting_party: 'azerbaijan',
      accused_party: 'not-stated',
    })
    expect(clash.citedSources.map(({ publisher }) => publisher)).toEqual([
      'Ministry of Defence of Azerbaijan',
      'APA',
    ])
    const month = byId(reports, 'TEST2')
    expect(daysOf(month)).toEqual(['2022-11-01', '2022-11-30'])
    expect(flat(month)).toMatchObject({ time_precision: 'days', kind: ['shelling'], killed: 2 })
    expect(flat(month)).toMatchObject({ placement: 'district', areas: ['kalbajar'] })
    expect(flat(month)).toMatchObject({ accused_party: 'azerbaijan', reporting_party: 'other' })
    const week = byId(reports, 'TEST3')
    expect(daysOf(week)).toEqual(['2022-11-13', '2022-11-19'])
    expect(flat(week)).toMatchObject({ position: null, placement: 'district', kind: ['uav'] })
  })

  test('every row has its outcome and its reason', async () => {
    const { rows } = await openReports([fixture('acled.csv')])
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
    expect(rows[3]?.issues).toMatchObject([
      { column: 'event_date', params: { value: '31 November 2022' } },
    ])
    expect(rows[5]?.issues).toMatchObject([
      { column: 'admin1', params: { nearest: 'Shusha' } },
      { column: 'longitude', params: { area: 'Shusha' } },
    ])
  })
})

describe('UCDP GED', () => {
  test('codes become what they mean', async () => {
    const { dataset } = await openReports([fixture('ucdp.csv')])
    const reports = reportsOf(dataset)
    expect(flat(byId(reports, '900001'))).toMatchObject({
      placement: 'settlement',
      reporting_party: 'armenia',
      killed: 2,
      areas: ['shusha'],
    })
    const district = byId(reports, '900002')
    expect(flat(district)).toMatchObject({ placement: 'district', areas: ['aghdam'] })
    expect(daysOf(district)).toEqual(['2022-11-25', '2022-11-28'])
    expect(district.locations[0]?.position).not.toEqual(district.record.position)
    expect(district.citedSources.map(({ publisher, published }) => [publisher, published])).toEqual(
      [
        ['Reuters News', '2022-11-28'],
        ['Armenpress', '2022-11-29'],
      ],
    )
    expect(flat(byId(reports, '900003'))).toMatchObject({
      placement: 'unlocated',
      accused_party: 'azerbaijan',
    })
    expect(flat(byId(reports, '900004'))).toMatchObject({ placement: 'approximate' })
    expect(flat(byId(reports, '900005'))).toMatchObject({
      placement: 'district',
      areas: ['syunik'],
    })
  })

  test('an end before the start is told', async () => {
    const { rows } = await openReports([fixture('ucdp.csv')])
    expect(codesOf(rows[4]?.issues)).toContain('endBeforeStart')
  })
})

describe('Contactline', () => {
  const files = [fixture('contactline.csv'), fixture('sources.csv')]

  test('reports come with the sources of their file, whichever is named first', async () => {
    for (const order of [files, [...files].reverse()]) {
      const { dataset, rows } = await openReports(order)
      expect(dataset.sources.size).toBe(2)
      const report = byId(reportsOf(dataset), 'test-2')
      expect(report.citedSources.map(({ title }) => title)).toEqual([
        'A test headline',
        'Another test headline',
      ])
      expect(rows.map(({ outcome }) => outcome)).toEqual([
        'accepted',
        'accepted',
        'noted',
        'refused',
      ])
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
    expect(flat(byId(reportsOf(dataset), 'row-2'))).toMatchObject({
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
    ['workbook.xlsx', 'workbook'],
    ['page.html', 'webPage'],
  ])('%s', async (name, code) => {
    await expect(open([fixture(name)])).rejects.toThrow(problem(code))
  })

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
