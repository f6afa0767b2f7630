import fc from 'fast-check'
import type { FeatureCollection } from 'geojson'
import { describe, expect, test } from 'vitest'
import { readTable } from '../../src/csv/table'
import type { IssueMessage } from '../../src/issues/issue'
import { issueText } from '../../src/issues/issueText'
import { UserError } from '../../src/issues/problem'
import { readCustomAreas } from '../../src/join/customAreas'
import { importGeoJson } from '../../src/read/contactlineGeojson'
import { parseIncidents, parsePlaces, parseSources } from '../../src/read/parseTables'
import { runs } from '../propertyRuns'
import { CONFLICT } from '../support/conflict'
import { open, openReports, textFile } from '../support/open'
import { ring } from '../support/shapes'

/** Headers of the formats, and what may be in their columns. */
const HEADERS = [
  [
    'id,date_start,time_start,date_end,time_end,time_precision,time_approximate',
    'areas,kind,reported_by,reporting_party,accused_party,killed,denial_source',
    'summary,sources,lon,lat,position_precision',
  ].join(','),
  'id,date_start,areas,reported_by,reporting_party,summary',
  [
    'EVENT_ID_CNTY,event_date,time_precision,event_type,sub_event_type,admin1,location',
    'latitude,longitude,geo_precision,source,fatalities',
  ].join(','),
  'event_id_cnty,event_date,notes',
  [
    'id,date_start,date_end,side_a,date_prec,where_prec,adm_1',
    'latitude,longitude,source_office,source_date,best',
  ].join(','),
  'Date,End,Time,Area,Text,url,published,lon,lat,killed',
  'id,publisher,title,url,published,language',
  'id,kind,name,lon,lat',
  'a,a,b',
]
const DAYS = ['2022-11-29', '2022-11-28', '9999-12-31', '29.11.2022', '05/06/2022', '2022-13-45']
const CODES = ['1', '2', '3', '4', '6', '9']
const DEGREES = ['46.75', '39.7', '2.35', '446']
/** What may be in a column of a name that has one of these in it. */
const LIKELY: readonly (readonly [name: RegExp, values: readonly string[]])[] = [
  [/prec/, [...CODES, 'interval', 'vague']],
  [/time/, ['14:40', '09:05', '25:00']],
  [/date|end|published/i, DAYS],
  [/lon|lat/, DEGREES],
  [/area|adm/i, ['Shusha', 'Atlantis', 'Shushaa', 'Aghdam']],
  [/party/, ['Azerbaijan', 'Mars', 'Armenia']],
  [/killed|fatalities|best/, ['0', '2.0', '99999999999', 'two']],
  [/kind|type/i, ['fire', 'flood', 'district', 'Protests', 'Battles']],
  [/approximate/, ['yes', 'maybe']],
]
const odd = fc.constantFrom(
  ...['', 'x', '"', '""x', 'a\u0000b', '2022-11-29 10:00', 'https://example.org'],
)
const cellOf = (name: string) => {
  const [, values = ['x', 'y']] = LIKELY.find(([pattern]) => pattern.test(name)) ?? []
  return fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...values) }, odd)
}
const csv = fc.constantFrom(...HEADERS).chain((header) => {
  const row = fc.tuple(...header.split(',').map(cellOf))
  const length = fc.constantFrom(0, 0, 0, 0, -1, 1)
  const line = fc
    .tuple(row, length)
    .map(([cells, extra]) =>
      (extra < 0 ? cells.slice(0, extra) : [...cells, ...Array(extra).fill('x')]).join(','),
    )
  const above = fc.constantFrom('', '', '', 'A title\n')
  return fc
    .tuple(above, fc.array(line, { maxLength: 6 }))
    .map(([title, lines]) => `${title}${[header, ...lines].join('\n')}`)
})

/**
 * A square, one that overlaps it, and rings that are swapped, open, crossing, flat, short, in
 * metres, damaged.
 */
const RINGS = [
  ring('46 39, 47 39, 47 40, 46 40, 46 39'),
  ring('46.5 39, 47.5 39, 47.5 40, 46.5 40, 46.5 39'),
  ring('39 46, 40 46, 40 47, 39 47, 39 46'),
  ring('46 39, 47 39, 47 40, 46 40'),
  ring('48 39, 49 41, 49 39, 48 41, 48 39'),
  ring('46 39, 47 39, 46 39, 46 39'),
  ring('46 39, 47 39, 46 39'),
  ring('46000 39, 47000 39, 47000 40000, 46000 39'),
  ring('246 39, 247 39, 247 40, 246 39'),
  ring('46 x, 47 39'),
]
const position = fc.array(fc.constantFrom(39, 40, 46, 47, 460, 46000, null), { maxLength: 3 })
const feature = fc.record(
  {
    type: fc.constant('Feature'),
    id: fc.constantFrom('a', 'b', '', 7),
    geometry: fc.oneof(
      fc.constant(null),
      fc.record({ type: fc.constantFrom('Point', 'LineString', 'Circle'), coordinates: position }),
      fc.record({
        type: fc.constant('Polygon'),
        coordinates: fc.array(fc.constantFrom(...RINGS), { maxLength: 2 }),
      }),
    ),
    properties: fc.record(
      {
        date_start: fc.constantFrom('2022-11-29', 'soon', 7),
        area_names_as_recorded: fc.constantFrom('Shusha', 'Atlantis', ['Shusha']),
        killed: fc.constantFrom(1, 'two', null, {}),
        name: fc.constantFrom('Shusha', ''),
        sources: fc.constantFrom('s', [{ id: 's', title: 'T' }], [{ id: 's', title: 'U' }, {}]),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['type', 'properties'] },
)
const collection = fc.record(
  {
    type: fc.constant('FeatureCollection'),
    features: fc.array(feature, { minLength: 1, maxLength: 5 }),
    contactline: fc.constant({}),
    crs: fc.constant({ type: 'name', properties: { name: 'EPSG:32638' } }),
  },
  { requiredKeys: ['type', 'features'] },
)

/** An issue is data that can be worded, and its column is one of the file. */
function expectSound(issues: readonly IssueMessage[], header: readonly string[]): void {
  for (const issue of issues) {
    expect(structuredClone(issue)).toEqual(issue)
    expect(issueText(issue)).toMatch(/^[^\s].*[^.]$/s)
    expect(issueText(issue)).not.toMatch(/undefined|NaN|\[object/)
    expect(['', ...header]).toContain(issue.column)
  }
}

/**
 * Opens a file as the page does, a table of no known format as it is guessed; null where it is
 * refused.
 */
async function opened(text: string) {
  try {
    const asked = await open([textFile(text)])
    if (asked.kind === 'areas') return null
    return await openReports([textFile(text)], asked.kind === 'question' ? asked.guess : null)
  } catch (error) {
    if (error instanceof UserError) return null
    throw error
  }
}

describe('every issue can be worded and cloned, and its column is in the header', () => {
  test('of broken tables and GeoJSON that are opened', async () => {
    const text = fc.oneof(
      csv,
      collection.map((value) => JSON.stringify(value)),
    )
    await fc.assert(
      fc.asyncProperty(text, async (some) => {
        const found = await opened(some)
        if (!found) return
        const { file, imported, rows } = found
        expectSound([...file.issues, ...imported.reasons], file.table.header)
        expectSound(
          rows.flatMap(({ issues }) => issues),
          file.table.header,
        )
      }),
      { numRuns: runs(300) },
    )
  })

  test('of broken tables that the command line reads', () => {
    fc.assert(
      fc.property(csv, (text) => {
        const { columns } = readTable(text, 'a.csv')
        for (const parse of [parseIncidents, parseSources, parsePlaces]) {
          expectSound(parse(text, 'a.csv', CONFLICT).issues, columns)
        }
      }),
    )
  })

  test('of broken exports and outlines', () => {
    fc.assert(
      fc.property(collection, (value) => {
        const { incidents, sources } = importGeoJson(JSON.stringify(value), 'a.geojson')
        const columns = [...incidents.columns, 'area_names_as_recorded']
        expectSound(incidents.issues, columns)
        expectSound(sources.issues, [...sources.columns, ...columns])
        try {
          expectSound(readCustomAreas(value as FeatureCollection, 'a.geojson', CONFLICT).issues, [])
        } catch (error) {
          if (!(error instanceof UserError)) throw error
          expectSound(error.problem.because ? [error.problem.because.issue] : [], [])
        }
      }),
    )
  })
})
