import fc from 'fast-check'
import { expect, it } from 'vitest'
import { classBreaks, classOf } from '../../src/query/classes'

it.each([
  [Number.NaN, ''],
  [0, ''],
  [1, '1'],
  [5, '1 2 3 4 5'],
  [6, '1 2–3 4–6'],
  [13, '1 2–3 4–6 7–12 13+'],
  [40, '1–2 3–6 7–12 13–24 25+'],
  [100, '1–5 6–15 16–30 31–60 61+'],
])('has few, wider classes the larger the greatest count: %d', (max, labels) => {
  expect(classBreaks(max).map(({ label }) => label)).toEqual(labels.split(' ').filter(Boolean))
})

it('puts every whole number from 1 to the maximum in exactly one class, and 0 in none', () => {
  const counts = fc
    .integer({ min: 1, max: 1_000_000 })
    .chain((max) => fc.tuple(fc.constant(max), fc.integer({ min: 1, max })))
  fc.assert(
    fc.property(counts, ([max, count]) => {
      const classes = classBreaks(max)
      expect(classes.length).toBeLessThanOrEqual(5)
      expect(classes.map(({ from }) => from)).toEqual([
        1,
        ...classes.slice(0, -1).map(({ to }) => to + 1),
      ])
      for (const { from, to } of classes) expect(to).toBeGreaterThanOrEqual(from)
      const own = classes.filter(({ from, to }) => count >= from && count <= to)
      expect(own).toEqual([classes[classOf(classes, count) - 1]])
      expect(classOf(classes, 0)).toBe(0)
    }),
  )
})
