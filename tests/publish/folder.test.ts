import { randomBytes } from 'node:crypto'
import { parquetMetadata } from 'hyparquet'
import { describe, expect, test } from 'vitest'
import { FIELD_NAMES, FILE_FIELD_NAMES } from '../../src/model/fields'
import type { WrittenFile } from '../../src/publish/publishedFolder'
import { writeReports } from '../../src/publish/publishFolder'
import { sortDataset } from '../../src/publish/readReports'
import { NOTHING_SORTED, ReportSorter } from '../../src/publish/reportSorter'
import { CELLS, COUNTS } from '../../src/publish/reportTables'
import { lengthClass } from '../../src/publish/tableOrder'
import { unfiltered } from '../../src/query/conditions'
import { countCells } from '../../src/query/countCells'
import { sliceDataset } from '../../src/query/sliceDataset'
import { parseIncidents } from '../../src/read/parseTables'
import type { Dataset } from '../../src/store/dataset'
import { csvOf, datasetOf, range } from '../support/arbitraries'
import { CONFLICT } from '../support/conflict'
import { realDataset } from '../support/fixtures'
import { MemoryDisk } from './memoryDisk'
import { asFile, readTable, readTables } from './readFolder'

/** Rows of counts, fewer than there are. */
const MAX = 425
const ALL = range('1900-01-01', '2099-12-31')

function published(dataset: Dataset, maxCounts?: number) {
  const disk = new MemoryDisk()
  const sorter = new ReportSorter(disk, NOTHING_SORTED)
  sortDataset(dataset, sorter)
  const written = writeReports(disk, dataset.conflict, sorter, () => {}, maxCounts)
  sorter.remove()
  return { disk, ...written }
}

describe('counts', () => {
  test('loses the column with most values when it is too large, and counts all others', async () => {
    const dataset = realDataset()
    const whole = published(dataset)
    const small = published(dataset, MAX)
    expect(whole.left).toEqual([])
    expect(small.left.length).toBeGreaterThan(0)
    for (const name of [COUNTS, CELLS]) {
      const all = await readTables(whole.disk, whole.files, name)
      const fewer = await readTables(small.disk, small.files, name)
      expect(fewer.length).toBeLessThanOrEqual(name === COUNTS ? MAX : all.length)
      expect(Object.keys(fewer[0] ?? {})).toEqual(
        Object.keys(all[0] ?? {}).filter((name) => !small.left.some((key) => key === name)),
      )
      const sum = (rows: typeof all) => rows.reduce((total, { number = 0 }) => total + number, 0)
      expect(sum(fewer)).toBe(sum(all))
    }
  })
})

describe('a folder of the real records', () => {
  const dataset = realDataset()
  const { disk, files, zooms } = published(dataset)
  const reports = files.filter(({ path }) => /^reports\/[^.]*\.parquet$/.test(path))

  test('has cells that count as the map does at their zooms', async () => {
    const rows = await readTables(disk, files, CELLS)
    const slice = sliceDataset(dataset, unfiltered(ALL))
    for (const zoom of zooms) {
      const expected = countCells(dataset, slice, zoom, [-180, -85, 180, 85], 'party')
      const found = new Map<string, number>()
      for (const { zoom: own, x, y, number } of rows) {
        if (own !== zoom) continue
        const id = `${zoom},${x},${y}`
        found.set(id, (found.get(id) ?? 0) + Number(number))
      }
      const total = (counts: readonly number[]) => counts.reduce((sum, n) => sum + n, 0)
      expect(found).toEqual(
        new Map(
          expected.map(({ id, groups }) => [id, total(groups.certain) + total(groups.possible)]),
        ),
      )
    }
  })

  test('has every report in the file of each of its areas, and its text beside it', async () => {
    const found: string[] = []
    for (const { path, areas = [], from = '', to = '' } of reports) {
      const rows = await readTable(disk, path)
      const texts = await readTable(disk, path.replace('.parquet', '.texts.parquet'))
      expect(texts.map(({ id }) => id)).toEqual(rows.map(({ id }) => id))
      const keys = rows.map(({ area = '', day = 0, last_day = 0 }) => {
        const part = lengthClass(Number(day), Number(last_day))
        return `${area} ${part} ${String(day).padStart(6, '0')}`
      })
      expect(keys).toEqual(keys.toSorted())
      expect(Object.keys(rows[0] ?? {}).slice(0, 5)).toEqual(['day', 'area', 'lon', 'lat', 'by'])
      for (const { id, area, copy, day } of rows) {
        found.push(`${id} ${area} ${copy}`)
        expect(area === '' || areas.includes(String(area))).toBe(true)
        expect(new Date(Number(day) * 86_400_000).toISOString() >= from).toBe(true)
      }
      expect(to >= from).toBe(true)
      const csv = csvOf([...texts], [...FIELD_NAMES, ...FILE_FIELD_NAMES])
      for (const { row: _, ...record } of parseIncidents(csv, 'a.csv', CONFLICT).rows) {
        const { row: __, ...own } = dataset.incidents[dataset.rowOf.get(record.id) ?? -1]
          ?.record ?? { row: 0 }
        expect(record).toEqual(own)
      }
    }
    const expected = dataset.incidents.flatMap(({ id, areas }) =>
      (areas.length > 0 ? areas : ['']).map((area, copy) => `${id} ${area} ${copy}`),
    )
    expect(found.toSorted()).toEqual(expected.toSorted())
  })

  test('keeps its limits', () => {
    expectLimits(disk, files)
    expect(disk.open('overview.parquet')?.size).toBeLessThanOrEqual(300_000)
  })
})

test('row groups of texts that can hardly be packed are as short', () => {
  const rows = Array.from({ length: 400 }, (_, index) => ({
    id: `20221129-${index}`,
    date_start: '2022-11-29',
    date_end: '2022-11-29',
    time_precision: 'day',
    areas: 'Shusha',
    position_precision: 'district',
    kind: 'gunfire',
    reported_by: 'Ministry of Defence of Armenia',
    reporting_party: 'armenia',
    summary: randomBytes(6000).toString('base64'),
  }))
  const { disk, files } = published(datasetOf(rows))
  expectLimits(disk, files)
})

/** Of all files of reports, and of their texts. */
function expectLimits(disk: MemoryDisk, files: readonly WrittenFile[]): void {
  const reports = files.filter(({ path }) => path.startsWith('reports/'))
  expect(reports.length).toBeGreaterThan(1)
  for (const { path } of reports) {
    const { slice, byteLength } = asFile(disk, path)
    const { row_groups, metadata_length } = parquetMetadata(slice(0, byteLength))
    expect(row_groups.length).toBeLessThanOrEqual(64)
    expect(metadata_length).toBeLessThanOrEqual(150_000)
    for (const { total_compressed_size } of row_groups) {
      expect(Number(total_compressed_size)).toBeLessThanOrEqual(256_000)
    }
  }
}
