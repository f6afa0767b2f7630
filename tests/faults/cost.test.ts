import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { check } from '../../src/cli/check'
import { Failure } from '../../src/cli/failure'
import { issueText } from '../../src/issues/issueText'
import type { GivenFile } from '../../src/open/openFiles'
import { codesOf, open, openGuessed, openReports, problem, textFile } from '../support/open'
import { expectLinear } from './growth'
import { INPUTS, list, OWN, row, table } from './inputs'

const WATCHDOG_MS = 60_000
/** Letters of everything that is said of a file, however large it is. */
const MAX_SAID = 60_000

const folder = mkdtempSync(join(tmpdir(), 'contactline-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What the page does with files: reads them, looks at their rows, opens reports. */
async function openInPage(files: readonly GivenFile[]): Promise<string[]> {
  const opened = await open(files)
  if (opened.kind === 'areas') return opened.own.issues.map(issueText)
  const mapping = opened.kind === 'question' ? opened.guess : null
  const { file, imported, reporter, dataset } = await openReports(files, mapping)
  const places = list(Math.min(20, imported.rows.start.length), (index) => index)
  for (const place of places) {
    reporter.text(place)
    dataset.rowOf.get(dataset.incidents.at(place)?.id ?? ('' as never))
  }
  const ofRows = places.flatMap((place) => reporter.at(place).issues)
  return [...file.issues, ...imported.reasons, ...ofRows].map(issueText)
}

async function checkInCommand(files: readonly GivenFile[]) {
  const paths: string[] = []
  for (const { name, blob } of files) {
    paths.push(join(folder, name))
    writeFileSync(join(folder, name), new Uint8Array(await blob.arrayBuffer()))
  }
  const options = {
    dataFolder: 'tests/fixtures/dataset',
    columns: { columns: [], map: undefined },
    districts: undefined,
    filter: {},
    generated: '',
  }
  const call = { ...options, files: paths, json: false, strict: false }
  try {
    const given = { format: undefined, unit: undefined, days: undefined, km: undefined }
    return (await check({ ...call, ...given })).output
  } catch (error) {
    if (error instanceof Failure) return error.message
    throw error
  }
}

describe.each(INPUTS)('twice as much takes twice as long: $name', ({ n, files }) => {
  test('in the page', { timeout: WATCHDOG_MS }, async () => {
    await expectLinear(n, (parts) => openInPage(files(parts)))
    expect((await openInPage(files(n))).join('\n').length).toBeLessThan(MAX_SAID)
  })

  test('on the command line', { timeout: WATCHDOG_MS }, async () => {
    await expectLinear(n, (parts) => checkInCommand(files(parts)))
    expect((await checkInCommand(files(n))).length).toBeLessThan(MAX_SAID)
  })
})

test('the separator is that of the header, however often another is in a cell', async () => {
  const sources = list(3000, (index) => `Gazette ${index}`).join('; ')
  const { dataset } = await openReports([textFile(table(OWN, row('a', { summary: sources })))])
  expect(dataset.incidents.at(0)?.record.summary).toBe(sources)
})

test('what is too deep to be written is refused by its name', async () => {
  const lists = '['.repeat(100_000) + ']'.repeat(100_000)
  const properties = `{"date":"2022-11-29","more":${lists}}`
  const feature = `{"type":"Feature","geometry":null,"properties":${properties}}`
  await expect(open([textFile(feature)])).rejects.toEqual(problem('nestedTooDeep'))
})

test('shapes in each other without end, and an arc in very many, end in a sentence', async () => {
  const nested = (open: string, close: string, inner: string, n = 20_000) =>
    open.repeat(n) + inner + close.repeat(n)
  const geometry = nested('{"type":"GeometryCollection","geometries":[', ']}', '{"type":"Point"}')
  const feature = `{"type":"Feature","geometry":${geometry},"properties":{"date":"2022-11-29"}}`
  const { file, imported } = await openGuessed(textFile(feature))
  expect(codesOf(file.issues)).toContain('featuresNotPoints')
  expect(imported.rows.start).toHaveLength(1)

  const shape = nested('<MultiGeometry>', '</MultiGeometry>', '')
  const kml = textFile(`<kml><Placemark>${shape}</Placemark></kml>`)
  await expect(open([kml])).rejects.toEqual(problem('damagedXml'))

  const line = { type: 'LineString', arcs: list(10_000, () => 0) }
  const arcs = [list(10_000, (index) => [46 + index / 1e4, 39])]
  const topology = { type: 'Topology', objects: { line }, arcs }
  await expect(open([textFile(JSON.stringify(topology))])).rejects.toEqual(problem('damagedJson'))
})

const place = (n: number) => `<Point><coordinates>${n % 100},5</coordinates></Point>`
const stamp = '<TimeStamp><when>2024-03-05</when></TimeStamp>'
const inEachOther = (n: number, open: (index: number) => string, close: string) =>
  list(n, open).join('') + close.repeat(n)
const KML: Readonly<Record<string, readonly [n: number, make: (n: number) => string]>> = {
  'namespaces in each other': [
    4000,
    (n) => inEachOther(n, (index) => `<a:b xmlns:a="u" xmlns:p${index}="u"><c/>`, '</a:b>'),
  ],
  'a namespace in each placemark': [
    1000,
    (n) => list(n, (at) => `<Placemark xmlns:p${at}="u">${stamp}${place(at)}</Placemark>`).join(''),
  ],
  'placemarks in each other': [
    800,
    (n) => inEachOther(n, (at) => `<Placemark>${stamp}${place(at)}`, '</Placemark>'),
  ],
}

test.each(Object.entries(KML))(
  'twice as much XML takes twice as long: %s',
  {
    timeout: WATCHDOG_MS,
  },
  async (_, [n, make]) => {
    const read = (parts: number) =>
      openInPage([textFile(`<kml xmlns="k"><Document>${make(parts)}</Document></kml>`)]).catch(
        (error) => expect(error).toEqual(problem('damagedXml')),
      )
    await expectLinear(n, read)
  },
)

test('what a device measured along a track costs no more than the track', {
  timeout: WATCHDOG_MS,
}, async () => {
  const point = (at: number) =>
    `<trkpt lon="11" lat="5"><extensions><m${at}>1</m${at}></extensions></trkpt>`
  const wpt = '<wpt lon="11" lat="5"><time>2024-03-05</time></wpt>'
  await expectLinear(1500, (n) =>
    openInPage([
      textFile(`<gpx>${wpt}<trk><trkseg>${list(n, point).join('')}</trkseg></trk></gpx>`),
    ]),
  )
})

test('very many issues of one kind are one issue with their number', async () => {
  const { files } = INPUTS.find(({ name }) => name === 'addresses that are none') ?? {}
  const { file } = await openReports(files?.(1000) ?? [])
  expect(file.issues).toMatchObject([{ code: 'notUrl', rows: 1000, row: 2 }])
})

test('similar names are found for the rows that are shown', async () => {
  const { reporter, imported } = await openReports([
    textFile(table(OWN, row('a', { area: 'Shusa' }))),
  ])
  expect(imported.reasons.map(({ code }) => code)).toContain('unknownArea')
  expect(reporter.at(0).issues.map(({ code }) => code)).toContain('unknownAreaNear')
})
