import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '../../src/model/day'
import {
  dayOf,
  formatTime,
  intervalOf,
  MINUTES_PER_DAY,
  minuteOf,
  parseTime,
} from '../../src/model/interval'
import { day } from '../support/arbitraries'

/** The interval of `2022-11-29 23:00 / 2022-11-30`, each end with a clock time or without, written the same way. */
function filled(text: string): string {
  const [[from = '', start = ''] = [], [to = '', last = ''] = []] = text
    .split(' / ')
    .map((each) => each.split(' '))
  const { start: first, end } = intervalOf({
    date_start: day(from),
    time_start: start,
    date_end: day(to),
    time_end: last,
  })
  const written = (minute: number) =>
    new Date(minute * 60_000).toISOString().slice(0, 16).replace('T', ' ')
  return `${written(first)} / ${written(end)}`
}

describe('intervalOf', () => {
  test.each([
    ['a day', '2022-11-29 / 2022-11-29', '2022-11-29 00:00 / 2022-11-29 23:59'],
    ['some days', '2022-11-29 / 2022-12-02', '2022-11-29 00:00 / 2022-12-02 23:59'],
    ['a moment', '2022-11-30 14:40 / 2022-11-30', '2022-11-30 14:40 / 2022-11-30 14:40'],
    ['midnight itself', '2022-11-29 00:00 / 2022-11-29', '2022-11-29 00:00 / 2022-11-29 00:00'],
    ['a start alone', '2022-11-29 23:50 / 2022-11-30', '2022-11-29 23:50 / 2022-11-30 23:59'],
    ['an end alone', '2022-11-29 / 2022-11-29 06:00', '2022-11-29 00:00 / 2022-11-29 06:00'],
    ['over a leap day', '2020-02-28 22:00 / 2020-03-01', '2020-02-28 22:00 / 2020-03-01 23:59'],
    [
      'over a new year',
      '2022-12-31 23:30 / 2023-01-01 00:30',
      '2022-12-31 23:30 / 2023-01-01 00:30',
    ],
  ])('%s', (_, text, expected) => {
    expect(filled(text)).toBe(expected)
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
    const someDate = fc.integer({ min: -40_000, max: 40_000 })
    fc.assert(
      fc.property(someDate, fc.nat(MINUTES_PER_DAY - 1), (date, minutes) => {
        expect(dayOf(minuteOf(date as Day, minutes))).toBe(date)
      }),
    )
  })
})
