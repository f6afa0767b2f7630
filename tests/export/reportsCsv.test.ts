import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { withoutGuard } from '../../src/csv/formula'
import { reportsCsv } from '../../src/export/reportsCsv'
import { reportsGeoJson } from '../../src/export/reportsGeojson'
import type { JoinedDataset } from '../../src/join/joinReports'
import type { Day } from '../../src/model/day'
import { unfiltered } from '../../src/query/conditions'
import { sliceDataset } from '../../src/query/sliceDataset'
import { parseIncidents } from '../../src/read/parseTables'
import { datasetOf, someFilter, someTables } from '../support/arbitraries'
import { CONFLICT } from '../support/conflict'
import { everything, geodata, META, realDataset, smallDataset } from '../support/fixtures'

const exported = async (dataset: JoinedDataset, filter = everything(dataset)) =>
  (await reportsCsv(dataset, sliceDataset(dataset, filter), META)).join('')
const cellsOf = (text: string) =>
  Papa.parse<Record<string, string>>(text, { delimiter: ',', header: true, skipEmptyLines: true })
const header = (text: string) => text.slice(0, text.indexOf('\n')).split(',')

describe('reportsCsv', () => {
  it('gives every real record back', async () => {
    const shipped = parseIncidents(geodata('incidents.csv'), 'incidents.csv', CONFLICT)
    const read = parseIncidents(await exported(realDataset()), 'export.csv', CONFLICT)
    expect(read.issues).toEqual(shipped.issues)
    const records = ({ rows }: typeof read) =>
      rows.map(({ row: _, ...record }) => record).sort((a, b) => (a.id < b.id ? -1 : 1))
    expect(records(read)).toEqual(records(shipped))
  })

  it('has the columns, the order and the ids of GeoJSON, through an ordinary CSV reader', async () => {
    await fc.assert(
      fc.asyncProperty(someTables, someFilter, async ({ rows, sources }, filter) => {
        const dataset = datasetOf(rows, sources)
        const slice = sliceDataset(dataset, filter)
        const text = await exported(dataset, filter)
        const { data, errors } = cellsOf(text)
        expect(errors).toEqual([])
        const { features } = reportsGeoJson(dataset, slice, META)
        expect(data).toHaveLength(features.length)
        features.forEach(({ id, properties: { sources: cited, ...properties } }, index) => {
          expect(header(text)).toEqual(['id', ...Object.keys(properties), 'sources'])
          const read = Object.entries(data[index] ?? {}).map(([name, cell]) => [
            name,
            withoutGuard(cell),
          ])
          const denial = cited.filter((source) => source.cited_for === undefined)
          expect(Object.fromEntries(read)).toEqual({
            id,
            ...Object.fromEntries(
              Object.entries(properties).map(([name, value]) => [name, String(value ?? '')]),
            ),
            sources: denial.map((source) => source.id).join('; '),
          })
        })
      }),
    )
  })

  it('leaves no cell that a spreadsheet would run, but the coordinates', async () => {
    await fc.assert(
      fc.asyncProperty(someTables, async ({ rows, sources }) => {
        for (const row of cellsOf(await exported(datasetOf(rows, sources))).data) {
          const { lon: _, lat: __, ...cells } = row
          for (const cell of Object.values(cells)) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
        }
      }),
    )
  })

  it('writes the coordinates of the reports that have their own', async () => {
    const dataset = smallDataset([{ id: 'a', lon: '-0.5', lat: '39.123456' }, { id: 'b' }])
    expect(cellsOf(await exported(dataset)).data).toMatchObject([
      { id: 'a', lon: '-0.5', lat: '39.123456' },
      { id: 'b', lon: '', lat: '' },
    ])
  })

  it('is a header alone for an empty slice, whatever the others have', async () => {
    const dataset = smallDataset([{ id: 'a', lon: '46.7', lat: '39.7' }])
    const none = await exported(dataset, unfiltered({ from: 0 as Day, to: 1 as Day }))
    expect(none).toBe(`${header(await exported(dataset)).join(',')}\n`)
  })

  it('ends lines in LF and has no byte order mark', async () => {
    const text = await exported(realDataset())
    expect(text).not.toMatch(/[\r\uFEFF]/)
    expect(text.endsWith('\n')).toBe(true)
  })
})
