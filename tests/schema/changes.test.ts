import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Row } from '../../src/csv/table'
import { findChanges } from '../../src/schema/changes'

const row = (cells: Record<string, string>, index = 0): Row => ({ line: index + 2, cells })

test('a column that one version lacks reads as empty there', () => {
  const corrected = (y: string) => findChanges([row({ id: 'a' })], [row({ id: 'a', y })]).corrected
  expect(corrected('')).toEqual([])
  expect(corrected('2')).toEqual([
    { row: row({ id: 'a', y: '2' }), fields: [{ field: 'y', old: '', new: '2' }] },
  ])
})

test('of rows that share an id the first counts; rows without one are not compared', () => {
  const older = [row({ id: 'a', x: '1' }), row({ id: 'a', x: '2' }), row({ id: '', x: '3' })]
  expect(findChanges(older, [row({ id: 'a', x: '1' })])).toEqual({
    added: [],
    corrected: [],
    withdrawn: [],
  })
})

const tables = fc.uniqueArray(
  fc.record({ id: fc.constantFrom(...'abcdef'), x: fc.constantFrom('', '1', '2') }),
  { selector: ({ id }) => id, maxLength: 6 },
)

test('the changes, applied to the old table, give the new one; back and forth they mirror', () => {
  fc.assert(
    fc.property(tables, tables, (older, newer) => {
      const forth = findChanges(older.map(row), newer.map(row))
      const back = findChanges(newer.map(row), older.map(row))
      expect(forth.added).toEqual(back.withdrawn)
      expect(forth.withdrawn).toEqual(back.added)

      const table = new Map<string, string>(older.map(({ id, x }) => [id, x]))
      for (const { cells } of forth.withdrawn) table.delete(cells.id ?? '')
      for (const { cells } of forth.added) table.set(cells.id ?? '', cells.x ?? '')
      for (const { row, fields } of forth.corrected) {
        for (const change of fields) table.set(row.cells.id ?? '', change.new)
      }
      expect(Object.fromEntries(table)).toEqual(
        Object.fromEntries(newer.map(({ id, x }) => [id, x])),
      )
    }),
  )
})
