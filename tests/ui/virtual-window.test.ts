import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scrolledTo, virtualWindow } from '../../src/ui/virtualWindow'

const someList = fc.record({
  count: fc.integer({ min: 0, max: 2_000_000 }),
  rowHeight: fc.integer({ min: 20, max: 200 }),
  viewport: fc.integer({ min: 100, max: 1200 }),
})

describe('virtualWindow', () => {
  test('the rows in sight cover what is in sight, and no more than two beyond it are named', () => {
    fc.assert(
      fc.property(someList, fc.double({ min: -0.5, max: 1.5, noNaN: true }), (list, part) => {
        const { height } = virtualWindow({ ...list, scrolled: 0 })
        const way = Math.max(0, height - list.viewport)
        const scrolled = part * way
        const shown = virtualWindow({ ...list, scrolled })
        const top = Math.min(Math.max(scrolled, 0), way)
        expect(shown.first).toBeGreaterThanOrEqual(0)
        expect(shown.end).toBeLessThanOrEqual(list.count)
        expect(shown.end - shown.first).toBeLessThanOrEqual(list.viewport / list.rowHeight + 2)
        if (list.count === 0) return
        expect(shown.topOf(shown.first)).toBeLessThanOrEqual(top + 0.01)
        const bottom = shown.topOf(shown.end - 1) + list.rowHeight
        expect(bottom).toBeGreaterThanOrEqual(Math.min(top + list.viewport, height) - 0.01)
      }),
    )
  })

  test('the first row stands at the top and the last at the bottom, however long the list', () => {
    fc.assert(
      fc.property(someList, (list) => {
        fc.pre(list.count > 0)
        const start = virtualWindow({ ...list, scrolled: 0 })
        expect(start.first).toBe(0)
        expect(start.topOf(0)).toBeCloseTo(0)
        const end = virtualWindow({ ...list, scrolled: start.height })
        expect(end.end).toBe(list.count)
        expect(end.topOf(list.count - 1) + list.rowHeight).toBeCloseTo(start.height, 1)
      }),
    )
  })

  test('no list is higher than a browser can lay out', () => {
    const million = { count: 1_000_000, rowHeight: 120, viewport: 600 }
    expect(virtualWindow({ ...million, scrolled: 0 }).height).toBeLessThan(17_000_000)
  })

  test('a row that is scrolled to is in sight', () => {
    fc.assert(
      fc.property(someList, fc.nat(), (list, pick) => {
        fc.pre(list.count > 0)
        const row = pick % list.count
        const { first, end } = virtualWindow({ ...list, scrolled: scrolledTo(row, list) })
        expect(row).toBeGreaterThanOrEqual(first - 1)
        expect(row).toBeLessThan(end)
      }),
    )
  })
})
