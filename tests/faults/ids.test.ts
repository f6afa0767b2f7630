import { expect, test } from 'vitest'
import { reportsCsv } from '../../src/export/reportsCsv'
import { geoJsonText, reportsGeoJson } from '../../src/export/reportsGeojson'
import { unfiltered } from '../../src/query/conditions'
import { sliceDataset } from '../../src/query/sliceDataset'
import type { Dataset } from '../../src/store/dataset'
import { META } from '../support/fixtures'
import {
  codesOf,
  fault,
  open,
  openGuessed,
  openReports,
  problem,
  reportsOf,
  textFile,
} from '../support/open'

const ODD = ['a"b', 'a\\b', 'a\nb', 'a]b', "a'b", 'a b', 'a%2Fb&c=d#e']
const NUMBERS = '1e5 100000 007 7 3000-02-31 2022-11-29 TRUE null -5 Abc abc'.split(' ')

const idsOf = (dataset: Dataset) => reportsOf(dataset).map(({ id }) => id as string)

/** What the page exports of all reports, by format. */
async function exportsOf(dataset: Dataset): Promise<string[]> {
  if (!dataset.span) throw new Error('it has no reports')
  const slice = sliceDataset(dataset, unfiltered(dataset.span))
  const meta = { ...META, generated: '2022-12-01T00:00:00Z' }
  const csv = await reportsCsv(dataset, slice, meta)
  return [csv.join(''), geoJsonText(reportsGeoJson(dataset, slice, meta))]
}

test.each([
  ['odd-ids.csv', ODD],
  ['date-and-number-ids.csv', NUMBERS],
])('ids of %s stay as written, also through exports', async (name, ids) => {
  const { dataset } = await openReports([fault(`ids/${name}`)])
  expect(idsOf(dataset).sort()).toEqual([...ids].sort())
  for (const text of await exportsOf(dataset)) {
    const again = await openReports([textFile(text)])
    expect(idsOf(again.dataset)).toEqual(idsOf(dataset))
    for (const id of ids) expect(again.dataset.rowOf.get(id as never)).toBeDefined()
  }
})

test('NUL bytes are left out and counted once, raw or escaped, and a round trip adds none', async () => {
  const raw = await openReports([fault('ids/zero-bytes.csv')])
  const escaped = await openGuessed(fault('ids/zero-bytes.geojson'))
  expect(raw.file.issues).toMatchObject([{ code: 'nulBytes', params: { n: 3 } }])
  expect(escaped.file.issues).toMatchObject([{ code: 'nulBytes', params: { n: 1 } }])
  expect(escaped.dataset.incidents.at(0)?.record.summary).toBe('A zero written as an escape')
  for (const { dataset } of [raw, escaped]) {
    for (const text of await exportsOf(dataset)) {
      const again = await openReports([textFile(text)])
      expect(codesOf(again.file.issues)).not.toContain('nulBytes')
      expect(idsOf(again.dataset)).toEqual(idsOf(dataset))
    }
  }
})

test('values of other types are read as text, a list of one as its value', async () => {
  const { dataset, rows } = await openGuessed(fault('ids/values-of-other-types.geojson'))
  expect(rows.map(({ outcome }) => outcome)).not.toContain('refused')
  expect(idsOf(dataset).sort()).toEqual(['7', '8', '{"a":1}'])
  expect(dataset.incidents.at(0)?.locations).toHaveLength(1)
})

test('objects where words are expected are no fault of the program', async () => {
  const type = open([fault('ids/type-is-an-object.geojson')])
  await expect(type).rejects.toEqual(problem('notGeoJson'))
  const districts = await open([fault('ids/district-id-object.geojson')])
  const areas = districts.kind === 'areas' ? districts.own.places : []
  expect(areas.map(({ id }) => id)).toEqual(['first-district', '2'])
})
