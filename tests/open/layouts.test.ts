import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { buildGeography } from '../../src/join/geography'
import { formatDay } from '../../src/model/day'
import { openedDataset } from '../../src/open/openedDataset'
import { buildReading, openFiles } from '../../src/open/openFiles'
import { open, openReports, reportsOf, WORLD } from '../support/open'

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
  ['layouts/rows.json', [`j1, 2022-11-29, ${SHUSHA}`, `j2, 2022-11-30, ${LACHIN}`]],
  ['layouts/rows-in-key.json', [`j1, 2022-11-29, ${SHUSHA}`]],
  ['layouts/rows.jsonl', [`j1, 2022-11-29, ${SHUSHA}`, `j2, 2022-11-30, ${LACHIN}`]],
  [
    'layouts/lines.geojsonl',
    [`row-1, 2024-03-05, ${EXAMPLE[0]}`, `row-2, 2024-03-06, ${EXAMPLE[1]}`],
  ],
  ['layouts/topology.topojson', [`t1, 2024-03-05, ${EXAMPLE[0]}`, `t2, 2024-03-06, ${EXAMPLE[1]}`]],
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
