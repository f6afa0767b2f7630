import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { citeReport } from '../../src/export/citation'
import { reportsCsv } from '../../src/export/reportsCsv'
import { geoJsonText, reportsGeoJson } from '../../src/export/reportsGeojson'
import { asPolygons } from '../../src/geo/polygons'
import { issueText } from '../../src/issues/issueText'
import { UserError } from '../../src/issues/problem'
import { problemText } from '../../src/issues/problemText'
import { withCustomAreas } from '../../src/join/customAreas'
import { buildGeography } from '../../src/join/geography'
import { buildReading } from '../../src/open/buildReading'
import { openedDataset } from '../../src/open/openedDataset'
import { type OpenRequest, openFiles } from '../../src/open/openFiles'
import { createRowReporter } from '../../src/open/rowReport'
import { unfiltered } from '../../src/query/conditions'
import { readQuery } from '../../src/query/search/readQuery'
import { reportMatcher } from '../../src/query/search/search'
import { sliceDataset } from '../../src/query/sliceDataset'
import { parsePlaces } from '../../src/read/parseTables'
import { mulberry32 } from '../bench/random'
import { PLACES_CSV } from '../support/arbitraries'
import { CONFLICT } from '../support/conflict'
import { box } from '../support/shapes'

/** `npm run fuzz` sets more. */
const INPUTS = Number(process.env.FUZZ_INPUTS ?? 2000)
/** `FUZZ_FIRST=1234 FUZZ_INPUTS=1` repeats one. */
const FIRST = Number(process.env.FUZZ_FIRST ?? 0)
const MAX_CHANGES = 6

const SHUSHA = {
  type: 'Feature',
  id: 'shusha',
  properties: {},
  geometry: { type: 'Polygon', coordinates: [box(46, 39, 47, 40)] },
}
const WORLD = {
  conflict: CONFLICT,
  places: parsePlaces(PLACES_CSV, 'places.csv', CONFLICT).rows,
  polygons: asPolygons({ features: [SHUSHA] }, 'districts.geojson'),
}
const FIXTURES = new URL('../fixtures/', import.meta.url)
const files = [
  'opened/',
  'faults/layouts/',
  'faults/cells/',
  'faults/ids/',
  'faults/ends/',
].flatMap((folder) =>
  readdirSync(new URL(folder, FIXTURES)).map((name) =>
    readFileSync(new URL(folder + name, FIXTURES)),
  ),
)
/** What files are made of, where it is least expected. */
const PIECES = [
  ...[
    '"',
    '""',
    "'",
    ',',
    ';',
    '\t',
    '|',
    '\n',
    '\r',
    '\\',
    '\0',
    '\ufeff',
    '\u0301',
    '\ud83d',
    '=',
  ],
  ...['{', '}', '[', ']', ':', 'null', 'NaN', '-1', '1e999', '0x10', '__proto__', 'constructor'],
  ...['2022-11-29', '2022-02-30', '9999-12-31', '0001-01-01', '29.11.22', '24:00', '1669680000'],
  ...[
    '91',
    '-181',
    'Infinity',
    'Shusha',
    'Şuşa; Twin',
    'id',
    'date_start',
    '<a>',
    '%00',
    '\x1f\x8b',
  ],
  ...['"type":"Polygon"', '"coordinates":[[[]]]', '"geometry":{}', '"id":{}', '"properties":[]'],
].map((piece) => Buffer.from(piece))

/** A fixture with a few pieces put in, cut out, or taken from another: the same for a seed. */
function inputOf(seed: number): Uint8Array {
  const random = mulberry32(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const oneOf = <T>(list: readonly T[]) => list[below(list.length)] as T
  let bytes = oneOf(files)
  for (let change = below(MAX_CHANGES) + 1; change > 0; change--) {
    const [at, length] = [below(bytes.length + 1), below(40)]
    const other = oneOf(files)
    const from = below(other.length)
    const piece = [
      () => oneOf(PIECES),
      () => Buffer.alloc(0),
      () => other.subarray(from, from + below(200)),
      () => Buffer.from([below(256)]),
    ][below(4)]
    const end = random() < 0.5 ? at : at + length
    bytes = Buffer.concat([
      bytes.subarray(0, at),
      piece?.() ?? Buffer.alloc(0),
      bytes.subarray(end),
    ])
  }
  return bytes
}

/** Opens, joins, slices, searches and exports as the page does. */
async function useFile(bytes: Uint8Array): Promise<void> {
  const request: OpenRequest = {
    files: [{ name: 'file', blob: new Blob([bytes as BlobPart]) }],
    mapping: null,
    ...WORLD,
  }
  let opened = await openFiles(request, () => {})
  if (opened.kind === 'question') {
    opened = await openFiles({ ...request, mapping: opened.guess }, () => {})
  }
  if (opened.kind === 'areas') {
    withCustomAreas(opened.own, WORLD.places, CONFLICT)
    expect(opened.own.issues.map(issueText).join()).not.toMatch(/undefined|\[object/)
    return
  }
  if (opened.kind !== 'reports') return
  const { file, imported } = opened
  const reading = buildReading(file, buildGeography(WORLD), imported)
  const reporter = createRowReporter(imported.rows, reading)
  const issues = Array.from(imported.rows.start, (_, place) => reporter.at(place).issues).flat()
  expect([...file.issues, ...issues].map(issueText).join()).not.toMatch(/undefined|\[object/)
  const dataset = openedDataset(imported, reading, file)
  if (!dataset.span) return
  const isMatch = reportMatcher({ ...dataset, ...reading.geography }, readQuery('fire', null))
  const slice = sliceDataset(dataset, unfiltered(dataset.span))
  const meta = { ...CONFLICT, generated: '2022-12-01T00:00:00Z' }
  expect(() => JSON.parse(geoJsonText(reportsGeoJson(dataset, slice, meta)))).not.toThrow()
  await reportsCsv(dataset, slice, meta)
  for (const row of slice.rows) {
    isMatch(row)
    const incident = dataset.incidents.at(row)
    if (incident) expect(citeReport(incident, meta)).not.toBe('')
  }
}

test('no input ends in anything but reports or a sentence', {
  timeout: INPUTS * 1000,
}, async () => {
  for (let seed = FIRST; seed < FIRST + INPUTS; seed++) {
    try {
      await useFile(inputOf(seed))
    } catch (error) {
      if (!(error instanceof UserError)) throw new Error(`with seed ${seed}`, { cause: error })
      expect(problemText(error.problem)).toMatch(/^\p{Lu}.*\.$/su)
    }
  }
})
