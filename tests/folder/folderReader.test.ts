import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countable, needsReports } from '../../src/folder/cellSlice'
import { countedDataset } from '../../src/folder/countedDataset'
import { FolderReader } from '../../src/folder/folderReader'
import { mixDataset } from '../../src/folder/mixDataset'
import { readPart } from '../../src/folder/readPart'
import { buildGeography } from '../../src/join/geography'
import { formatDay } from '../../src/model/day'
import { openFiles } from '../../src/open/openFiles'
import { unfiltered } from '../../src/query/conditions'
import { countCells } from '../../src/query/countCells'
import { NO_QUERY } from '../../src/query/search/readQuery'
import { sliceDataset } from '../../src/query/sliceDataset'
import type { Dataset } from '../../src/store/dataset'
import { runs } from '../propertyRuns'
import { choosing, range, someDataset, someFilter, someWindow } from '../support/arbitraries'
import { realDataset } from '../support/fixtures'
import { publishedDataset } from './publishedDataset'

/** What counts can tell of a slice. */
function counted(dataset: Dataset, filter: Parameters<typeof sliceDataset>[1]) {
  const { count, areas, notLocated, facets } = sliceDataset(dataset, filter)
  return { count, areas, notLocated, facets }
}

/** Without conditions that need the reports. */
const someCounted = someFilter.map((filter) => ({
  ...choosing(filter, { source: [], dataset: [] }),
  query: NO_QUERY,
}))

async function readAs(
  dataset: Dataset,
  reports: Awaited<ReturnType<FolderReader['reports']>>,
  polygons = { type: 'FeatureCollection' as const, features: [] },
) {
  const files = [
    { name: 'reports.csv', blob: new Blob([reports.csv]) },
    { name: 'sources.csv', blob: new Blob([reports.sourcesCsv]) },
  ]
  const request = { conflict: dataset.conflict, places: dataset.places, polygons }
  const opened = await openFiles({ ...request, files, mapping: null }, () => {})
  if (opened.kind !== 'reports') throw new Error(opened.kind)
  return readPart(opened, reports, buildGeography(request))
}

describe('a published folder', () => {
  test('gives the counts of any window and filter, whatever was read before', async () => {
    await fc.assert(
      fc.asyncProperty(
        someDataset,
        fc.array(someCounted, { maxLength: 4 }),
        async (dataset, filters) => {
          const { conflict, frame, readRange } = publishedDataset(dataset)
          const reader = new FolderReader(conflict, readRange)
          for (const filter of filters) {
            const { rows, covered } = await reader.counts(filter.window)
            expect(
              covered.some(({ from, to }) => from <= filter.window.from && to >= filter.window.to),
            ).toBe(true)
            const mixed = mixDataset(frame, rows, null, [])
            expect(counted(mixed, filter)).toEqual(counted(dataset, filter))
          }
        },
      ),
      { numRuns: runs(60) },
    )
  })

  test('counts each report once when some were read', async () => {
    await fc.assert(
      fc.asyncProperty(someDataset, someCounted, someWindow, async (dataset, filter, window) => {
        const { conflict, frame, readRange } = publishedDataset(dataset)
        const reader = new FolderReader(conflict, readRange)
        await reader.counts(filter.window)
        const reports = await reader.reports({ window, areas: null })
        const expected = dataset.incidents
        expect(reports.ids.length).toBe(
          Array.from({ length: expected.length }, (_, row) => row).filter(
            (row) =>
              window.from <= window.to &&
              (dataset.columns.startDay[row] ?? 0) <= window.to &&
              (dataset.columns.endDay[row] ?? 0) >= window.from,
          ).length,
        )
        if (reports.ids.length === 0) return
        const mixed = mixDataset(
          frame,
          (await reader.counts(window)).rows,
          await readAs(dataset, reports),
          [],
        )
        expect(counted(mixed, filter)).toEqual(counted(dataset, filter))
        const slice = sliceDataset(mixed, unfiltered(window))
        expect(Array.from(slice.rows, (row) => mixed.unread?.[row])).toEqual(
          Array.from(slice.rows, () => 0),
        )
        const whole = sliceDataset(dataset, unfiltered(window))
        expect(Array.from(slice.rows, (row) => mixed.incidents.at(row)?.record.summary)).toEqual(
          Array.from(whole.rows, (row) => dataset.incidents.at(row)?.record.summary),
        )
      }),
      { numRuns: runs(60) },
    )
  })
})

describe('a folder of the real records', () => {
  const dataset = realDataset()
  const { conflict, frame, readRange } = publishedDataset(dataset)
  const reader = new FolderReader(conflict, readRange)

  test('has the marks of the map at the zooms of its cells', async () => {
    const window = range('2022-01-01', '2022-12-31')
    for (const zoom of conflict.published.zooms) {
      const rows = await reader.cells({ zoom, box: [-180, -85, 180, 85], window })
      const cells = countedDataset(rows, frame)
      const [own, all] = [cells, dataset].map((each) =>
        countCells(
          each,
          sliceDataset(each, unfiltered(window)),
          zoom,
          [-180, -85, 180, 85],
          'party',
        ),
      )
      const known = new Map(all?.map((cell) => [cell.id, cell]))
      expect(own?.map(({ id }) => id).toSorted()).toEqual([...known.keys()].toSorted())
      for (const { id, groups, middle } of own ?? []) {
        expect(groups).toEqual(known.get(id)?.groups)
        const [lon = 0, lat = 0] = known.get(id)?.middle ?? []
        // A 256th of a square of 64 px on each side, in degrees.
        const most = 360 / (8 * 2 ** zoom) / 50
        expect(Math.abs(middle[0] - lon)).toBeLessThan(most)
        expect(Math.abs(middle[1] - lat)).toBeLessThan(most)
      }
    }
  })

  test('has an overview of all days', async () => {
    const overview = await reader.overview()
    const sum = overview.number.reduce((total, number) => total + number, 0)
    expect(sum).toBe(dataset.columns.length)
    expect(formatDay(Math.min(...overview.firstDay) as never)).toBe(conflict.published.span?.from)
  })

  test('gives the reports of a district and a month with their sources', async () => {
    const window = range('2022-11-01', '2022-11-30')
    const reports = await reader.reports({ window, areas: ['shusha'] })
    const read = await readAs(dataset, reports)
    const rows = sliceDataset(dataset, {
      ...unfiltered(window),
      chosen: { ...unfiltered(window).chosen, area: new Set(['shusha']) },
    }).rows
    const expected = Array.from(rows, (row) => dataset.incidents.at(row))
    expect(expected.length).toBeGreaterThan(0)
    const found = expected.map((incident) => {
      const row = incident && read.dataset.rowOf.get(incident.id)
      return row === undefined ? undefined : read.dataset.incidents.at(row)
    })
    for (const [at, incident] of found.entries()) {
      const { row: _, ...record } = incident?.record ?? { row: 0 }
      const { row: __, ...own } = expected[at]?.record ?? { row: 0 }
      expect(record).toEqual(own)
      expect(incident?.citedSources).toEqual(expected[at]?.citedSources)
    }
  })

  test('gives the reports that are nowhere', async () => {
    const window = range('2020-01-01', '2023-12-31')
    const { ids } = await reader.reports({ window, areas: [''] })
    const expected = dataset.incidents.filter(({ areas }) => areas.length === 0)
    expect(expected.length).toBeGreaterThan(0)
    for (const { id } of expected) expect(ids).toContain(id)
  })

  test('counts what its counts can tell when a column has left them', async () => {
    const small = publishedDataset(dataset, 1)
    const { left } = small.conflict.published
    expect(left.length).toBeGreaterThan(0)
    const window = range('2020-01-01', '2023-12-31')
    const { rows } = await new FolderReader(small.conflict, small.readRange).counts(window)
    const mixed = mixDataset(small.frame, rows, null, left)
    const areas = new Set(dataset.areaIds)
    const counts: Dataset = {
      ...mixed,
      whole: { overview: mixed, areas, bounds: null, left },
    }
    const [own, all] = [counts, dataset].map((each) => counted(each, unfiltered(window)))
    expect(own?.count).toEqual(all?.count)
    expect(own?.areas).toEqual(all?.areas)
    for (const key of left) {
      const values = [...(own?.facets[key as 'by'].values() ?? [])]
      expect(values.every(({ certain, possible }) => certain + possible === 0)).toBe(true)
      const value = [...(all?.facets[key as 'by'] ?? [])].find(([, { certain }]) => certain > 0)
      const chosen = { ...unfiltered(window).chosen, [key]: new Set([value?.[0] ?? '']) }
      const slice = sliceDataset(counts, { ...unfiltered(window), chosen })
      expect(slice.count).toEqual({ certain: 0, possible: 0 })
      expect(needsReports(slice.filter, left)).toEqual([key])
      expect(sliceDataset(counts, countable(slice.filter, left)).count).toEqual(all?.count)
    }
  })

  test('says which file is not what it was', async () => {
    const other = new FolderReader(conflict, async (...range) => ({
      ...(await readRange(...range)),
      total: 1,
    }))
    await expect(other.counts(range('2022-11-01', '2022-11-30'))).rejects.toMatchObject({
      problem: { code: 'folderChanged', params: { path: 'counts.parquet' } },
    })
    const broken = new FolderReader(conflict, async (...range) => {
      const read = await readRange(...range)
      return { ...read, bytes: new Uint8Array(read.bytes.byteLength).buffer }
    })
    await expect(broken.counts(range('2022-11-01', '2022-11-30'))).rejects.toMatchObject({
      problem: { code: 'folderBroken', params: { path: 'counts.parquet' } },
    })
  })
})
