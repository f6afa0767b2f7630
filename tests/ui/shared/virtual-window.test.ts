import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RowHeights } from '../../../src/ui/shared/virtualHeights'
import {
  listHeight,
  measured,
  moved,
  positionAt,
  rowWindow,
  type Sight,
  scrolledAt,
} from '../../../src/ui/shared/virtualWindow'

const viewport = fc.integer({ min: 100, max: 1200 })
/** Px of all rows together: short lists, and such as no browser lays out. */
const total = fc.oneof(
  fc.integer({ min: 1, max: 3000 }),
  fc.integer({ min: 100_000, max: 10_000_000 }),
  fc.integer({ min: 100_000_000, max: 300_000_000 }),
)
const share = fc.double({ min: 0, max: 1, noNaN: true })
const way = (total: number, viewport: number) => Math.max(0, listHeight(total) - viewport)
const CAPPED = 130_000_000

describe('positionAt and scrolledAt', () => {
  test('both ends of the scroll bar are both ends of the rows, and the way between does not turn back', () => {
    fc.assert(
      fc.property(total, viewport, share, share, (total, viewport, a, b) => {
        const most = way(total, viewport)
        expect(positionAt(0, total, viewport)).toBe(0)
        expect(positionAt(most, total, viewport)).toBe(Math.max(0, total - viewport))
        const [low, high] = [Math.min(a, b) * most, Math.max(a, b) * most]
        expect(positionAt(low, total, viewport)).toBeLessThanOrEqual(
          positionAt(high, total, viewport) + 1e-6,
        )
      }),
    )
  })

  test('one is the inverse of the other', () => {
    fc.assert(
      fc.property(total, viewport, share, (total, viewport, part) => {
        const position = part * Math.max(0, total - viewport)
        const scrolled = scrolledAt(position, total, viewport)
        expect(scrolled).toBeLessThanOrEqual(way(total, viewport))
        expect(positionAt(scrolled, total, viewport)).toBeCloseTo(position, 3)
      }),
    )
  })

  test('a px is a px in a list that fits a browser, and near both ends of one that does not', () => {
    expect(positionAt(123_456, 7_000_000, 600)).toBe(123_456)
    expect(positionAt(5000, CAPPED, 600)).toBe(5000)
    const end = way(CAPPED, 600)
    expect(positionAt(end - 5000, CAPPED, 600)).toBe(CAPPED - 600 - 5000)
  })

  test('no list is higher than a browser can lay out', () => {
    expect(listHeight(CAPPED)).toBeLessThan(17_000_000)
    expect(listHeight(650_000)).toBe(650_000)
  })
})

describe('moved', () => {
  test('reading on from the middle of a million rows moves them by as many px as the reader scrolls', () => {
    const scrolled = 4_000_000
    const before = { viewport: 600, scrolled, position: positionAt(scrolled, CAPPED, 600) }
    const after = moved(before, scrolled + 100, 600, CAPPED)
    expect(after.position - before.position).toBeCloseTo(100)
    const back = moved(after, scrolled - 200, 600, CAPPED)
    expect(back.position - before.position).toBeCloseTo(-200)
  })

  test('a jump goes to what the scroll bar stands for', () => {
    const start = { viewport: 600, scrolled: 0, position: 0 }
    expect(moved(start, 4_000_000, 600, CAPPED).position).toBe(positionAt(4_000_000, CAPPED, 600))
  })

  test('at either end of the scroll bar the rows are at that end, whatever was in sight', () => {
    const astray = { viewport: 600, scrolled: 50, position: 400 }
    expect(moved(astray, 0, 600, 650_000).position).toBe(0)
    expect(moved(astray, -300, 600, 650_000).position).toBe(0)
    const low = { viewport: 600, scrolled: 649_390, position: 649_000 }
    expect(moved(low, 649_400, 600, 650_000).position).toBe(649_400)
    expect(moved(low, 650_000, 600, 650_000).position).toBe(649_400)
  })
})

describe('measured', () => {
  const sight = { viewport: 600, scrolled: 65_000, position: 65_000 }

  test('the row that is held still stays where it is in sight', () => {
    const heights = new RowHeights(5000, 130)
    const still = 502
    const seenAt = heights.topOf(still) - sight.position
    const drawn = [498, 499, 500, 501, 502, 503].map((row) => [row, 170] as const)
    const after = measured(sight, heights, drawn, still)
    expect(heights.topOf(still) - after.position).toBeCloseTo(seenAt)
    expect(heights.heightOf(503)).toBe(170)
  })

  test('who reads the end of the list stays there when its rows turn out higher', () => {
    const heights = new RowHeights(5000, 130)
    const end = { viewport: 600, scrolled: 649_400, position: 649_400 }
    const after = measured(end, heights, [[4999, 300]], 4996)
    expect(after.position).toBe(heights.total - 600)
  })

  test('while the start of the list is in sight it begins with its first row', () => {
    const heights = new RowHeights(5000, 130)
    const start = { viewport: 600, scrolled: -200, position: 0 }
    expect(measured(start, heights, [[0, 90]], 3).position).toBe(0)
  })
})

describe('rowWindow', () => {
  /** Scrolls through a list at random, each drawn row measured as what it really is. */
  const walk = fc.record({
    count: fc.integer({ min: 1, max: 200_000 }),
    estimate: fc.integer({ min: 40, max: 200 }),
    viewport,
    steps: fc.array(
      fc.oneof(
        fc.record({ by: fc.integer({ min: -1500, max: 1500 }) }),
        fc.record({ to: fc.double({ min: -0.1, max: 1.1, noNaN: true }) }),
      ),
      { maxLength: 20 },
    ),
  })
  const realHeight = (row: number) => 40 + ((row * 7919) % 160)

  test('wherever a reader scrolls the rows drawn cover what is in sight, and are few', () => {
    fc.assert(
      fc.property(walk, ({ count, estimate, viewport, steps }) => {
        const heights = new RowHeights(count, estimate)
        let sight: Sight = { viewport, scrolled: 0, position: 0 }
        for (const step of steps) {
          const scrolled =
            'by' in step ? sight.scrolled + step.by : step.to * way(heights.total, viewport)
          sight = moved(sight, scrolled, viewport, heights.total)
          // As on the screen: what is drawn is measured, and drawn again where that shows that there is room for more.
          for (let round = 0; round < 3; round++) {
            const { first, end } = rowWindow(heights, sight, -1)
            const drawn = Array.from({ length: end - first }, (_, index) => first + index)
            sight = measured(
              sight,
              heights,
              drawn.map((row) => [row, realHeight(row)]),
              heights.rowAt(sight.position),
            )
          }
          const { first, end, top } = rowWindow(heights, sight, -1)
          expect(first).toBeGreaterThanOrEqual(0)
          expect(end).toBeLessThanOrEqual(count)
          expect(end - first).toBeLessThanOrEqual(viewport / 40 + 14)
          const inList = Math.min(Math.max(sight.scrolled, 0), way(heights.total, viewport))
          const bottom = top + heights.topOf(end) - heights.topOf(first)
          if (top > 0) expect(top).toBeLessThanOrEqual(inList + 0.01)
          if (end < count) expect(bottom).toBeGreaterThanOrEqual(inList + viewport - 0.01)
        }
      }),
    )
  })

  test('the first row begins the list and the last ends it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000_000 }), viewport, (count, viewport) => {
        const heights = new RowHeights(count, 130)
        const start = moved({ viewport, scrolled: 0, position: 0 }, 0, viewport, heights.total)
        expect(rowWindow(heights, start, -1)).toMatchObject({ first: 0, top: 0 })
        const height = listHeight(heights.total)
        const { first, end, top } = rowWindow(
          heights,
          moved(start, height, viewport, heights.total),
          -1,
        )
        expect(end).toBe(count)
        expect(top + (end - first) * 130).toBeCloseTo(height, 3)
      }),
    )
  })

  test('before it is scrolled to, a list below what is in sight draws what will come first', () => {
    const heights = new RowHeights(5000, 130)
    const { first, top } = rowWindow(heights, { viewport: 156, scrolled: -300, position: 0 }, -1)
    expect([first, top]).toEqual([0, 0])
  })

  test('a row with the focus has its neighbours drawn, but not from far away', () => {
    const heights = new RowHeights(5000, 100)
    const sight = { viewport: 600, scrolled: 100_000, position: 100_000 }
    const { first, end } = rowWindow(heights, sight, -1)
    expect(rowWindow(heights, sight, end - 1)).toMatchObject({ first, end: end + 1 })
    const before = rowWindow(heights, sight, first)
    expect(before).toMatchObject({ first: first - 1, end })
    expect(before.top).toBe(rowWindow(heights, sight, -1).top - 100)
    expect(rowWindow(heights, sight, 3)).toMatchObject({ first, end })
    const last = rowWindow(heights, { ...sight, scrolled: 499_400, position: 499_400 }, 4999)
    expect(last.end).toBe(5000)
  })
})
