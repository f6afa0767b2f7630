import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '../../src/model/day'
import type { Interval } from '../../src/model/interval'
import {
  certaintyOf,
  type DatesAndTimes,
  dayOf,
  daysOf,
  formatTime,
  intervalOf,
  MINUTES_PER_DAY,
  minuteOf,
  parseTime,
} from '../../src/model/interval'
import { day, range, someDay, someWindow } from '../support/arbitraries'

function when(start: string, end: string): Interval {
  return intervalOf(Object.assign(parts('start', start), parts('end', end)) as DatesAndTimes)
}

function parts(end: 'start' | 'end', text: string): Partial<DatesAndTimes> {
  const [date = '', time = ''] = text.split(' ')
  return { [`date_${end}`]: day(date), [`time_${end}`]: time }
}

function shown({ start, end }: Interval): string {
  const one = (minute: Interval['start']) =>
    `${new Date(minute * 60_000).toISOString().slice(0, 16).replace('T', ' ')}`
  return `${one(start)} / ${one(end)}`
}

describe('intervalOf', () => {
  test.each([
    ['a day', '2022-11-29', '2022-11-29', '2022-11-29 00:00 / 2022-11-29 23:59'],
    ['some days', '2022-11-29', '2022-12-02', '2022-11-29 00:00 / 2022-12-02 23:59'],
    ['a moment', '2022-11-30 14:40', '2022-11-30', '2022-11-30 14:40 / 2022-11-30 14:40'],
    [
      'two clock times',
      '2022-11-30 14:40',
      '2022-11-30 15:50',
      '2022-11-30 14:40 / 2022-11-30 15:50',
    ],
    [
      'over midnight',
      '2022-11-29 23:00',
      '2022-11-30 02:15',
      '2022-11-29 23:00 / 2022-11-30 02:15',
    ],
    [
      'a start time over two dates',
      '2022-11-29 23:50',
      '2022-11-30',
      '2022-11-29 23:50 / 2022-11-30 23:59',
    ],
    ['an end time alone', '2022-11-29', '2022-11-29 06:00', '2022-11-29 00:00 / 2022-11-29 06:00'],
    ['midnight itself', '2022-11-29 00:00', '2022-11-29', '2022-11-29 00:00 / 2022-11-29 00:00'],
    ['a leap day', '2020-02-29', '2020-02-29', '2020-02-29 00:00 / 2020-02-29 23:59'],
    ['over a leap day', '2020-02-28 22:00', '2020-03-01', '2020-02-28 22:00 / 2020-03-01 23:59'],
    [
      'over a new year',
      '2022-12-31 23:30',
      '2023-01-01 00:30',
      '2022-12-31 23:30 / 2023-01-01 00:30',
    ],
  ])('%s', (_, start, end, expected) => {
    expect(shown(when(start, end))).toBe(expected)
  })

  test('touches exactly the days from its first date to its last', () => {
    fc.assert(
      fc.property(
        someDay,
        fc.nat(5),
        fc.boolean(),
        fc.boolean(),
        (from, nights, hasStart, hasEnd) => {
          const interval = intervalOf({
            date_start: from,
            time_start: hasStart ? '10:20' : '',
            date_end: (from + nights) as Day,
            time_end: hasEnd ? '10:21' : '',
          })
          expect(daysOf(interval)).toEqual({ from, to: from + nights })
          expect(interval.end).toBeGreaterThanOrEqual(interval.start)
        },
      ),
    )
  })
})

describe('clock times', () => {
  test('are read and written as minutes after midnight', () => {
    for (let minutes = 0; minutes < MINUTES_PER_DAY; minutes++) {
      expect(parseTime(formatTime(minutes))).toBe(minutes)
    }
  })

  test.each(['', '24:00', '12:60', '1:30', '12:5', '12:30:00', ' 12:30', '12.30', '-1:00'])(
    'refuse "%s"',
    (text) => {
      expect(parseTime(text)).toBeNull()
    },
  )

  test('lie in the day they were put on, before 1970 too', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -40_000, max: 40_000 }),
        fc.nat(MINUTES_PER_DAY - 1),
        (date, minutes) => {
          expect(dayOf(minuteOf(date as Day, minutes))).toBe(date)
        },
      ),
    )
  })
})

describe('certaintyOf', () => {
  const night = range('2022-11-29', '2022-11-30')
  const none = new Set<Day>()

  test.each([
    ['a window that holds all of it', range('2022-11-27', '2022-12-03'), none, 'certain'],
    ['a window just as long', night, none, 'certain'],
    ['its first day only', range('2022-11-27', '2022-11-29'), none, 'possible'],
    ['its last day only, a window of one day', range('2022-11-30', '2022-11-30'), none, 'possible'],
    ['a window before it', range('2022-11-27', '2022-11-28'), none, null],
    ['a window after it', range('2022-12-01', '2022-12-03'), none, null],
    ['a reversed window', range('2022-12-03', '2022-11-27'), none, null],
    [
      'one of its days switched off',
      range('2022-11-27', '2022-12-03'),
      new Set([day('2022-11-29')]),
      'possible',
    ],
    ['both switched off', range('2022-11-27', '2022-12-03'), new Set([night.from, night.to]), null],
    [
      'a neighbour switched off',
      range('2022-11-27', '2022-12-03'),
      new Set([day('2022-12-01')]),
      'certain',
    ],
    [
      'one day in the window, and that one off',
      range('2022-11-30', '2022-12-03'),
      new Set([night.to]),
      null,
    ],
  ])('of a night, in %s', (_, window, off, expected) => {
    expect(certaintyOf(night, window, off)).toBe(expected)
  })

  test('is judged on whole days: certain in all of them, possible in some', () => {
    const days = fc.tuple(someDay, fc.nat(6)).map(([from, more]) => range(from, from + more))
    const off = fc.uniqueArray(someDay, { maxLength: 10 }).map((list) => new Set(list))
    fc.assert(
      fc.property(days, someWindow, off, (reported, window, switchedOff) => {
        const on = Array.from({ length: reported.to - reported.from + 1 }, (_, index) => {
          const each = (reported.from + index) as Day
          return window.from <= each && each <= window.to && !switchedOff.has(each)
        })
        const expected = on.every(Boolean) ? 'certain' : on.some(Boolean) ? 'possible' : null
        expect(certaintyOf(reported, window, switchedOff)).toBe(expected)
      }),
    )
  })
})
