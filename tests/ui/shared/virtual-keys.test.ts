import { describe, expect, test } from 'vitest'
import { RowHeights } from '../../../src/ui/shared/virtualHeights'
import { rowByKey } from '../../../src/ui/shared/virtualKeys'

/** Two thousand rows of 100 px; the eleventh has been measured and is higher than what is in sight. */
const heights = new RowHeights(2000, 100)
heights.measure(10, 900)
const from = (row: number, key: string) => rowByKey(key, row, heights, 580)

describe('rowByKey', () => {
  test('arrows lead to the row beside, Home and End to the first and the last', () => {
    expect(from(50, 'ArrowDown')).toBe(51)
    expect(from(50, 'ArrowUp')).toBe(49)
    expect(from(50, 'Home')).toBe(0)
    expect(from(50, 'End')).toBe(1999)
  })

  test('page keys lead as far as what is in sight, less what stays to read on from', () => {
    expect(from(50, 'PageDown')).toBe(55)
    expect(from(50, 'PageUp')).toBe(45)
  })

  test('a page key moves on from a row that is higher than a page', () => {
    expect(from(10, 'PageDown')).toBe(11)
    expect(from(11, 'PageUp')).toBe(10)
  })

  test('a page key stops at the ends', () => {
    expect(from(1, 'PageUp')).toBe(0)
    expect(from(1997, 'PageDown')).toBe(1999)
  })

  test('past the ends, and by other keys, there is nowhere to go', () => {
    expect(from(0, 'ArrowUp')).toBeNull()
    expect(from(0, 'Home')).toBeNull()
    expect(from(0, 'PageUp')).toBeNull()
    expect(from(1999, 'ArrowDown')).toBeNull()
    expect(from(1999, 'PageDown')).toBeNull()
    expect(from(50, 'Enter')).toBeNull()
  })
})
