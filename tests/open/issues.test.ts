import fc from 'fast-check'
import type { FeatureCollection } from 'geojson'
import { describe, expect, test } from 'vitest'
import { buildFindings } from '../../src/cli/issueTable'
import { readTable } from '../../src/csv/table'
import type { Issue, IssueMessage } from '../../src/issues/issue'
import { issueText } from '../../src/issues/issueText'
import { UserError } from '../../src/issues/problem'
import { problemText } from '../../src/issues/problemText'
import { readCustomAreas } from '../../src/join/customAreas'
import { joinDataset } from '../../src/join/joinReports'
import { buildTables } from '../../src/model/tables'
import { OUTCOMES } from '../../src/open/importReports'
import { importGeoJson } from '../../src/read/geojson/contactlineGeojson'
import { parseIncidents, parsePlaces, parseSources } from '../../src/read/parseTables'
import { runs } from '../propertyRuns'
import { CONFLICT } from '../support/conflict'
import { open, openGuessed, openReports, textFile } from '../support/open'
import { box, ring } from '../support/shapes'

/** Headers of the formats, and what may be in their columns. */
const HEADERS = [
  'id,date_start,time_start,date_end,time_end,time_precision,time_approximate,areas,summary,sources',
  'id,date_start,areas,kind,reported_by,reporting_party,accused_party,killed,denial_source,lon,lat',
  'id,date_start,areas,reported_by,reporting_party,summary,lon,lat,position_precision',
  'event_id_cnty,event_date,time_precision,event_type,sub_event_type,admin1,source,fatalities',
  'EVENT_ID_CNTY,event_date,admin1,location,latitude,longitude,geo_precision,notes',
  'id,date_start,date_end,side_a,date_prec,where_prec,adm_1,latitude,longitude,source_office,best',
  'id,date_start,side_a,date_prec,where_prec,adm_1,source_office,source_date',
  'Date,End,Time,Area,Text,url,published,lon,lat,killed',
  'id,publisher,title,url,published,language',
  'id,kind,name,lon,lat',
  'a,a,b',
]
/** What may be in a column of a name that has one of these in it. */
const LIKELY: readonly (readonly [name: RegExp, values: readonly string[]])[] = [
  [/prec/, ['1', '2', '3', '4', '6', '9', 'interval', 'vague']],
  [/time/, ['14:40', '09:05', '25:00']],
  [/date|end|published/i, ['2022-11-29', '2022-11-28', '9999-12-31', '05/06/2022', '2022-13-45']],
  [/lon|lat/, ['46.75', '39.7', '2.35', '446']],
  [/area|adm/i, ['Shusha', 'Atlantis', 'Shushaa', 'Aghdam']],
  [/party/, ['Azerbaijan', 'Mars', 'Armenia']],
  [/killed|fatalities|best/, ['0', '2.0', '99999999999', 'two']],
  [/kind|type/i, ['fire', 'flood', 'district', 'Protests', 'Battles']],
  [/approximate/, ['yes', 'maybe']],
]
const ODD = ['', 'x', '"', '""x', 'a\u0000b', '2022-11-29 10:00', 'https://example.org']
const cellOf = (name: string) => {
  const [, values = ['x', 'y']] = LIKELY.find(([pattern]) => pattern.test(name)) ?? []
  const usual = { weight: 5, arbitrary: fc.constantFrom(...values) }
  return fc.oneof(usual, fc.constantFrom(...ODD))
}
/** Now and then below a title, with rows that are too short or too long. */
const csv = fc.constantFrom(...HEADERS).chain((header) => {
  const row = fc.tuple(...header.split(',').map(cellOf)).map((cells) => cells.join(','))
  const change = fc.constantFrom(/$/, /$/, /$/, /,[^,]*$/)
  const line = fc
    .tuple(row, change, fc.constantFrom('', '', '', ',x'))
    .map(([cells, cut, more]) => {
      return cells.replace(cut, '') + more
    })
  const above = fc.constantFrom('', '', '', 'A title\n')
  return fc.tuple(above, fc.array(line, { maxLength: 6 })).map(([title, lines]) => {
    return `${title}${[header, ...lines].join('\n')}`
  })
})

/** Any text, below a header now and then. */
const PIECES = [
  ...ODD,
  ',',
  ';',
  '\t',
  '\n',
  '\r\n',
  '{',
  '[',
  '<',
  '\u001e',
  '=',
  "'",
  ' ',
  'Шуша',
]
const noise = fc
  .tuple(fc.constantFrom('', ...HEADERS), fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }))
  .map(([header, pieces]) => `${header}\n${pieces.join('')}`)

/** A square, one that overlaps it, and rings with a fault each. */
const RINGS = [
  box(46, 39, 47, 40),
  box(46.5, 39, 47.5, 40),
  box(39, 46, 40, 47),
  box(46, 39, 47, 40).slice(0, -1),
  ring('48 39, 49 41, 49 39, 48 41, 48 39'),
  ring('46 39, 47 39, 46 39, 46 39'),
  ring('46 39, 47 39, 46 39'),
  ring('46000 39, 47000 39, 47000 40000, 46000 39'),
  ring('246 39, 247 39, 247 40, 246 39'),
  ring('46 x, 47 39'),
]
const position = fc.array(fc.constantFrom(39, 40, 46, 47, 460, 46000, null), { maxLength: 3 })
const rings = fc.array(fc.constantFrom(...RINGS), { maxLength: 2 })
const optional = { requiredKeys: [] }
const properties = fc.record(
  {
    date_start: fc.constantFrom('2022-11-29', 'soon', 7),
    area_names_as_recorded: fc.constantFrom('Shusha', 'Atlantis', ['Shusha']),
    killed: fc.constantFrom(1, 'two', null, {}),
    name: fc.constantFrom('Shusha', ''),
    sources: fc.constantFrom('s', [{ id: 's', title: 'T' }], [{ id: 's', title: 'U' }, {}]),
  },
  optional,
)
const geometry = fc.oneof(
  fc.constant(null),
  fc.record({ type: fc.constantFrom('Point', 'LineString', 'Circle'), coordinates: position }),
  fc.record({ type: fc.constant('Polygon'), coordinates: rings }),
)
const feature = fc
  .record({ id: fc.constantFrom('a', 'b', '', 7), geometry }, optional)
  .chain((members) => properties.map((own) => ({ type: 'Feature', ...members, properties: own })))
const crs = { type: 'name', properties: { name: 'EPSG:32638' } }
const collection = fc
  .record({ contactline: fc.constant({}), crs: fc.constant(crs) }, optional)
  .chain((members) =>
    fc
      .array(feature, { minLength: 1, maxLength: 5 })
      .map((features) => ({ type: 'FeatureCollection', ...members, features })),
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

/** Opens a file as it is guessed; null where it is refused. */
async function opened(text: string) {
  try {
    const asked = await open([textFile(text)])
    if (asked.kind === 'areas') return null
    return await openReports([textFile(text)], asked.kind === 'question' ? asked.guess : null)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    expect(problemText(error.problem)).toMatch(/^\p{Lu}.*\.$/su)
    return null
  }
}

describe('every issue can be worded and cloned, and its column is in the header', () => {
  test('of broken tables and GeoJSON that are opened; outcomes of rows follow from them', async () => {
    const geojson = collection.map((value) => JSON.stringify(value))
    await fc.assert(
      fc.asyncProperty(fc.oneof(csv, geojson, noise), async (text) => {
        const found = await opened(text)
        if (!found) return
        const { file, imported, rows } = found
        const ofRows = rows.flatMap(({ issues }) => issues)
        expectSound([...file.issues, ...imported.reasons, ...ofRows], file.table.header)
        for (const { outcome, issues } of rows) {
          const isRefused = issues.some(({ severity }) => severity === 'error')
          expect(outcome).toBe(isRefused ? 'refused' : issues.length > 0 ? 'noted' : 'accepted')
        }
        for (const each of OUTCOMES) {
          const found = rows.flatMap(({ outcome }, index) => (outcome === each ? [index] : []))
          expect([...imported.rows.withOutcome[each]]).toEqual(found)
        }
      }),
      { numRuns: runs(300) },
    )
  })

  test('of broken tables that the command line reads, and joins without losing a row', () => {
    fc.assert(
      fc.property(fc.oneof(csv, noise), (text) => {
        const file = 'a.csv'
        const { columns } = readTable(text, file)
        for (const parse of [parseSources, parsePlaces]) {
          expectSound(parse(text, file, CONFLICT).issues, columns)
        }
        const { rows: incidents, issues } = parseIncidents(text, file, CONFLICT)
        expectSound(issues, columns)
        const tables = { conflict: CONFLICT, incidents, sources: [], places: [], issues, file }
        expect(joinDataset(tables).incidents).toHaveLength(incidents.length)
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

test.each([
  ['29.11.2022', '30.11.2022', 'day.month.year, such as 29.11.2022'],
  ['11/29/2022', '11/30/2022', 'month/day/year, such as 11/29/2022'],
  ['2022-11-29', '2022-11-30', 'YYYY-MM-DD, such as 2022-11-29'],
])('the remedy for a bad date has the pattern of the others, such as %s', async (a, b, pattern) => {
  const row = `${a},${b},Shusha`
  const lines = ['Date,End date,District', row, row, `${a},x,Shusha`, `soon,${b},Shusha`]
  const { file, rows } = await openGuessed(textFile(lines.join('\n')))
  const issues = rows.flatMap((row) => row.issues.map((issue) => ({ ...issue, file: file.name })))
  const bad = issues.filter(({ code }) => code.endsWith('NotDate'))
  expect(bad).toHaveLength(2)
  const found = buildFindings(bad as Issue[], buildTables(CONFLICT))
  expect(found.map(({ remedy }) => remedy)).toEqual([
    `write it as ${pattern}`,
    `write it as ${pattern}`,
  ])
})
