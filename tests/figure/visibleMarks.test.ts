import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Mark } from '../../src/figure/marks'
import { findVisible, type Viewport } from '../../src/figure/visibleMarks'
import { markOf } from '../map/fixtures'

/** One px to a degree, y down. */
const viewport: Viewport = {
  zoom: 8,
  width: 100,
  height: 50,
  project: ([x, y]) => ({ x, y }),
}

const someMarks = fc
  .array(
    fc.record({
      x: fc.integer({ min: -60, max: 160 }),
      y: fc.integer({ min: -60, max: 110 }),
      right: fc.integer({ min: -5, max: 5 }),
      reports: fc.integer({ min: 1, max: 9 }),
    }),
    { maxLength: 900 },
  )
  .map((all) =>
    all.map(({ x, y, right, reports }, index): Mark => {
      const picture = { certain: [reports], possible: [0], radius: 10 }
      return {
        ...markOf(`m${index}`, picture),
        at: [x, y],
        offset: [right, 0],
        order: String(index % 7),
      }
    }),
  )

const isVisible = ({ at: [x, y], offset }: Mark) => {
  const right = x + offset[0]
  return right > -10 && right < 110 && y > -10 && y < 60
}

describe('findVisible', () => {
  it('has the visible marks in order, of too many those with most reports', () => {
    fc.assert(
      fc.property(someMarks, (marks) => {
        const shown = findVisible(marks, viewport, new Set()).map(({ mark }) => mark)
        const visible = marks.filter(isVisible)
        expect(shown.every(isVisible)).toBe(true)
        expect(new Set(shown).size).toBe(Math.min(400, visible.length))
        const keys = shown.map(({ order, id }) => `${order} ${id}`)
        expect(keys).toEqual(keys.toSorted())
        const fewest = Math.min(...shown.map(({ picture }) => picture.certain[0] ?? 0))
        const left = visible.filter((mark) => !shown.includes(mark))
        for (const { picture } of left) expect(picture.certain[0]).toBeLessThanOrEqual(fewest)
      }),
    )
  })

  it('has the marks that it always must have, few reports or not', () => {
    const few = { ...markOf('few', { certain: [0], possible: [1] }), at: [9, 9] } as const
    const away = { ...markOf('away', { certain: [1] }), at: [900, 9] } as const
    const many = Array.from({ length: 500 }, (_, index) => markOf(`m${index}`, { certain: [2] }))
    const always = new Set(['few', 'away', 'gone'])
    const shown = findVisible([few, away, ...many], viewport, always)
    expect(shown).toHaveLength(400)
    expect(shown.map(({ mark }) => mark.id)).toEqual(expect.arrayContaining(['few', 'away']))
  })

  it('places a mark where it is drawn', () => {
    const mark: Mark = { ...markOf('a'), at: [20, 30], offset: [2, -4] }
    expect(findVisible([mark], viewport, new Set())).toEqual([{ mark, x: 22, y: 26 }])
  })
})
