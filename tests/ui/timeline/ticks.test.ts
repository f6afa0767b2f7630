import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DayRange } from '../../../src/model/day'
import { dateOf, lengthOf } from '../../../src/model/day'
import { barUnitFor } from '../../../src/ui/timeline/bins'
import { dayAt, daysAcross, type Scale, spanOf, xOf } from '../../../src/ui/timeline/scale'
import { buildTicks, labelWidth } from '../../../src/ui/timeline/ticks'
import { range } from '../../support/arbitraries'

const someScale: fc.Arbitrary<Scale> = fc
  .tuple(
    fc.integer({ min: 18_500, max: 19_800 }),
    fc.oneof(fc.integer({ min: 14, max: 400 }), fc.integer({ min: 400, max: 2000 })),
    fc.integer({ min: 200, max: 1600 }),
  )
  .map(([from, length, width]) => ({ range: range(from, from + length - 1), width }))

const labelsOf = (days: DayRange, width: number) => {
  const scale = { range: days, width }
  return buildTicks(scale, barUnitFor(scale)).map(({ label }) => label)
}

test('labels never overlap, are in order and begin in the plot', () => {
  fc.assert(
    fc.property(someScale, (scale) => {
      const ticks = buildTicks(scale, barUnitFor(scale))
      ticks.forEach((tick, index) => {
        const next = ticks[index + 1]
        if (next) expect(tick.x + labelWidth(tick.label)).toBeLessThan(next.x)
        expect(tick.x).toBeGreaterThanOrEqual(0)
        expect(tick.x).toBeLessThanOrEqual(scale.width)
        expect(tick.x).toBeCloseTo(xOf(scale, tick.day))
      })
    }),
  )
})

test('the first label and each January carry the year, no other month does', () => {
  fc.assert(
    fc.property(someScale, (scale) => {
      const months = buildTicks(scale, barUnitFor(scale)).filter(({ kind }) => kind === 'month')
      expect(months.length).toBeGreaterThan(0)
      months.forEach(({ day, label }, index) => {
        const isNamed = index === 0 || dateOf(day).getUTCMonth() === 0
        expect(label.endsWith(` ${dateOf(day).getUTCFullYear()}`)).toBe(isNamed)
      })
    }),
  )
})

test.each([
  ['2022-08-31', '2023-02-28', 1000, 'Sept 2022, Oct, Nov, Dec, Jan 2023, Feb'],
  ['2020-11-01', '2022-03-31', 480, 'Jan 2021, Apr, Jul, Oct, Jan 2022'],
  ['2022-11-23', '2022-12-06', 1000, 'Nov 2022, 28, Dec, 5'],
  ['2022-11-01', '2022-12-31', 0, ''],
  ['1900-01-01', '2099-12-31', 160, '1900, 1950, 2000, 2050'],
])('%s to %s on %i px: %s', (from, to, width, labels) => {
  expect(labelsOf(range(from, to), width).join(', ')).toBe(labels)
})

test('the day at the middle of a day is that day', () => {
  fc.assert(
    fc.property(someScale, fc.nat(), (scale, turn) => {
      const day = range(scale.range.from + (turn % lengthOf(scale.range)), 0).from
      const { x, width } = spanOf(scale, { from: day, to: day })
      expect(dayAt(scale, x + width / 2)).toBe(day)
      expect(daysAcross(scale, -2.6 * width)).toBe(-3)
    }),
  )
})

test('outside the plot is its first or last day; a plot without width its first', () => {
  const scale = { range: range('2022-11-01', '2022-11-30'), width: 300 }
  expect([-50, 5000].map((x) => dayAt(scale, x))).toEqual([scale.range.from, scale.range.to])
  expect(dayAt({ ...scale, width: 0 }, 10)).toBe(scale.range.from)
  expect(daysAcross({ ...scale, width: 0 }, 10)).toBe(0)
})

test('bars are never too narrow to read, unless they are months or years', () => {
  fc.assert(
    fc.property(someScale, (scale) => {
      const unit = barUnitFor(scale)
      const days = { day: 1, week: 7, month: Infinity, year: Infinity }[unit]
      expect((days * scale.width) / lengthOf(scale.range)).toBeGreaterThanOrEqual(5)
    }),
  )
})
