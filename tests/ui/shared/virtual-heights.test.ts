import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RowHeights } from '../../../src/ui/shared/virtualHeights'

/** A short list with some of its rows measured, some of them twice, and the plain list of heights that comes to. */
const someHeights = fc
  .record({
    count: fc.integer({ min: 1, max: 70 }),
    estimate: fc.integer({ min: 1, max: 200 }),
    measured: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 400 })), { maxLength: 40 }),
  })
  .map(({ count, estimate, measured }) => {
    const heights = new RowHeights(count, estimate)
    const plain = Array.from({ length: count }, () => estimate)
    for (const [pick, height] of measured) {
      heights.measure(pick % count, height)
      plain[pick % count] = height
    }
    return { heights, plain }
  })

const sum = (heights: readonly number[]) => heights.reduce((total, height) => total + height, 0)

describe('RowHeights', () => {
  test('a row begins where those before it end, measured or not', () => {
    fc.assert(
      fc.property(someHeights, ({ heights, plain }) => {
        const tops = plain.map((_, row) => sum(plain.slice(0, row)))
        expect(plain.map((_, row) => heights.topOf(row))).toEqual(tops)
        expect(plain.map((_, row) => heights.heightOf(row))).toEqual(plain)
        expect(heights.total).toBe(sum(plain))
      }),
    )
  })

  test('any height from the top falls on the row that covers it', () => {
    fc.assert(
      fc.property(someHeights, fc.double({ min: 0, max: 1, noNaN: true }), (list, part) => {
        const { heights, plain } = list
        const height = part * (heights.total - 0.5)
        const row = heights.rowAt(height)
        expect(sum(plain.slice(0, row))).toBeLessThanOrEqual(height)
        expect(sum(plain.slice(0, row + 1))).toBeGreaterThan(height)
      }),
    )
  })

  test('a height before the first row falls on it, one past the last on that', () => {
    const heights = new RowHeights(5, 100)
    expect(heights.rowAt(-1)).toBe(0)
    expect(heights.rowAt(500)).toBe(4)
    expect(heights.rowAt(9e9)).toBe(4)
  })

  test('a list without rows has no height, and nothing falls on a row', () => {
    const heights = new RowHeights(0, 100)
    expect(heights.total).toBe(0)
    expect(heights.rowAt(0)).toBe(-1)
  })

  test('of a million rows only what was measured is kept', () => {
    const heights = new RowHeights(1_000_000, 130)
    heights.measure(999_999, 200)
    heights.measure(0, 100)
    expect(heights.total).toBe(130_000_040)
    expect(heights.topOf(999_999)).toBe(129_999_840)
    expect(heights.rowAt(129_999_839)).toBe(999_998)
    expect(heights.rowAt(129_999_841)).toBe(999_999)
  })
})
