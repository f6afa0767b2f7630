import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { geoJsonText, reportsGeoJson } from '../../src/export/reportsGeojson'
import type { JoinedDataset } from '../../src/join/joinReports'
import type { Incident } from '../../src/model/report'
import type { Filter } from '../../src/query/filter'
import type { Slice } from '../../src/query/slice'
import { sliceDataset } from '../../src/query/sliceDataset'
import { importGeoJson } from '../../src/read/contactlineGeojson'
import { runs } from '../propertyRuns'
import { anyTables, joinAny } from '../support/anyTables'
import { someFilter } from '../support/arbitraries'
import {
  csvOf,
  datasetOf,
  everything,
  geodata,
  META,
  PLACES,
  realDataset,
  recordsOf,
  smallDataset,
} from '../support/fixtures'

const decodeText = (dataset: JoinedDataset, slice: Slice) =>
  geoJsonText(reportsGeoJson(dataset, slice, META))

/** Without agreement, which a report has with others that the slice may lack. */
const filterOfOneReport = someFilter.map((filter) => ({
  ...filter,
  chosen: { ...filter.chosen, agreement: new Set<string>() },
}))

/** Export, import, parse, join. */
function through(dataset: JoinedDataset, slice: Slice, places: string) {
  const { incidents, sources } = importGeoJson(decodeText(dataset, slice), 'export.geojson')
  const { records, issues } = recordsOf(incidents.rows)
  return {
    dataset: datasetOf(records, csvOf(sources), places),
    issues: [...incidents.issues, ...sources.issues, ...issues],
  }
}

/** What a slice shows, in its order; the line a report was read from is not part of it. */
function shown(dataset: JoinedDataset, slice: Slice) {
  return {
    reports: Array.from(slice.rows, (row, index) => {
      const { record, ...rest } = dataset.incidents[row] as Incident
      const report = { ...rest, record: { ...record, row: 0 } }
      return { ...report, certain: slice.certain[index] }
    }),
    count: slice.count,
    notLocated: slice.notLocated,
    areas: slice.areas,
  }
}

function expectSameSlice(dataset: JoinedDataset, filter: Filter, places: string) {
  const slice = sliceDataset(dataset, filter)
  const read = through(dataset, slice, places)
  expect(read.issues).toEqual([])
  const again = sliceDataset(read.dataset, filter)
  expect(shown(read.dataset, again)).toEqual(shown(dataset, slice))
  expect(decodeText(read.dataset, again)).toBe(decodeText(dataset, slice))
}

describe('importGeoJson', () => {
  it('gives any slice back: export, import, join, slice', () => {
    fc.assert(
      fc.property(anyTables, filterOfOneReport, (tables, filter) => {
        expectSameSlice(joinAny(tables).dataset, filter, PLACES)
      }),
      { numRuns: runs(300) },
    )
  })

  it('gives all real records back, and the week the project began with', () => {
    const dataset = realDataset()
    expectSameSlice(dataset, everything(dataset), geodata('places.csv'))
    const week = { from: 19323, to: 19329 } as Filter['window']
    expectSameSlice(dataset, { ...everything(dataset), window: week }, geodata('places.csv'))
  })

  it('never throws and numbers what it leaves out, whatever the JSON', () => {
    const feature = fc.record(
      {
        type: fc.constantFrom('Feature', null),
        id: fc.oneof(fc.string(), fc.jsonValue()),
        properties: fc.oneof(
          fc.jsonValue(),
          fc.record(
            {
              date_start: fc.oneof(fc.constant('2022-11-30'), fc.jsonValue()),
              summary: fc.jsonValue(),
              sources: fc.oneof(
                fc.jsonValue(),
                fc.array(fc.record({ id: fc.jsonValue(), title: fc.jsonValue() })),
              ),
            },
            { requiredKeys: [] },
          ),
        ),
      },
      { requiredKeys: [] },
    )
    const collection = fc.record({
      type: fc.constant('FeatureCollection'),
      features: fc.oneof(fc.jsonValue(), fc.array(fc.oneof(feature, fc.jsonValue()))),
    })
    fc.assert(
      fc.property(fc.oneof(collection, fc.jsonValue()), (value) => {
        const { incidents, sources } = importGeoJson(JSON.stringify(value), 'x')
        const features = (value as { features?: unknown } | null)?.features
        const refused = incidents.issues.filter((issue) => issue.severity === 'error')
        if (refused.some((issue) => issue.row === null)) expect(incidents.rows).toEqual([])
        else expect(incidents.rows.length + refused.length).toBe((features as unknown[]).length)
        recordsOf([...incidents.rows, ...sources.rows])
      }),
    )
  })

  it.each([
    ['', 'notJsonObject'],
    ['{"type":"FeatureCollection","features":[', 'notJsonObject'],
    ['null', 'notJsonObject'],
    ['[]', 'notJsonObject'],
    ['{"type":"Feature","features":[]}', 'notCollection'],
    ['{"type":"FeatureCollection","features":{"length":3}}', 'notCollection'],
  ])('refuses %j with one error', (text, code) => {
    const { incidents, sources } = importGeoJson(text, 'x.geojson')
    expect([...incidents.rows, ...sources.rows, ...sources.issues]).toEqual([])
    expect(incidents.issues).toMatchObject([
      { severity: 'error', file: 'x.geojson', row: null, code },
    ])
  })

  it('takes a byte order mark and an empty collection', () => {
    const dataset = smallDataset([])
    const text = `\uFEFF${decodeText(dataset, sliceDataset(dataset, everything(dataset)))}`
    const { incidents } = importGeoJson(text, 'x')
    expect(incidents).toMatchObject({ rows: [], issues: [] })
  })

  it('reports each member it cannot read and keeps the rest', () => {
    const text = `{"type":"FeatureCollection","features":[
      null,
      {"type":"Feature","id":"","geometry":null,"properties":{"date_start":"2022-11-30"}},
      {"type":"Feature","id":"a","geometry":null,"properties":{"summary":"no date"}},
      {"type":"Feature","id":"b","geometry":null,"properties":{"__proto__":{"date_start":"2022-11-30"}}},
      {"type":"Feature","id":"ok","geometry":"nonsense","properties":{"date_start":"2022-11-30",
        "__proto__":{"target":"inherited"},"weapons":" cafe\u0301 ","area_names_as_recorded":"Shusha","killed":2,"note":["x"],
        "summary":null,"sources":[null,{"publisher":"nameless"},{"id":"s1","title":"T"},{"id":"only-id"}]}},
      {"type":"Feature","id":"two","geometry":null,"properties":{"date_start":"2022-11-30",
        "sources":[{"id":"s1","title":"other"}]}},
      {"type":"Feature","id":"three","geometry":null,"properties":{"date_start":"2022-11-30",
        "area_names_as_recorded":"","sources":"s1"}}
    ]}`
    const { incidents, sources } = importGeoJson(text, 'x')
    expect(incidents.rows.map(({ line, cells }) => [line, cells.id])).toEqual([
      [5, 'ok'],
      [6, 'two'],
      [7, 'three'],
    ])
    expect(incidents.rows[0]?.cells).toMatchObject({
      areas: 'Shusha',
      killed: '2',
      note: '',
      summary: '',
      target: '',
      weapons: 'caf\u00e9',
      sources: 's1; only-id',
    })
    expect(sources.rows.map(({ line, cells }) => [line, cells.id, cells.title])).toEqual([
      [5, 's1', 'T'],
    ])
    const found = [...incidents.issues, ...sources.issues]
    expect(found.map(({ severity, row, code }) => `${severity} ${row} ${code}`)).toEqual([
      'warning null noMarker',
      'error 1 notReport',
      'error 2 notReport',
      'error 3 notReport',
      'error 4 notReport',
      'warning 5 sourceWithoutId',
      'warning 5 sourceWithoutId',
      'warning 5 notText',
      'warning 6 noRecordedAreas',
      'warning 7 sourcesNotList',
      'warning 6 differentSource',
    ])
    expect(found[7]).toMatchObject({ column: 'note', params: { name: 'note' } })
    expect(found.at(-1)).toMatchObject({ params: { id: 's1', first: 5 } })
  })
})
