import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contains, lengthOf } from '../../../src/model/day'
import { clampRange, fitRange, zoomRange } from '../../../src/ui/timeline/range'
import { range, someDay } from '../../support/arbitraries'

const EXTENT = range('2020-11-01', '2023-09-30')
const BASE = range('2022-08-31', '2023-02-28')
/** A range inside the extent, of any length. */
const someRange = fc
  .tuple(fc.nat(lengthOf(EXTENT) - 1), fc.nat(lengthOf(EXTENT) - 1))
  .map(([a, b]) => range(EXTENT.from + Math.min(a, b), EXTENT.from + Math.max(a, b)))

describe('fitRange', () => {
  test('shows the whole window, whatever was shown before', () => {
    fc.assert(
      fc.property(someRange, someRange, (base, window) => {
        const shown = fitRange(base, window, EXTENT)
        expect([contains(shown, window.from), contains(shown, window.to)]).toEqual([true, true])
        expect(contains(EXTENT, shown.from) && contains(EXTENT, shown.to)).toBe(true)
        expect(lengthOf(shown)).toBeGreaterThanOrEqual(lengthOf(base))
      }),
    )
  })

  test.each([
    ['well inside', range('2022-11-27', '2022-12-03'), BASE],
    ['just inside', range('2022-10-01', '2023-01-31'), BASE],
    ['of all dates', EXTENT, EXTENT],
  ])('of a window %s', (_, window, shown) => {
    expect(fitRange(BASE, window, EXTENT)).toEqual(shown)
  })

  test('turns by half a page, so that stepping on does not slide it every time', () => {
    const one = fitRange(BASE, range('2023-03-01', '2023-03-07'), EXTENT)
    const next = fitRange(BASE, range('2023-03-02', '2023-03-08'), EXTENT)
    expect(one).toEqual(next)
    expect(one.from - BASE.from).toBe(lengthOf(BASE) / 2)
  })

  test('a window far outside the records does not pull the plot after it', () => {
    const shown = fitRange(BASE, range('1990-01-01', '1990-01-07'), EXTENT)
    expect(shown.from).toBe(EXTENT.from)
    expect(lengthOf(shown)).toBe(lengthOf(BASE))
  })
})

describe('zoomRange', () => {
  test('keeps the day it zooms around in its place, within a day, and stays in the extent', () => {
    fc.assert(
      fc.property(someRange, fc.double({ min: 0.1, max: 10, noNaN: true }), (base, factor) => {
        const around = range(Math.round((base.from + base.to) / 2), 0).from
        const shown = zoomRange(base, factor, around, EXTENT)
        expect(contains(EXTENT, shown.from) && contains(EXTENT, shown.to)).toBe(true)
        expect(lengthOf(shown)).toBeGreaterThanOrEqual(14)
        expect(contains(shown, around)).toBe(true)
      }),
    )
  })

  test('a small turn of the wheel is at least a day, down to two weeks and up to all', () => {
    expect(lengthOf(zoomRange(BASE, 1.0001, BASE.from, EXTENT))).toBe(lengthOf(BASE) + 1)
    expect(lengthOf(zoomRange(BASE, 0.9999, BASE.from, EXTENT))).toBe(lengthOf(BASE) - 1)
    expect(lengthOf(zoomRange(BASE, 0.001, BASE.from, EXTENT))).toBe(14)
    expect(zoomRange(BASE, 1000, BASE.from, EXTENT)).toEqual(EXTENT)
  })
})

test('a range is clamped into the extent, and shorter only than a long one', () => {
  fc.assert(
    fc.property(someDay, fc.nat(3000), (day, more) => {
      const inside = clampRange(range(day, day + more), EXTENT)
      expect(lengthOf(inside)).toBe(Math.min(more + 1, lengthOf(EXTENT)))
      expect(contains(EXTENT, inside.from) && contains(EXTENT, inside.to)).toBe(true)
    }),
  )
})
