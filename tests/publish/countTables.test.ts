import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addUp, type CountedReports, countRows } from '../../src/publish/countTables'
import { writeCells, writeCounts } from '../../src/publish/reportTables'
import { PUBLISHED_FACETS } from '../../src/publish/sortedReport'
import { CONFLICT } from '../support/conflict'
import { MemoryDisk } from './memoryDisk'

const LENGTH = 4
const someSums = fc
  .array(
    fc.record({
      key: fc.array(fc.nat(2), { minLength: LENGTH, maxLength: LENGTH }),
      values: fc.tuple(fc.nat(9), fc.nat(9)),
    }),
  )
  .map((sums) => sums.toSorted((a, b) => Number(a.key.join('')) - Number(b.key.join(''))))

test('sums add up by the first numbers of their keys, and their rows are known before', () => {
  fc.assert(
    fc.property(someSums, (sums) => {
      const rows = countRows(sums)
      for (let length = 0; length <= LENGTH; length++) {
        const expected = new Map<string, number[]>()
        for (const { key, values } of sums) {
          const name = key.slice(0, length).join()
          const known = expected.get(name) ?? [0, 0]
          expected.set(
            name,
            known.map((value, at) => value + (values[at] ?? 0)),
          )
        }
        const copies = sums.map(({ key, values }) => ({ key, values: [...values] }))
        const found = Array.from(addUp(copies, length), ({ key, values }) => [key.join(), values])
        expect(found).toEqual([...expected])
        if (sums.length > 0 && length > 0) expect(rows[length]).toBe(expected.size)
      }
    }),
  )
})

test('counts and cells with much longer intervals are in groups of their own', () => {
  const codes = PUBLISHED_FACETS.map(() => 0)
  const days: readonly (readonly [number, number])[] = [
    [100, 100],
    [102, 108],
    [100, 107],
    [101, 131],
    [100, 465],
    [100, 466],
  ]
  const counted: CountedReports = {
    counts: () => days.map((each) => ({ key: [...each, 0, ...codes], values: [1] })),
    cells: () => days.map((each) => ({ key: [3, 0, ...each, ...codes], values: [1, 1, 0, 0] })),
    ...{ areaLists: [''], zooms: [3], cellRecords: days.length },
  }
  const disk = new MemoryDisk()
  const { files } = writeCounts(disk, CONFLICT, counted, null, () => {})
  for (const table of [files, writeCells(disk, CONFLICT, counted, [], () => {})]) {
    const ranges = table.flatMap(({ groups }) => groups.map(({ from, to }) => [from, to]))
    expect(ranges).toEqual([
      [100, 108],
      [100, 131],
      [100, 465],
      [100, 466],
    ])
  }
})
