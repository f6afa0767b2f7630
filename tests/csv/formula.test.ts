import { expect, test } from 'vitest'
import { FORMULA_START, withoutGuard } from '../../src/csv/formula'

const GUARDED = ['=1+1', '+994', '-5', '@x', '\tx', '\rx', '\nx', '＝1', "'=1", "''@x", "'+"]
const PLAIN = ['', 'plain', "'quoted' text", "'", "''", 'a=b', '5-7', "'s-Hertogenbosch"]

test.each(GUARDED)('a guard goes on %j and comes off again', (cell) => {
  expect(cell).toMatch(FORMULA_START)
  expect(withoutGuard(`'${cell}`)).toBe(cell)
})

test.each(PLAIN)('%j is left alone both ways', (cell) => {
  expect(cell).not.toMatch(FORMULA_START)
  expect(withoutGuard(cell)).toBe(cell)
})
