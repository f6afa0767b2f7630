import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { geoJsonText, reportsGeoJson } from '../../src/export/reportsGeojson'
import type { JoinedDataset } from '../../src/join/joinReports'
import type { Incident } from '../../src/model/report'
import type { Slice } from '../../src/query/slice'
import { sliceDataset } from '../../src/query/sliceDataset'
import { importGeoJson } from '../../src/read/geojson/contactlineGeojson'
import { readIncidentRows, readSourceRows } from '../../src/read/parseTables'
import { runs } from '../propertyRuns'
import { csvOf, datasetOf, someFilter, someTables } from '../support/arbitraries'
import { CONFLICT } from '../support/conflict'
import { everything, META, smallDataset } from '../support/fixtures'

/** The columns of positions are there where any row of the file has one. */
const NO_POSITION = '"lon":null,"lat":null,"position_precision":"",'
const exportText = (dataset: JoinedDataset, slice: Slice) =>
  geoJsonText(reportsGeoJson(dataset, slice, META)).replaceAll(NO_POSITION, '')

/** Without agreement, which a report has with others that the slice may lack. */
const filterOfOneReport = someFilter.map((filter) => ({
  ...filter,
  chosen: { ...filter.chosen, agreement: new Set<string>() },
}))

/** What a slice shows, in its order; the line a report was read from is not part of it. */
function shown({ incidents }: JoinedDataset, { rows, certain, count, notLocated, areas }: Slice) {
  const reports = Array.from(rows, (row, index) => {
    const { record, ...rest } = incidents[row] as Incident
    return { ...rest, record: { ...record, row: 0 }, certain: certain[index] }
  })
  return { reports, count, notLocated, areas }
}

it('NUL that JSON writes as an escape is left out and counted', () => {
  const properties = {
    date_start: '2022-11-29',
    summary: 'a\0\0b \\u0000',
    area_names_as_recorded: '',
  }
  const features = [{ type: 'Feature', id: 'a\0', properties, geometry: null }]
  const text = JSON.stringify({ type: 'FeatureCollection', contactline: {}, features })
  const { incidents } = importGeoJson(text, 'x.geojson')
  expect(incidents.rows[0]?.cells).toMatchObject({ id: 'a', summary: 'ab \\u0000' })
  expect(incidents.issues).toMatchObject([{ code: 'nulBytes', row: null, params: { n: 3 } }])
})

/** A dataset with words that have no code has columns for them, of which a slice may need none. */
const inWords = (text: string) => text.replaceAll(/"(reporting_party|kind)_as_worded":"",/g, '')

describe('importGeoJson', () => {
  it('gives any slice back: export, import, parse, join, slice', () => {
    fc.assert(
      fc.property(someTables, filterOfOneReport, ({ rows, sources: list }, filter) => {
        const dataset = datasetOf(rows, list)
        const slice = sliceDataset(dataset, filter)
        const { incidents, sources } = importGeoJson(exportText(dataset, slice), 'export.geojson')
        const { issues } = readIncidentRows(incidents, 'export.geojson', CONFLICT)
        expect([...sources.issues, ...issues]).toEqual([])
        const [reports, pages] = [incidents, sources].map((table) =>
          table.rows.map(({ cells }) => cells),
        )
        const readBack = datasetOf(reports ?? [], csvOf(pages ?? [], [...sources.columns]))
        const again = sliceDataset(readBack, filter)
        expect(shown(readBack, again)).toEqual(shown(dataset, slice))
        expect(inWords(exportText(readBack, again))).toBe(inWords(exportText(dataset, slice)))
      }),
      { numRuns: runs(300) },
    )
  })

  it('never throws and numbers what it leaves out, whatever the JSON', () => {
    const any = fc.jsonValue()
    const source = fc.record({ id: any, title: any })
    const date_start = fc.oneof(fc.constant('2022-11-30'), any)
    const sources = fc.oneof(any, fc.array(source))
    const some = { requiredKeys: [] }
    const properties = fc.oneof(any, fc.record({ date_start, summary: any, sources }, some))
    const type = fc.constantFrom('Feature', null)
    const feature = fc.record({ type, id: fc.oneof(fc.string(), any), properties }, some)
    const features = fc.oneof(any, fc.array(fc.oneof(feature, any)))
    const collection = fc.record({ type: fc.constant('FeatureCollection'), features })
    fc.assert(
      fc.property(fc.oneof(collection, any), (value) => {
        const { incidents, sources } = importGeoJson(JSON.stringify(value), 'x')
        const features = (value as { features?: unknown } | null)?.features
        const refused = incidents.issues.filter((issue) => issue.severity === 'error')
        if (refused.some((issue) => issue.row === null)) expect(incidents.rows).toEqual([])
        else expect(incidents.rows.length + refused.length).toBe((features as unknown[]).length)
        readIncidentRows(incidents, 'x', CONFLICT)
        readSourceRows(sources, 'x')
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
    const issue = { severity: 'error', file: 'x.geojson', row: null, code }
    expect(incidents.issues).toMatchObject([issue])
  })

  it('takes a byte order mark and an empty collection', () => {
    const dataset = smallDataset([])
    const text = `\uFEFF${exportText(dataset, sliceDataset(dataset, everything(dataset)))}`
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
    const rows = incidents.rows.map(({ line, cells }) => `${line} ${cells.id}`)
    expect(rows).toEqual(['5 ok', '6 two', '7 three'])
    const read = { areas: 'Shusha', killed: '2', weapons: 'caf\u00e9', sources: 's1; only-id' }
    const unread = { note: '', summary: '', target: '' }
    expect(incidents.rows[0]?.cells).toMatchObject({ ...read, ...unread })
    expect(sources.rows).toMatchObject([{ line: 5, cells: { id: 's1', title: 'T' } }])
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
