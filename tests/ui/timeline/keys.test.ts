import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lengthOf } from '../../../src/model/day'
import { draggedWindow, type Grip, snapToBars } from '../../../src/ui/timeline/drag'
import { type End, windowAfterKey } from '../../../src/ui/timeline/keys'
import { range, someDay } from '../../support/arbitraries'

const SPAN = range('2020-11-26', '2023-09-21')
const WEEK = range('2022-11-27', '2022-12-03')
const someWindow = fc.tuple(someDay, fc.nat(20)).map(([day, more]) => range(day, day + more))
const press = (end: End, key: string, shiftKey = false) =>
  windowAfterKey({ key, shiftKey }, end, WEEK, SPAN)

describe('windowAfterKey', () => {
  test.each([
    ['from', 'ArrowLeft', false, '2022-11-26', '2022-12-03'],
    ['from', 'ArrowRight', false, '2022-11-28', '2022-12-03'],
    ['from', 'ArrowLeft', true, '2022-11-20', '2022-12-03'],
    ['from', 'PageDown', false, '2022-11-20', '2022-12-03'],
    ['from', 'Home', false, '2020-11-26', '2022-12-03'],
    ['from', 'PageUp', false, '2022-12-03', '2022-12-03'],
    ['to', 'ArrowRight', false, '2022-11-27', '2022-12-04'],
    ['to', 'PageUp', false, '2022-11-27', '2022-12-10'],
    ['to', 'ArrowRight', true, '2022-11-27', '2022-12-10'],
    ['to', 'End', false, '2022-11-27', '2023-09-21'],
    ['to', 'PageDown', false, '2022-11-27', '2022-11-27'],
    ['to', 'Home', false, '2022-11-27', '2022-11-27'],
  ] as const)('%s %s (shift: %s) gives %s to %s', (end, key, shift, from, to) => {
    expect(press(end, key, shift)).toEqual(range(from, to))
  })

  test('leaves every other key to the browser', () => {
    for (const key of ['Tab', 'Enter', 'a', 'Escape']) expect(press('from', key)).toBeNull()
  })

  test('one end never passes the other, and only the end that is held moves', () => {
    const arrows = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']
    const someKey = fc.constantFrom(...arrows, 'PageUp', 'PageDown', 'Home', 'End')
    const someEnd = fc.constantFrom<End>('from', 'to')
    fc.assert(
      fc.property(someWindow, someEnd, someKey, fc.boolean(), (window, end, key, shiftKey) => {
        const next = windowAfterKey({ key, shiftKey }, end, window, SPAN)
        expect(lengthOf(next ?? window)).toBeGreaterThan(0)
        const other = end === 'from' ? 'to' : 'from'
        expect(next?.[other]).toBe(window[other])
      }),
    )
  })
})

describe('draggedWindow', () => {
  // Ten pixels a day.
  const scale = { range: range('2022-11-01', '2022-12-30'), width: 600 }

  test.each([
    ['an end follows the pointer by whole days', 'from', 260, 214, '2022-11-22', '2022-12-03'],
    ['the first end stops at the last', 'from', 260, 590, '2022-12-03', '2022-12-03'],
    ['the last end follows', 'to', 330, 354, '2022-11-27', '2022-12-05'],
    ['the last end stops at the first', 'to', 330, 0, '2022-11-27', '2022-11-27'],
    ['the window moves whole', 'move', 280, 300, '2022-11-29', '2022-12-05'],
    ['the window stops at the start', 'move', 280, -900, '2022-11-01', '2022-11-07'],
    ['the window stops at the end', 'move', 280, 9000, '2022-12-24', '2022-12-30'],
    ['a new window is from press to release', 'draw', 15, 42, '2022-11-02', '2022-11-05'],
    ['a new window may be drawn backwards', 'draw', 42, 15, '2022-11-02', '2022-11-05'],
    ['a new window ends with the plot', 'draw', 42, 4000, '2022-11-05', '2022-12-30'],
  ] as const)('%s', (_, grip, x0, x, from, to) => {
    expect(draggedWindow(grip, WEEK, scale, x0, x)).toEqual(range(from, to))
  })

  test('a drag never gives a reversed window, nor one longer than it was when moved', () => {
    const grips = fc.constantFrom<Grip>('from', 'to', 'move', 'draw')
    const pixels = fc.integer({ min: -200, max: 900 })
    fc.assert(
      fc.property(someWindow, grips, pixels, pixels, (window, grip, x0, x) => {
        const next = draggedWindow(grip, window, scale, x0, x)
        expect(lengthOf(next)).toBeGreaterThan(0)
        if (grip === 'move') expect(lengthOf(next)).toBe(lengthOf(window))
      }),
    )
  })
})

describe('snapToBars', () => {
  const month = range('2022-11-01', '2022-11-30')

  test.each([
    [
      'an end goes to the nearest bar',
      'from',
      month,
      '2022-11-14',
      '2022-11-30',
      '2022-11-01',
      '2022-11-30',
    ],
    [
      'an end goes to the next bar',
      'from',
      month,
      '2022-10-20',
      '2022-11-30',
      '2022-11-01',
      '2022-11-30',
    ],
    ['the last bar stays', 'from', month, '2022-11-29', '2022-11-30', '2022-11-01', '2022-11-30'],
    [
      'the last end goes to the end of a bar',
      'to',
      month,
      '2022-11-01',
      '2022-12-20',
      '2022-11-01',
      '2022-12-31',
    ],
    [
      'whole months move by months',
      'move',
      month,
      '2022-12-03',
      '2023-01-01',
      '2022-12-01',
      '2022-12-31',
    ],
    [
      'a week over months goes to the first days of one',
      'move',
      WEEK,
      '2022-12-20',
      '2022-12-26',
      '2023-01-01',
      '2023-01-07',
    ],
    [
      'nearly a month over months is one',
      'move',
      range('2022-11-04', '2022-12-02'),
      '2023-01-25',
      '2023-02-22',
      '2023-02-01',
      '2023-02-28',
    ],
    [
      'a new window has all bars it touches',
      'draw',
      WEEK,
      '2022-01-04',
      '2022-12-28',
      '2022-01-01',
      '2022-12-31',
    ],
  ] as const)('%s', (_, grip, before, from, to, first, last) => {
    expect(snapToBars(grip, before, range(from, to), 'month')).toEqual(range(first, last))
  })

  test('moves a window from bar to bar, as many as it was long', () => {
    const shift = fc.integer({ min: -300, max: 300 })
    fc.assert(
      fc.property(someDay, fc.nat(90), shift, (day, more, by) => {
        const before = range(day, day + more)
        const { from, to } = snapToBars('move', before, range(day + by, day + more + by), 'week')
        // 4 January 1970, day 3, was a Sunday.
        expect((from - 4) % 7).toBe(0)
        expect(Math.abs(from - day - by)).toBeLessThanOrEqual(3)
        const days = more + 1
        const weeks = Math.round(days / 7)
        expect(to - from + 1).toBe(weeks === 0 ? days : 7 * weeks)
      }),
    )
  })

  test('never reverses a window, and over days changes nothing', () => {
    const grips = fc.constantFrom<Grip>('from', 'to', 'move', 'draw')
    const units = fc.constantFrom('week', 'month')
    fc.assert(
      fc.property(someDay, fc.nat(90), grips, units, (day, more, grip, unit) => {
        const window = range(day, day + more)
        expect(lengthOf(snapToBars(grip, window, window, unit))).toBeGreaterThan(0)
        expect(snapToBars(grip, window, window, 'day')).toEqual(window)
      }),
    )
  })
})
