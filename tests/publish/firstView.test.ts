import { parquetMetadata } from 'hyparquet'
import { expect, test } from 'vitest'
import { type Day, formatDay } from '../../src/model/day'
import { chooseWindow, spanOf } from '../../src/publish/firstView'
import { TableFiles } from '../../src/publish/tableFiles'
import { day } from '../support/arbitraries'
import { MemoryDisk } from './memoryDisk'
import { asFile, readTables } from './readFolder'

const FIRST = day('2001-01-01')
const DAYS = 900
const LAST = (FIRST + DAYS - 1) as Day
const ROWS_A_DAY = 700
const CHOSEN = { from: '2001-02-01', to: '2001-04-01', reason: 'chosen' }

/** A table of many days, then of a few reports of a year each. */
function table(name: string, disk: MemoryDisk, zoom: number | null = null) {
  const columns = ['first_day', 'number'].map((each) => ({ name: each, type: 'integer' as const }))
  const files = new TableFiles(disk, name, columns, zoom)
  for (let at = 0; at < DAYS; at++) {
    for (let row = 0; row < ROWS_A_DAY; row++) {
      files.add([FIRST + at, (row * 7919 * at) % 100_003], FIRST + at, FIRST + at)
    }
    files.endGroup(ROWS_A_DAY * 10)
  }
  files.beginPart()
  files.add([FIRST, 1], FIRST, FIRST + 365)
  return files.finish()
}

test('a table has its rows in files with few groups', async () => {
  const disk = new MemoryDisk()
  const files = table('counts', disk).map(({ file }) => file)
  expect(files.length).toBeGreaterThan(1)
  for (const { path, footer, rows, from = '', to = '' } of files) {
    const { slice, byteLength } = asFile(disk, path)
    const { row_groups, metadata_length, num_rows } = parquetMetadata(slice(0, byteLength))
    expect(row_groups.length).toBeLessThanOrEqual(32)
    expect(metadata_length + 8).toBe(footer)
    expect(Number(num_rows)).toBe(rows)
    expect(from <= to).toBe(true)
  }
  const rows = await readTables(disk, files, 'counts')
  expect(rows.map(({ first_day }) => first_day)).toEqual([
    ...Array.from({ length: DAYS * ROWS_A_DAY }, (_, row) => FIRST + Math.floor(row / ROWS_A_DAY)),
    FIRST,
  ])
})

test('the first window is the chosen one, or as many of the last days as fit', () => {
  const disk = new MemoryDisk()
  const lowest = [...table('counts', disk), ...table('cells', disk, 3)]
  const counted = [...lowest, ...table('more', disk, 5)]
  expect(spanOf(counted)).toEqual({ from: '2001-01-01', to: formatDay(LAST) })
  expect(chooseWindow(CHOSEN, counted, 0)).toEqual(CHOSEN)
  const days = ({ from, to }: typeof CHOSEN) => day(to) - day(from) + 1
  const last = chooseWindow({ ...CHOSEN, from: '1990-01-01', to: '1990-01-02' }, counted, 0)
  expect([days(last), last.to]).toEqual([30, formatDay(LAST)])
  const shorter = chooseWindow(CHOSEN, counted, 900_000)
  expect(shorter).toEqual(chooseWindow(CHOSEN, lowest, 900_000))
  expect(days(shorter)).toBeLessThan(30)
  expect(days(shorter)).toBeGreaterThan(1)
  expect(days(chooseWindow(CHOSEN, counted, 2_000_000))).toBe(1)
})
