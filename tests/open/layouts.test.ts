import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { reportsCsv } from '../../src/export/reportsCsv'
import { reportsGeoJson } from '../../src/export/reportsGeojson'
import { withCustomAreas } from '../../src/join/customAreas'
import { buildGeography } from '../../src/join/geography'
import { formatDay } from '../../src/model/day'
import { buildReading } from '../../src/open/buildReading'
import { openedDataset } from '../../src/open/openedDataset'
import { openFiles } from '../../src/open/openFiles'
import { sliceDataset } from '../../src/query/sliceDataset'
import { everything, META } from '../support/fixtures'
import { fault, open, openGuessed, openReports, reportsOf, textFile, WORLD } from '../support/open'

function faulty(name: string) {
  const url = new URL(`../fixtures/faults/${name}`, import.meta.url)
  return { name, blob: new Blob([readFileSync(url)]) }
}

/** The reports of a file that is opened as it is proposed: days, times, position. */
async function opened(name: string): Promise<string[]> {
  const files = [faulty(name)]
  const asked = await open(files)
  const { dataset } = await openReports(files, asked.kind === 'question' ? asked.guess : null)
  const found = reportsOf(dataset).map(({ record }) => {
    const { date_start, date_end, time_start, time_end, position } = record
    const days = [...new Set([date_start, date_end])].map(formatDay).join(' – ')
    const times = [time_start, time_end].filter(Boolean).join('–')
    return [record.id, days, times, position?.join(' ')].filter(Boolean).join(', ')
  })
  return found.toSorted()
}

const SHUSHA = '46.7489 39.7585'
const LACHIN = '46.5453 39.6383'
const NOVEMBER = '2022-11-01 – 2022-11-30'
const EXAMPLE = ['10.4411 5.6123', '10.5022 5.5512', '10.7 5.33'] as const

test.each<[string, string[]]>([
  [
    'cells/months.csv',
    [
      `m1, ${NOVEMBER}, ${SHUSHA}`,
      `m2, ${NOVEMBER}, ${SHUSHA}`,
      `m3, ${NOVEMBER}, ${SHUSHA}`,
      `m4, 2022-01-01 – 2022-12-31, ${SHUSHA}`,
      `m5, 2022-11-29, ${SHUSHA}`,
      `m6, ${NOVEMBER}, ${SHUSHA}`,
      `m7, 2022-11-29, 14:05, ${SHUSHA}`,
    ],
  ],
  [
    'cells/ordinals.csv',
    ['o1, 2022-11-29', 'o2, 2022-11-29', 'o3, 2022-11-29, 14:40', 'o4, 2022-11-29'].map(
      (each) => `${each}, ${SHUSHA}`,
    ),
  ],
  ['cells/russian-months.csv', [`r1, 2022-11-29, ${SHUSHA}`, `r2, 2022-11-30, ${LACHIN}`]],
  ['cells/serial-dates.csv', [`s1, 2022-11-29, ${SHUSHA}`, `s2, 2022-11-30, 12:00, ${LACHIN}`]],
  [
    'cells/time-range.csv',
    [
      'r1, 2022-11-29, 15:00–18:00',
      'r2, 2022-11-29, 15:00–18:00',
      'r3, 2022-11-29, 09:30',
      'r4, 2022-11-29, 21:05',
    ].map((each) => `${each}, ${SHUSHA}`),
  ],
  [
    'cells/zones.csv',
    [
      'z1, 2022-11-29, 14:40',
      'z2, 2022-11-29, 12:40',
      'z3, 2022-11-30, 07:00',
      'z4, 2022-11-29, 21:05',
      'z5, 2022-11-29, 11:00–12:30',
      'z6, 2022-11-29, 12:40',
    ],
  ],
  [
    'cells/degrees.csv',
    [...['d1', 'd2', 'd3'].map((id) => `${id}, 2022-11-29, ${SHUSHA}`), 'd4, 2022-11-29'],
  ],
  ['cells/degrees-in-one.csv', ['p1', 'p2'].map((id) => `${id}, 2022-11-29, ${SHUSHA}`)],
  [
    'cells/mdy-told-by-header.csv',
    [`row-2, 2022-01-03, ${SHUSHA}`, `row-3, 2022-02-04, ${SHUSHA}`],
  ],
  ['cells/two-dates.csv', [`u1, 2022-11-29, ${SHUSHA}`, `u2, 2022-11-30, ${LACHIN}`]],
  ['cells/two-dates-named.csv', [`u1, 2022-11-29, ${SHUSHA}`, `u2, 2022-11-30, ${LACHIN}`]],
  ['cells/two-in-one.csv', [`t1, 2022-11-29, ${SHUSHA}`, `t2, 2022-11-30, ${LACHIN}`]],
  [
    'cells/geometry-in-a-cell.csv',
    [`w1, 2022-11-29, ${SHUSHA}`, `w2, 2022-11-30, ${LACHIN}`, 'w3, 2022-11-30'],
  ],
  [
    'layouts/sep-line.csv',
    [`row-3, 2024-03-05, ${EXAMPLE[0]}`, `row-4, 2024-03-16, ${EXAMPLE[1]}`],
  ],
  [
    'layouts/title-lines.csv',
    [`row-5, 2024-03-05, ${EXAMPLE[0]}`, `row-6, 2024-03-06, ${EXAMPLE[1]}`],
  ],
  ['layouts/hxl.csv', [`row-3, 2024-03-05, ${EXAMPLE[0]}`, `row-4, 2024-03-06, ${EXAMPLE[1]}`]],
  [
    'layouts/hxl-only-tags-tell.csv',
    [`row-3, 2024-03-05, ${EXAMPLE[0]}`, 'row-4, 2024-03-06, 10.7001 5.3311'],
  ],
  ['layouts/rows.json', [`j1, 2022-11-29, ${SHUSHA}`, `j2, 2022-11-30, ${LACHIN}`]],
  ['layouts/rows-in-key.json', [`j1, 2022-11-29, ${SHUSHA}`]],
  ['layouts/rows.jsonl', [`j1, 2022-11-29, ${SHUSHA}`, `j2, 2022-11-30, ${LACHIN}`]],
  [
    'layouts/lines.geojsonl',
    [`row-1, 2024-03-05, ${EXAMPLE[0]}`, `row-2, 2024-03-06, ${EXAMPLE[1]}`],
  ],
  ['layouts/topology.topojson', [`t1, 2024-03-05, ${EXAMPLE[0]}`, `t2, 2024-03-06, ${EXAMPLE[1]}`]],
  [
    'layouts/places.kml',
    [
      `k1, 2024-03-05, ${EXAMPLE[0]}`,
      `k2, 2024-03-05 – 2024-03-07, ${EXAMPLE[1]}`,
      `row-3, 2024-03-01 – 2024-03-31, ${EXAMPLE[2]}`,
    ],
  ],
  [
    'layouts/track.gpx',
    [`row-1, 2024-03-05, 10:00, ${EXAMPLE[0]}`, `row-2, 2024-03-07, 01:30, ${EXAMPLE[1]}`],
  ],
  [
    'layouts/when.geojson',
    [
      `row-1, 2024-03-01 – 2024-03-31, ${EXAMPLE[0]}`,
      `row-2, 2024-03-05 – 2024-03-07, ${EXAMPLE[1]}`,
      `row-3, 2024-03-06, ${EXAMPLE[2]}`,
    ],
  ],
  [
    'layouts/start-end.geojson',
    [
      `row-1, 2024-03-05 – 2024-03-07, ${EXAMPLE[0]}`,
      `row-2, 2024-03-06, 16:00–16:00, ${EXAMPLE[1]}`,
      `row-3, 2024-03-08, ${EXAMPLE[2]}`,
    ],
  ],
  [
    'layouts/epoch-milliseconds.geojson',
    [`row-1, 2024-03-05, 10:00, ${EXAMPLE[0]}`, `row-2, 2024-03-07, 01:00, ${EXAMPLE[1]}`],
  ],
  [
    'layouts/epoch-seconds.csv',
    [`e1, 2024-03-05, 10:00, ${EXAMPLE[0]}`, `e2, 2024-03-07, 01:00, ${EXAMPLE[1]}`],
  ],
  [
    'layouts/geometry-collection.geojson',
    [`g1, 2022-11-29, ${SHUSHA}`, `g2, 2022-11-29, ${SHUSHA}`, 'g3, 2022-11-29'],
  ],
])('%s is read as people write it', async (name, expected) => {
  expect(await opened(name)).toEqual(expected)
})

test('times become local in the zone of the dataset', async () => {
  const file = faulty('layouts/epoch-seconds.csv')
  const conflict = { ...WORLD.conflict, utcOffset: '-03:30' }
  const asked = await open([file])
  const mapping = asked.kind === 'question' ? asked.guess : null
  const opened = await openFiles({ ...WORLD, conflict, files: [file], mapping }, () => {})
  if (opened.kind !== 'reports') throw new Error(opened.kind)
  const reading = buildReading(opened.file, buildGeography({ ...WORLD, conflict }), opened.imported)
  const { incidents } = openedDataset(opened.imported, reading, opened.file)
  expect([incidents.at(0), incidents.at(1)].map((each) => each?.record.time_start)).toEqual([
    '17:30',
    '02:30',
  ])
})

test('ACLED’s answer as JSON is read as its table', async () => {
  const { file, dataset } = await openReports([faulty('layouts/acled-api.json')])
  expect(file.format).toBe('acled')
  expect(dataset.incidents.length).toBe(4)
})

test('districts are read from TopoJSON', async () => {
  const areas = await open([faulty('layouts/districts.topojson')])
  expect(areas.kind).toBe('areas')
})

test('lines above the header and a row of totals are reported as not read', async () => {
  const { rows, file } = await openGuessed(faulty('layouts/title-lines.csv'))
  expect(file.issues.map(({ params }) => params)).toEqual([
    { text: 'Reports of violence in Exampleland' },
    { text: 'Source: Example Office, extracted 1 April 2024' },
  ])
  const refused = rows.filter(({ outcome }) => outcome === 'refused')
  expect(refused).toMatchObject([{ number: 8, issues: [{ code: 'totalRow' }] }])
})

test.each([
  [['A, of 2024', 'date,place,text', '2024-03-05,Shusha,a', '2024-03-06,Shusha,b'], 2],
  [['date,place', '2024-03-05,Shusha,a', '2024-03-06,Shusha,b'], 1],
  [['date,place,text,more', '2024-03-05,Shusha,a', '2024-03-06,Shusha,b'], 1],
])('the header is found where rows have another width: %j', async (lines, line) => {
  const { asked, rows } = await openGuessed(textFile(lines.join('\n')))
  expect(asked.header[0]).toBe('date')
  expect(rows.map(({ number }) => number)).toEqual([line + 1, line + 2])
})

test('a p-code is joined before a name', async () => {
  const own = await open([faulty('layouts/districts.geojson')])
  if (own.kind !== 'areas') throw new Error(own.kind)
  const { conflict } = WORLD
  const places = withCustomAreas(own.own, WORLD.places, conflict)
  const world = { conflict, places, polygons: own.own.polygons }
  const text = readFileSync(new URL('../fixtures/faults/layouts/hxl.csv', import.meta.url), 'utf8')
  const file = textFile(text.replaceAll('Upper Valley', 'Lower Valley'))
  const asked = await open([file])
  const mapping = asked.kind === 'question' ? asked.guess : null
  const opened = await openFiles({ ...world, files: [file], mapping }, () => {})
  if (opened.kind !== 'reports') throw new Error(opened.kind)
  const reading = buildReading(opened.file, buildGeography(world))
  const { incidents } = openedDataset(opened.imported, reading, opened.file)
  expect(incidents.at(0)).toMatchObject({
    areas: ['upper-valley'],
    record: { areas_as_reported: ['Lower Valley'] },
  })
})

/** Reports of a file of known format: id, days, where, events, killed. */
async function known(name: string) {
  const { dataset, rows, file } = await openReports([faulty(`layouts/${name}`)])
  const reports = reportsOf(dataset).map(({ record }) => {
    const { id, date_start, date_end, position, position_precision, events, killed } = record
    return {
      id,
      days: [...new Set([date_start, date_end])].map(formatDay).join(' – '),
      at: position && `${position.join(' ')} ${position_precision}`,
      events,
      killed,
    }
  })
  return { reports, rows, dataset, format: file.format }
}

test('of VIINA, what is known to the country is counted in it', async () => {
  const text = await fault('layouts/viina-like.csv').blob.text()
  const country = text
    .replaceAll('"ADM1"', '"ADM0"')
    .replaceAll('"North Province","North', '"Exampleland","North')
  const { dataset } = await openReports([textFile(country)])
  const found = reportsOf(dataset).find(({ id }) => id === '3')
  expect(found?.locations).toMatchObject([{ area: 'exampleland', precision: 'country' }])
})

test('of VIINA, what is known to its province has no point', async () => {
  const { reports, format, dataset } = await known('viina-like.csv')
  expect(format).toBe('viina')
  expect(reports).toMatchObject([
    { id: '2', days: '2024-03-06', at: '10.5022 5.5512 settlement' },
    { id: '3', days: '2024-03-06', at: null },
    { id: '1', days: '2024-03-05', at: '10.4411 5.6123 settlement' },
  ])
  expect(dataset.incidents.at(2)?.record).toMatchObject({ time_start: '', kind: ['shelling'] })
})

test('of GDELT, the middle of a country is no point but counted in the country', async () => {
  const { reports, format, rows, dataset } = await known('gdelt-like.csv')
  expect(format).toBe('gdelt')
  expect(reports).toMatchObject([
    { id: '900000002', days: '2024-03-06', at: null },
    { id: '900000003', days: '2024-03-06', at: '11.9003 4.1002 settlement' },
    { id: '900000001', days: '2024-03-05', at: '10.4411 5.6123 settlement' },
  ])
  expect(rows[1]?.issues.map(({ code }) => code)).toContain('knownToCountry')
  expect(dataset.incidents.at(0)).toMatchObject({
    areas: ['exampleland'],
    locations: [{ area: 'exampleland', precision: 'country', isPoint: false }],
  })
})

test('of the GTD, an unknown day or month is all of its days', async () => {
  const { reports, format } = await known('gtd-like.csv')
  expect(format).toBe('gtd')
  expect(reports).toMatchObject([
    { days: '2024-03-05', at: '10.4411 5.6123 settlement', killed: 4 },
    { days: '2024-03-01 – 2024-03-31', at: null, killed: 0 },
    { days: '2024-01-01 – 2024-12-31', at: '11.7777 5.0505 approximate', killed: null },
  ])
})

test('rows for each actor of an event are one report', async () => {
  const { reports, rows, dataset } = await known('acled-an-actor-a-row.csv')
  expect(reports).toMatchObject([
    { id: 'EXA2', killed: null },
    { id: 'EXA1', killed: 3 },
  ])
  expect(dataset.incidents.at(1)?.record.note).toContain('Example Army; Northern Example Front')
  expect(rows.map(({ outcome }) => outcome)).not.toContain('refused')
  expect(rows[1]?.issues.map(({ code }) => code)).toContain('sameEvent')
})

test('dates of ACLED with the month first are told from the file', async () => {
  const { reports } = await known('acled-dates-mdy.csv')
  expect(reports.map(({ days }) => days).sort()).toEqual([
    '2024-03-04 – 2024-03-10',
    '2024-03-05',
    '2024-03-06',
    '2024-03-17',
  ])
})

test.each([
  ['acled-aggregated.csv', [25, 2, 1, 3, 11], 17, '2024-03-23 – 2024-03-29'],
  ['acled-aggregated-lower.csv', [2, 5, 3], 10, '2024-03-09 – 2024-03-15'],
  ['hdx-monthly-counts.csv', [4, 1, 13], 12, '2024-03-01 – 2024-03-31'],
])('%s has counts over their whole time', async (name, events, killed, days) => {
  const { reports, dataset, rows } = await known(name)
  expect(reports.map((each) => each.events).toSorted()).toEqual(events.toSorted())
  expect(reports.reduce((sum, each) => sum + (each.killed ?? 0), 0)).toBe(killed)
  expect(reports.map((each) => each.days)).toContain(days)
  const slice = sliceDataset(dataset, everything(dataset))
  expect(slice.count).toEqual({ certain: events.reduce((a, b) => a + b), possible: 0 })
  const refused = rows.filter(({ outcome }) => outcome === 'refused')
  expect(refused.flatMap(({ issues }) => issues.map(({ code }) => code))).toEqual(
    name === 'acled-aggregated.csv' ? ['noEvents'] : [],
  )
  const meta = { ...META, generated: '2024-04-01' }
  const { features, contactline } = reportsGeoJson(dataset, slice, meta)
  expect(contactline.counts.reports).toBe(slice.count.certain)
  expect(features.map(({ properties }) => properties?.events)).toEqual(
    reports.map((each) => each.events),
  )
  const csv = textFile((await reportsCsv(dataset, slice, meta)).join(''))
  const again = await openReports([csv])
  expect(reportsOf(again.dataset).map(({ record }) => record.events)).toEqual(
    reports.map((each) => each.events),
  )
})
