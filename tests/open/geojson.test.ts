import { describe, expect, test } from 'vitest'
import { districtsGeoJson } from '../../src/export/districtsGeojson'
import { geoJsonText, reportsGeoJson } from '../../src/export/reportsGeojson'
import { OTHER_PARTY } from '../../src/model/conflict'
import { sliceDataset } from '../../src/query/sliceDataset'
import { everything, META, realDataset } from '../support/fixtures'
import {
  codesOf,
  open,
  openGuessed,
  openReports,
  reportsOf,
  textFile,
  WORLD,
} from '../support/open'
import { box } from '../support/shapes'

const POINT = { type: 'Point', coordinates: [46.7489, 39.7585] }
const BOX = { type: 'Polygon', coordinates: [box(46, 39, 47, 40)] }
const feature = (properties: unknown, geometry: unknown = null) => ({
  type: 'Feature',
  properties,
  geometry,
})
const collection = (features: readonly unknown[], more = {}) =>
  JSON.stringify({ type: 'FeatureCollection', ...more, features })

const FIRST = feature({ date: '2022-09-13' })

describe('GeoJSON of any origin', () => {
  test('names that every object has are columns like any other', async () => {
    const odd = JSON.parse('{"date":"2022-09-15","__proto__":"told","constructor":"x"}')
    const file = textFile(collection([feature(odd), feature({ date: '2022-09-14' })]))
    const columns = { date_start: 'date', summary: '__proto__', note: 'constructor' }
    const rest = { dateOrder: 'ymd', decimal: '.', party: OTHER_PARTY } as const
    const { dataset } = await openReports([file], { columns, ...rest })
    const found = reportsOf(dataset).map(({ record }) => [record.summary, record.note])
    expect(found).toEqual([
      ['told', 'x'],
      ['', ''],
    ])
  })

  test('what is not a point, and a point without coordinates, is an issue of its row', async () => {
    const line = { type: 'LineString', coordinates: [POINT.coordinates, POINT.coordinates] }
    const shapes = [POINT, line, { type: 'Point', coordinates: [] }, { type: 'Circle' }]
    const properties = { date: '2022-09-13', source: 'Gazette' }
    const features = shapes.map((shape) => feature(properties, shape))
    const { rows } = await openGuessed(textFile(collection(features)))
    expect(rows).toMatchObject([
      { outcome: 'accepted', issues: [] },
      { outcome: 'noted', issues: [{ code: 'notPoint', params: { type: 'LineString' } }] },
      { outcome: 'noted', issues: [{ code: 'pointWithoutCoordinates' }] },
      { outcome: 'noted', issues: [{ code: 'notPoint', params: { type: 'unknown' } }] },
    ])
  })

  test('its points count where columns for degrees are empty', async () => {
    const { dataset } = await openGuessed(
      textFile(collection([feature({ date: '2022-09-13', longitude: '', latitude: '' }, POINT)])),
    )
    expect(reportsOf(dataset)[0]?.areas).toEqual(['shusha'])
  })

  test('of more polygons than points is one of districts, which lists the points', async () => {
    const district = feature({ name: 'A', date: '2022-01-01' }, BOX)
    const mixed = (...all: object[]) => open([textFile(collection(all))])
    const opened = await mixed(district, feature({ name: 'Town' }, POINT), district)
    if (opened.kind !== 'areas') throw new Error(opened.kind)
    expect(opened.own.polygons.features).toHaveLength(2)
    expect(opened.own.issues).toContainEqual(
      expect.objectContaining({ code: 'notPolygon', row: 2 }),
    )
    const reports = await mixed(district, feature({ date: '2022-11-29' }, POINT), FIRST)
    expect(reports.kind).toBe('question')
  })

  test('another coordinate system is reported', async () => {
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::32638' } }
    const { file } = await openGuessed(textFile(collection([FIRST], { crs })))
    expect(file.issues).toMatchObject([{ code: 'otherCoordinates', params: crs.properties }])
  })

  test.each([
    ['one feature', `\u001e${JSON.stringify(FIRST)}\n`, 1],
    ['features over several lines', `\u001e${JSON.stringify(FIRST, null, 1)}\n`.repeat(2), 2],
    ['a collection a line', `${collection([FIRST])}\n`.repeat(2), 2],
  ])('a text sequence of %s', async (_, text, count) => {
    const { rows } = await openGuessed(textFile(text))
    expect(rows).toHaveLength(count)
  })
})

describe('an export of Contactline', () => {
  const shipped = realDataset()
  const slice = sliceDataset(shipped, everything(shipped))
  const exported = () => JSON.parse(geoJsonText(reportsGeoJson(shipped, slice, META)))

  test('of districts comes back as districts', async () => {
    const text = geoJsonText(districtsGeoJson(WORLD.polygons, shipped, slice, META))
    const opened = await open([textFile(text)])
    if (opened.kind !== 'areas') throw new Error(opened.kind)
    expect(opened.own.polygons.features.map(({ id }) => id)).toEqual(
      WORLD.polygons.features.map(({ id }) => id),
    )
  })

  test('that was edited says of each row what is wrong, and loses none', async () => {
    const { features } = exported()
    const [noName, noDate, badCount, ...others] = features
    delete noName.properties.area_names_as_recorded
    delete noDate.properties.date_start
    badCount.properties.killed = { about: 3 }
    const text = collection([noDate, noName, badCount, ...others.slice(0, 3)])
    const { file, rows, reporter } = await openReports([textFile(text)])
    expect(file.format).toBe('contactline')
    expect(rows.map(({ outcome }) => outcome).slice(0, 3)).toEqual(['refused', 'noted', 'noted'])
    expect(rows).toHaveLength(6)
    expect(reporter.text(0)).toContain(noDate.properties.summary.slice(0, 30))
    expect(codesOf(rows[1]?.issues)).toContain('noRecordedAreas')
    const notText = { code: 'notText', params: expect.objectContaining({ name: 'killed' }) }
    expect(rows[2]?.issues).toContainEqual(expect.objectContaining(notText))
  })

  test('is known also as one feature a line', async () => {
    const lines = exported()
      .features.slice(0, 3)
      .map((each: unknown) => JSON.stringify(each))
    const { dataset, file } = await openReports([textFile(lines.join('\n'))])
    expect(file.format).toBe('contactline')
    expect(dataset.incidents.length).toBe(3)
  })
})
