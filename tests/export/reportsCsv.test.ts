import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { withoutGuard } from '../../src/csv/formula'
import { citeReport } from '../../src/export/citation'
import { reportsCsv } from '../../src/export/reportsCsv'
import type { JoinedDataset } from '../../src/join/joinReports'
import type { Day } from '../../src/model/day'
import { FIELD_NAMES } from '../../src/model/fields'
import { incidentCells } from '../../src/model/reportCells'
import { unfiltered } from '../../src/query/conditions'
import { sliceDataset } from '../../src/query/sliceDataset'
import { parseIncidents } from '../../src/read/parseTables'
import { datasetOf, someFilter, someTables } from '../support/arbitraries'
import { CONFLICT } from '../support/conflict'
import { everything, geodata, META, realDataset, smallDataset } from '../support/fixtures'

const ADDED = ['certainty', 'placement', 'area_ids', 'citation', 'source_urls']
const exported = async (dataset: JoinedDataset, filter = everything(dataset)) =>
  (await reportsCsv(dataset, sliceDataset(dataset, filter), META)).join('')
const cellsOf = (text: string) =>
  Papa.parse<Record<string, string>>(text, { delimiter: ',', header: true, skipEmptyLines: true })
const header = (text: string) => text.slice(0, text.indexOf('\n')).split(',')

describe('reportsCsv', () => {
  it('has the columns of geodata/incidents.csv and its own', async () => {
    expect(FIELD_NAMES).toEqual(header(geodata('incidents.csv')))
    expect(header(await exported(realDataset()))).toEqual([...FIELD_NAMES, ...ADDED])
  })

  it('gives every real record back, line for line', async () => {
    const shipped = parseIncidents(geodata('incidents.csv'), 'incidents.csv', CONFLICT)
    const read = parseIncidents(await exported(realDataset()), 'export.csv', CONFLICT)
    expect(read.issues).toEqual(shipped.issues)
    const lines = (text: string) => text.trim().split('\n').slice(1).sort()
    const written = lines(await exported(realDataset()))
    expect(written).toHaveLength(447)
    lines(geodata('incidents.csv')).forEach((line, index) => {
      expect(written[index]).toMatch(line)
    })
  })

  it('gives the cells of any slice back through an ordinary CSV reader', async () => {
    await fc.assert(
      fc.asyncProperty(someTables, someFilter, async ({ rows, sources }, filter) => {
        const dataset = datasetOf(rows, sources)
        const slice = sliceDataset(dataset, filter)
        const parsed = cellsOf(await exported(dataset, filter))
        expect(parsed.errors).toEqual([])
        expect(parsed.data).toHaveLength(slice.rows.length)
        parsed.data.forEach((cells, index) => {
          const incident = dataset.incidents[slice.rows[index] ?? -1]
          if (!incident) throw new Error('no such row')
          const read = Object.fromEntries(
            Object.entries(cells).map(([name, cell]) => [name, withoutGuard(cell)]),
          )
          expect(read).toMatchObject(incidentCells(incident.record, CONFLICT))
          expect(read).toMatchObject({
            certainty: slice.certain[index] === 1 ? 'certain' : 'possible',
            placement: incident.placement,
            area_ids: incident.areas.join('; '),
            citation: citeReport(incident, META),
          })
          if (incident.record.position)
            expect([read.lon, read.lat].map(Number)).toEqual(incident.record.position)
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

  it('is a header alone for an empty slice', async () => {
    const dataset = smallDataset([{ id: 'a' }])
    const text = await exported(dataset, unfiltered({ from: 0 as Day, to: 1 as Day }))
    expect(text).toBe(`${[...FIELD_NAMES, ...ADDED].join(',')}\n`)
  })

  it('ends lines in LF and has no byte order mark', async () => {
    const text = await exported(realDataset())
    expect(text).not.toMatch(/[\r\uFEFF]/)
    expect(text.endsWith('\n')).toBe(true)
  })
})
