import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  setUnit,
  setWindow,
  showAllDates,
  switchAllDatesOn,
  toggleDates,
} from '../../../src/app/actions'
import { dataset, FIRST_WINDOW, timeWindow } from '../../../src/app/state'
import { formatDay } from '../../../src/model/day'
import { pause, play, playing, STEP_MS, speed } from '../../../src/ui/timeline/player'
import { datasetOf, range } from '../../support/arbitraries'

const shown = () => {
  const { from, to } = timeWindow.value
  return `${formatDay(from)}/${formatDay(to)}`
}

beforeEach(() => {
  vi.useFakeTimers()
  dataset.value = datasetOf([
    { id: 'first', date_start: '2022-11-10', reported_by: 'A', reporting_party: 'Armenia' },
    { id: 'last', date_start: '2022-12-20', reported_by: 'A', reporting_party: 'Armenia' },
  ])
  setWindow(FIRST_WINDOW)
  switchAllDatesOn()
  setUnit('day')
  speed.value = 1
})
afterEach(() => {
  pause()
  vi.useRealTimers()
})

describe('playing', () => {
  test('steps the window by its unit, once each interval, to the end of the records', () => {
    play()
    expect(playing.value).toBe(true)
    vi.advanceTimersByTime(STEP_MS - 1)
    expect(shown()).toBe('2022-11-27/2022-12-03')
    vi.advanceTimersByTime(1)
    expect(shown()).toBe('2022-11-28/2022-12-04')
    vi.advanceTimersByTime(2 * STEP_MS)
    expect(shown()).toBe('2022-11-30/2022-12-06')
    vi.advanceTimersByTime(100 * STEP_MS)
    expect(shown()).toBe('2022-12-14/2022-12-20')
    expect(playing.value).toBe(false)
  })

  test('follows the speed, from the wait that is under way', () => {
    play()
    speed.value = 4
    vi.advanceTimersByTime(STEP_MS)
    expect(shown()).toBe('2022-12-01/2022-12-07')
    speed.value = 0.5
    vi.advanceTimersByTime(2 * STEP_MS - 1)
    expect(shown()).toBe('2022-12-01/2022-12-07')
    vi.advanceTimersByTime(1)
    expect(shown()).toBe('2022-12-02/2022-12-08')
  })

  test.each([
    ['at the end, at their first days', 'day', '2022-12-14', '2022-12-20', '2022-11-10/2022-11-16'],
    ['in step with its weeks', 'week', '2022-12-19', '2022-12-25', '2022-11-07/2022-11-13'],
    ['from far away', 'day', '1990-01-01', '1990-01-03', '2022-11-10/2022-11-12'],
  ] as const)('starts over at the records: %s', (_, unit, from, to, first) => {
    setUnit(unit)
    setWindow(range(from, to))
    play()
    expect(shown()).toBe(first)
    expect(playing.value).toBe(true)
  })

  test('plays month by month through all dates', () => {
    showAllDates()
    play()
    expect(shown()).toBe('2022-11-01/2022-11-30')
    vi.advanceTimersByTime(STEP_MS)
    expect(shown()).toBe('2022-12-01/2022-12-31')
    expect(playing.value).toBe(false)
  })

  test('does nothing without records', () => {
    dataset.value = datasetOf([])
    play()
    expect(playing.value).toBe(false)
  })
})

test.each([
  ['moves the window', () => setWindow(range('2022-11-20', '2022-11-21'))],
  ['changes the unit', () => setUnit('month')],
  ['switches a date off', () => toggleDates(range('2022-11-28', '2022-11-28'))],
  ['pauses', pause],
])('pauses when the user %s, and nothing moves from then on', (_, act) => {
  play()
  vi.advanceTimersByTime(STEP_MS)
  act()
  expect(playing.value).toBe(false)
  const then = shown()
  vi.advanceTimersByTime(10 * STEP_MS)
  expect(shown()).toBe(then)
})
