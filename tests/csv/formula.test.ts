import { describe, expect, it } from 'vitest'
import { FORMULA_START, withoutGuard } from '../../src/csv/formula'

const guarded = (cell: string) => (FORMULA_START.test(cell) ? `'${cell}` : cell)

describe('the formula guard', () => {
  it.each(['=1+1', '+994', '-5', '@x', '\tx', '\rx', '\nx', '＝1', "'=1", "''@x", "'+"])(
    'goes on %j and comes off again',
    (cell) => {
      expect(guarded(cell)).toBe(`'${cell}`)
      expect(withoutGuard(guarded(cell))).toBe(cell)
    },
  )

  it.each(['', 'plain', "'quoted' text", "'", "''", 'a=b', '5-7', "'s-Hertogenbosch"])(
    'leaves %j alone both ways',
    (cell) => {
      expect(guarded(cell)).toBe(cell)
      expect(withoutGuard(cell)).toBe(cell)
    },
  )
})
