import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lengthOf } from '../../../src/model/day'
import { draggedWindow, type Grip } from '../../../src/ui/timeline/drag'
import { type End, windowAfterKey } from '../../../src/ui/timeline/keys'
import { range, someDay } from '../../support/arbitraries'

const SPAN = range('2020-11-26', '2023-09-21')
const WEEK = range('2022-11-27', '2022-12-03')
const press = (end: End, key: string, shiftKey = false) =>
  windowAfterKey({ key, shiftKey }, end, WEEK, SPAN)

describe('windowAfterKey', () => {
  test.each([
    ['from', 'ArrowLeft', false, '2022-11-26', '2022-12-03'],
    ['from', 'ArrowRight', false, '2022-11-28', '2022-12-03'],
    ['from', 'ArrowUp', false, '2022-11-28', '2022-12-03'],
    ['from', 'ArrowDown', false, '2022-11-26', '2022-12-03'],
    ['from', 'ArrowLeft', true, '2022-11-20', '2022-12-03'],
    ['from', 'PageDown', false, '2022-11-20', '2022-12-03'],
    ['from', 'Home', false, '2020-11-26', '2022-12-03'],
    ['from', 'PageUp', false, '2022-12-03', '2022-12-03'],
    ['from', 'End', false, '2022-12-03', '2022-12-03'],
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
    const someKey = fc.constantFrom(
      ...['ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End'],
    )
    const someEnd = fc.constantFrom('from' as const, 'to' as const)
    fc.assert(
      fc.property(
        someDay,
        fc.nat(20),
        someEnd,
        someKey,
        fc.boolean(),
        (day, length, end, key, shiftKey) => {
          const window = range(day, day + length)
          const next = windowAfterKey({ key, shiftKey }, end, window, SPAN)
          expect(lengthOf(next ?? window)).toBeGreaterThan(0)
          const other = end === 'from' ? 'to' : 'from'
          expect(next?.[other]).toBe(window[other])
        },
      ),
    )
  })
})

describe('draggedWindow', () => {
  // Ten pixels a day.
  const scale = { range: range('2022-11-01', '2022-12-30'), width: 600 }
  const drag = (grip: Grip, x0: number, x: number) => draggedWindow(grip, WEEK, scale, x0, x)

  test('an end follows the pointer by whole days and stops at the other', () => {
    expect(drag('from', 260, 214)).toEqual(range('2022-11-22', '2022-12-03'))
    expect(drag('from', 260, 590)).toEqual(range('2022-12-03', '2022-12-03'))
    expect(drag('to', 330, 354)).toEqual(range('2022-11-27', '2022-12-05'))
    expect(drag('to', 330, 0)).toEqual(range('2022-11-27', '2022-11-27'))
  })

  test('the window moves whole, and not out of sight', () => {
    expect(drag('move', 280, 300)).toEqual(range('2022-11-29', '2022-12-05'))
    expect(drag('move', 280, -900)).toEqual(range('2022-11-01', '2022-11-07'))
    expect(drag('move', 280, 9000)).toEqual(range('2022-12-24', '2022-12-30'))
  })

  test('a new window holds the days from press to release, in either direction', () => {
    expect(drag('draw', 15, 42)).toEqual(range('2022-11-02', '2022-11-05'))
    expect(drag('draw', 42, 15)).toEqual(range('2022-11-02', '2022-11-05'))
    expect(drag('draw', 42, 4000)).toEqual(range('2022-11-05', '2022-12-30'))
  })

  test('a drag never gives a reversed window, nor one longer than it was when moved', () => {
    const someGrip = fc.constantFrom<Grip>('from', 'to', 'move', 'draw')
    const somePixels = fc.integer({ min: -200, max: 900 })
    fc.assert(
      fc.property(
        someDay,
        fc.nat(20),
        someGrip,
        somePixels,
        somePixels,
        (day, more, grip, x0, x) => {
          const window = range(day, day + more)
          const next = draggedWindow(grip, window, scale, x0, x)
          expect(lengthOf(next)).toBeGreaterThan(0)
          if (grip === 'move') expect(lengthOf(next)).toBe(lengthOf(window))
        },
      ),
    )
  })
})
