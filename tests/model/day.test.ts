import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day, Unit } from '../../src/model/day'
import {
  addDays,
  contains,
  formatDay,
  formatSlice,
  intersect,
  lengthOf,
  parseDay,
  parseSlice,
  sliceAround,
  splitWindow,
} from '../../src/model/day'
import { day, someWindow } from '../support/arbitraries'

/** 0002-01-01 to 9998-12-31: a year away from the ends of four-digit years, so that weeks stay inside. */
const anyDay = fc
  .integer({ min: day('0002-01-01'), max: day('9998-12-31') })
  .map((value) => value as Day)
const calendarUnit = fc.constantFrom('day' as const, 'week' as const, 'month' as const)

describe('parseDay and formatDay', () => {
  test('know of every month how many days it has', () => {
    const pad = (value: number, length: number) => String(value).padStart(length, '0')
    for (let year = 0; year <= 9999; year++) {
      const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      lengths.forEach((length, month) => {
        const inMonth = `${pad(year, 4)}-${pad(month + 1, 2)}`
        const [first, last] = [parseDay(`${inMonth}-01`), parseDay(`${inMonth}-${length}`)]
        if (first === null || last !== first + length - 1) throw new Error(inMonth)
        if (parseDay(`${inMonth}-${length + 1}`) !== null) throw new Error(inMonth)
      })
    }
  })

  test('put 1970-01-01 at 0, and undo each other', () => {
    expect(parseDay('1970-01-01')).toBe(0)
    fc.assert(fc.property(anyDay, (value) => parseDay(formatDay(value)) === value))
  })

  test.each([
    ...['', '2022', '2022-11', '2022-1-1', '2022-13-01', '2022-00-10', '2022-11-00'],
    ...[' 2022-11-29', '2022-11-29T00:00', '29.11.2022', '+002022-11-29', '２０２２-11-29'],
  ])('refuse "%s"', (text) => {
    expect(parseDay(text)).toBeNull()
  })
})

describe('ranges', () => {
  test('intersect in the days that lie in both', () => {
    fc.assert(
      fc.property(someWindow, someWindow, (a, b) => {
        const common = intersect(a, b)
        for (let value = Math.min(a.from, b.from); value <= Math.max(a.to, b.to); value++) {
          const inBoth = contains(a, value as Day) && contains(b, value as Day)
          expect(common !== null && contains(common, value as Day)).toBe(inBoth)
        }
      }),
    )
  })
})

describe('slices of time', () => {
  /** From the ISO 8601 calendar: years of 52 and 53 weeks, and days that belong to another year's week. */
  test.each([
    ['2015-12-31', '2015-W53'],
    ['2016-01-04', '2016-W01'],
    ['2020-12-31', '2020-W53'],
    ['2021-01-03', '2020-W53'],
    ['2022-11-27', '2022-W47'],
    ['2022-11-28', '2022-W48'],
    ['2023-01-01', '2022-W52'],
    ['2024-12-30', '2025-W01'],
  ])('%s lies in ISO week %s', (date, week) => {
    expect(formatSlice(day(date), 'week')).toBe(week)
    expect(parseSlice(week)).toEqual(sliceAround(day(date), 'week'))
  })

  test.each([
    ...['', '2022', '2022-13', '2022-00', '2021-W53', '2022-W00', '2022-W54', '2022-w48', 'W48'],
    'all',
  ])('parseSlice refuses "%s"', (text) => {
    expect(parseSlice(text)).toBeNull()
  })

  test('parseSlice reads what formatSlice writes, as the whole unit around the day', () => {
    fc.assert(
      fc.property(anyDay, calendarUnit, (value, unit) => {
        const whole = sliceAround(value, unit)
        expect(contains(whole, value)).toBe(true)
        if (unit === 'week') expect(lengthOf(whole)).toBe(7)
        expect(parseSlice(formatSlice(value, unit))).toEqual(whole)
        expect(formatSlice(whole.from, unit)).toBe(formatSlice(whole.to, unit))
        expect(formatSlice(addDays(whole.to, 1), unit)).not.toBe(formatSlice(whole.to, unit))
      }),
    )
  })

  test('splitWindow cuts a window without gap or overlap, in order, each part inside one unit', () => {
    const units = fc.constantFrom<Unit>('day', 'week', 'month', 'all')
    fc.assert(
      fc.property(someWindow, units, (window, unit) => {
        const slices = splitWindow(window, unit)
        let next = window.from
        for (const { from, to } of slices) {
          expect(from).toBe(next)
          expect(to).toBeGreaterThanOrEqual(from)
          if (unit !== 'all') expect(formatSlice(from, unit)).toBe(formatSlice(to, unit))
          next = addDays(to, 1)
        }
        if (slices.length > 0) expect(slices.at(-1)?.to).toBe(window.to)
        expect(slices.length > 0).toBe(window.from <= window.to)
      }),
    )
  })
})
