import fc from 'fast-check'
import type { MultiPolygon } from 'geojson'
import { describe, expect, test } from 'vitest'
import { GEOMETRIES, type Layout, ROWS } from '../../src/export/exportRows'
import { outlinesById } from '../../src/export/outlines'
import { reportsCsv } from '../../src/export/reportsCsv'
import { geoJsonText, reportsGeoJson } from '../../src/export/reportsGeojson'
import { reportsKml } from '../../src/export/reportsKml'
import { reportsTypedCsv } from '../../src/export/reportsTypedCsv'
import type { JoinedDataset } from '../../src/join/joinReports'
import { GEOMETRY_ROLES } from '../../src/model/geometryRole'
import { sliceDataset } from '../../src/query/sliceDataset'
import { exportSchema } from '../../src/schema/jsonSchema'
import { runs } from '../propertyRuns'
import { datasetOf, someFilter, someTables } from '../support/arbitraries'
import { CONFLICT } from '../support/conflict'
import { everything, geodata, META, realDataset, smallDataset } from '../support/fixtures'
import { schemaFaults } from '../support/jsonSchemaChecker'
import { openReports, reportsOf, textFile } from '../support/open'
import { faultsOf } from '../support/rfc7946'
import { box } from '../support/shapes'

const square = (west: number): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: [[box(west, 39, west + 1, 40)], [box(west, 41, west + 1, 42)]],
})
const outlines = new Map(
  ['shusha', 'aghdam', 'khojaly'].map((id, index) => [id, square(44 + index)]),
)
const layouts = fc.record({
  geometry: fc.constantFrom(...GEOMETRIES),
  rows: fc.constantFrom(...ROWS),
  outlines: fc.constant(outlines),
})
const exportAll = (dataset: JoinedDataset, layout: Partial<Layout>) => {
  const slice = sliceDataset(dataset, everything(dataset))
  const whole: Layout = { geometry: 'points', rows: 'report', outlines, ...layout }
  return reportsGeoJson(dataset, slice, META, whole).features
}
const rolesOf = (dataset: JoinedDataset, layout: Partial<Layout> = {}) =>
  exportAll(dataset, layout).map(({ properties }) => properties.geometry_roles)

describe('geometry_roles', () => {
  test('has a word for each position, in every layout, and geometry_role is the least exact', () => {
    fc.assert(
      fc.property(someTables, someFilter, layouts, ({ rows, sources }, filter, layout) => {
        const dataset = datasetOf(rows, sources)
        const slice = sliceDataset(dataset, filter)
        const collection = reportsGeoJson(dataset, slice, META, layout)
        expect(faultsOf(JSON.parse(geoJsonText(collection)))).toEqual([])
        const faults = schemaFaults(exportSchema(CONFLICT), JSON.parse(geoJsonText(collection)))
        // Words that a record may have, but should not.
        expect(faults.filter((fault) => !fault.includes('breaks'))).toEqual([])
        const reports = new Set<unknown>()
        for (const { id, geometry, properties } of collection.features) {
          const roles = String(properties.geometry_roles).split('; ').filter(Boolean)
          expect(roles).toHaveLength(geometry?.coordinates.length ?? 0)
          const least = roles.sort(
            (a, b) => GEOMETRY_ROLES.indexOf(a as never) - GEOMETRY_ROLES.indexOf(b as never),
          )
          expect(properties.geometry_role).toBe(least.at(-1) ?? 'none')
          if (layout.geometry !== 'points') expect(roles.join()).not.toContain('label-point')
          if (layout.geometry === 'none') expect(geometry).toBeNull()
          const isPlace = layout.rows === 'place' && geometry?.type === 'MultiPoint'
          if (isPlace) expect(roles).toHaveLength(1)
          reports.add(properties.report_id ?? id)
        }
        expect(reports.size).toBe(slice.rows.length)
      }),
      { numRuns: runs(150) },
    )
  })

  test('tells settlements, label points of districts and of former units, and own positions apart', () => {
    const dataset = smallDataset([
      { id: 'd', areas: 'Shusha; Aghdam', date_start: '2022-11-05' },
      { id: 'u', areas: 'Askeran', date_start: '2022-11-04' },
      { id: 'p', areas: 'Shusha', lon: '46.75', lat: '39.76', date_start: '2022-11-03' },
      { id: 'n', date_start: '2022-11-02' },
    ])
    expect(rolesOf(dataset)).toEqual([
      'district-label-point; district-label-point',
      'former-unit-label-point; former-unit-label-point',
      'district-label-point',
      '',
    ])
    const words = (ids: string[]) => ids.join('; ')
    expect(rolesOf(dataset, { geometry: 'outlines' })).toEqual([
      words(Array(4).fill('district-outline')),
      words(Array(4).fill('former-unit-outline')),
      words(Array(2).fill('district-outline')),
      '',
    ])
  })

  test('a report with settlements and districts is a row a place where it has outlines', () => {
    const dataset = realDataset()
    const polygons = JSON.parse(geodata('districts.geojson'))
    const real = outlinesById(polygons, dataset)
    const points = exportAll(dataset, {})
    const mixed = points.filter(({ properties: { geometry_roles: roles } }) =>
      /settlement.*label|label.*settlement/.test(String(roles)),
    )
    const outlined = exportAll(dataset, { geometry: 'outlines', outlines: real })
    const places = outlined.filter(({ properties }) => properties.place_precision !== '')
    expect(mixed.length).toBeGreaterThan(0)
    expect(new Set(places.map(({ properties }) => properties.report_id))).toEqual(
      new Set(mixed.map(({ id }) => id)),
    )
    expect(new Set(places.map(({ geometry }) => geometry?.type))).toEqual(
      new Set(['MultiPoint', 'MultiPolygon']),
    )
    expect(
      places.every(
        ({ id, properties }) => id === `${properties.report_id}/${properties.place_number}`,
      ),
    ).toBe(true)
  })
})

test.each(['points', 'outlines'] as const)(
  'rows for places, as %s, come back as reports',
  async (geometry) => {
    const shipped = realDataset()
    const slice = sliceDataset(shipped, everything(shipped))
    const polygons = JSON.parse(geodata('districts.geojson'))
    const layout: Layout = { geometry, rows: 'place', outlines: outlinesById(polygons, shipped) }
    const sources = textFile(geodata('sources.csv'), 'sources.csv')
    const csv = (await reportsCsv(shipped, slice, META, undefined, layout)).join('')
    const zip = await reportsTypedCsv(shipped, slice, META, undefined, layout)
    const exports = [
      [textFile(geoJsonText(reportsGeoJson(shipped, slice, META, layout)))],
      [textFile(csv), sources],
      [{ name: 'a.zip', blob: new Blob(zip) }, sources],
    ]
    for (const files of exports) {
      const { dataset } = await openReports(files)
      const records = reportsOf(dataset).map(({ record: { row: _, ...record } }) => record)
      expect(records).toEqual(shipped.incidents.map(({ record: { row: _, ...record } }) => record))
    }
  },
)

test('texts of a KML stay texts, also where readers show HTML, and it has no time', async () => {
  const hostile = '<script>alert(1)</script> & <img src=x onerror=alert(2)> ]]>'
  const dataset = smallDataset([{ id: 'a<b', areas: 'Shusha', summary: hostile }])
  const slice = sliceDataset(dataset, everything(dataset))
  const kml = (await reportsKml(dataset, slice, META)).join('')
  expect(kml).not.toMatch(/<(script|img)|<!\[CDATA|<Time/)
  const decode = (text: string) => text.replaceAll('&#x3C;', '<').replaceAll('&#x26;', '&')
  const description = decode(/<description>([^<]*a&#x3C;b|[^<]*script[^<]*)</.exec(kml)?.[1] ?? '')
  expect(description).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;img')
  expect(decode(kml)).toContain(`<value>${hostile}</value>`)
  const again = await openReports([textFile(kml, 'a.kml')])
  expect(reportsOf(again.dataset).map(({ id, record }) => [id, record.summary])).toEqual([
    ['a<b', hostile],
  ])
})
