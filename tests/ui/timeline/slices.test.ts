import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lengthOf, slicesOf, splitWindow } from '../../../src/model/day'
import { BAR_LAYOUTS } from '../../../src/model/view'
import { failedConditions, unfiltered } from '../../../src/query/conditions'
import { sumGroups } from '../../../src/query/groups'
import { histogram } from '../../../src/query/histogram'
import { timeSlices } from '../../../src/query/timeSlices'
import { barHeight, barPaths, frameBars } from '../../../src/ui/timeline/barPaths'
import { barWords, filedWords } from '../../../src/ui/timeline/barWords'
import { filedBins, findGaps } from '../../../src/ui/timeline/bins'
import {
  barDatesWords,
  shortRange,
  sliceLabel,
  sliceWords,
} from '../../../src/ui/timeline/dateLabels'
import { countDates } from '../../../src/ui/timeline/dates/countDates'
import { choosing, datasetOf, range, someDataset, someFilter } from '../../support/arbitraries'
import { CONFLICT } from '../../support/conflict'

const report = (id: string, date_start: string, date_end = date_start, party = 'Azerbaijan') => ({
  id,
  date_start,
  date_end,
  reported_by: 'A ministry',
  reporting_party: party,
})
const DATASET = datasetOf([
  report('a', '2022-11-27'),
  report('b', '2022-11-29', '2022-11-30'),
  report('c', '2022-11-29', '2022-11-29', 'Armenia'),
  report('d', '2023-02-03'),
])
const GROUPS = CONFLICT.parties.map(({ id }, index) => ({ id, index }))
const NO_GROUPS = { certain: [], possible: [] }
const NOTHING_FAILS = new Uint32Array(4)
const WEEK = range('2022-11-27', '2022-12-03')

describe('countDates', () => {
  test('counts each of the wanted dates as if it were alone, whatever is off or filtered', () => {
    const someUnit = fc.constantFrom('day', 'week', 'month', 'all')
    const some = fc.tuple(someDataset, someFilter, someUnit, fc.uniqueArray(fc.nat(40)))
    fc.assert(
      fc.property(some, ([dataset, filter, unit, indices]) => {
        const fails = failedConditions(dataset, filter)
        const slices = slicesOf(filter.window, unit)
        const wanted = indices.toSorted((a, b) => a - b)
        const dates = countDates(dataset, fails, slices, wanted, filter.off)
        expect([...dates.keys()]).toEqual(wanted.filter((index) => index < slices.length))
        for (const [index, { range: days, count, on }] of dates) {
          expect(days).toEqual(splitWindow(filter.window, unit)[index])
          expect(slices.indexOf(days.to)).toBe(unit === 'all' ? -1 : index)
          expect(count).toEqual(sumGroups(histogram(dataset, fails, [days])[0] ?? NO_GROUPS))
          const off = [...filter.off].filter((day) => days.from <= day && day <= days.to).length
          expect(on).toBe(off === 0 ? true : off === lengthOf(days) ? false : 'mixed')
        }
      }),
    )
  })

  test('tells nothing on file from nothing that passes the filters', () => {
    const filter = choosing(unfiltered(WEEK), { by: ['armenia'] })
    const fails = failedConditions(DATASET, filter)
    const dates = countDates(DATASET, fails, slicesOf(WEEK, 'day'), [0, 1, 2, 3], new Set())
    expect([...dates.values()].map(({ count, onFile }) => filedWords(count, onFile))).toEqual([
      'no reports with these filters',
      'no reports on file',
      '1 report',
      'no reports with these filters',
    ])
  })

  test('a window of thousands of years only lists the days of the records', () => {
    const window = range('0001-01-01', '9999-12-31')
    const { length } = timeSlices(DATASET, window, 'day')
    expect(length).toBe(lengthOf(range('2022-11-27', '2023-02-03')))
  })
})

describe('findGaps', () => {
  test('joins the months in which no report is on file', () => {
    const days = range('2022-10-01', '2023-03-31')
    expect(findGaps(DATASET, splitWindow(days, 'month'))).toEqual([
      range('2022-10-01', '2022-10-31'),
      range('2022-12-01', '2023-01-31'),
      range('2023-03-01', '2023-03-31'),
    ])
  })

  test('is all of the days when there are no records', () => {
    expect(findGaps(datasetOf([]), splitWindow(WEEK, 'month'))).toEqual([WEEK])
  })
})

describe('bars', () => {
  const bins = filedBins(
    DATASET,
    NOTHING_FAILS,
    splitWindow(range('2022-11-29', '2022-12-05'), 'day'),
  )
  const scale = { range: range('2022-11-29', '2022-12-05'), width: 70 }

  test('stand on the ground, certain by party first, what is possible on top', () => {
    expect(frameBars([], [], 'stacked', 64).most).toBe(1)
    const frame = frameBars(bins, GROUPS, 'stacked', 64)
    expect(barPaths(bins, GROUPS, scale, frame).filter(({ d }) => d !== '')).toEqual([
      { group: 'armenia', certain: true, d: 'M0.5 32h9v32h-9z' },
      { group: 'azerbaijan', certain: false, d: 'M0.5 0h9v32h-9zM10.5 32h9v32h-9z' },
    ])
  })

  test('side by side or in rows, show the parts of the stack, on one scale', () => {
    const someUnit = fc.constantFrom('day', 'week', 'month')
    fc.assert(
      fc.property(someDataset, someFilter, someUnit, (dataset, filter, unit) => {
        const fails = failedConditions(dataset, filter)
        const ranges = splitWindow(range('2022-11-20', '2023-01-12'), unit)
        const all = filedBins(dataset, fails, ranges)
        const wide = { range: range('2022-11-20', '2023-01-12'), width: 5000 }
        for (const layout of BAR_LAYOUTS) {
          const frame = frameBars(all, GROUPS, layout, 300)
          for (const bin of all) {
            const shapes = barPaths([bin], GROUPS, wide, frame).map(readShape)
            const counts = shapes.map(({ height }) => Math.round(height / barHeight(frame, 1)))
            expect(counts).toEqual([...bin.certain, ...bin.possible])
            const drawn = shapes.filter(({ height }) => height > 0)
            for (const [index, shape] of drawn.entries()) {
              const row = layout === 'rows' ? shape.place : 0
              // A row's name is above its bars.
              const name = layout === 'rows' ? 15 : 0
              expect(shape.top).toBeGreaterThan(frame.rowHeight * row + name - 0.02)
              expect(shape.bottom).toBeLessThan(frame.rowHeight * (row + 1) + 0.02)
              expect(drawn.slice(0, index).some((other) => overlap(shape, other))).toBe(false)
            }
          }
        }
      }),
    )
  })

  test('say their days, how many reports at least and at most, and of whom', () => {
    const weeks = splitWindow(range('2022-11-21', '2022-12-11'), 'week')
    expect(
      filedBins(DATASET, NOTHING_FAILS, weeks).map((bin) => barWords(bin, 'week', 'party')),
    ).toEqual([
      'Week of 21 November 2022: 1 report: Azerbaijan 1',
      'Week of 28 November 2022: 2 reports: Azerbaijan 1, Armenia 1',
      'Week of 5 December 2022: no reports on file',
    ])
    expect(bins.slice(0, 2).map((bin) => barWords(bin, 'day', 'party'))).toEqual([
      'Tuesday, 29 November 2022: at least 1, up to 2 reports: Azerbaijan 0–1, Armenia 1',
      'Wednesday, 30 November 2022: at least 0, up to 1 report: Azerbaijan 0–1',
    ])
  })
})

/** The one bar of a path; `place` is that of its group. */
function readShape({ d }: { readonly d: string }, index: number) {
  const [x = 0, top = 0, width = 0, height = 0] = (d.match(/-?[\d.]+/g) ?? []).map(Number)
  return { place: index % GROUPS.length, x, top, right: x + width, bottom: top + height, height }
}

function overlap(a: ReturnType<typeof readShape>, b: ReturnType<typeof readShape>): boolean {
  const isBeside = a.right <= b.x + 0.02 || b.right <= a.x + 0.02
  return !isBeside && a.bottom > b.top + 0.02 && b.bottom > a.top + 0.02
}

describe('words of dates', () => {
  const clipped = range('2022-11-27', '2022-11-30')
  const week = range('2022-11-28', '2022-12-04')

  test.each([
    ['Thu 1', sliceLabel(range('2022-12-01', '2022-12-01'), 'day')],
    ['Thu 1 Dec', sliceLabel(range('2022-12-01', '2022-12-01'), 'day', true)],
    ['Sun 1 Jan 2023', sliceLabel(range('2023-01-01', '2023-01-01'), 'day', true)],
    ['W48 · 28 Nov – 4 Dec', sliceLabel(week, 'week')],
    ['W52 · 1 Jan 2023', sliceLabel(range('2023-01-01', '2023-01-01'), 'week')],
    ['Nov 2022', sliceLabel(range('2022-11-01', '2022-11-30'), 'month')],
    ['27–30 Nov 2022', sliceLabel(clipped, 'month')],
    ['27 Nov – 3 Dec 2022', sliceLabel(WEEK, 'all')],
    ['Wednesday, 30 November 2022', sliceWords(range('2022-11-30', '2022-11-30'), 'day')],
    ['Week 48, 28 November – 4 December 2022', sliceWords(week, 'week')],
    ['27–30 November 2022', sliceWords(clipped, 'month')],
    ['Week of 28 November 2022', barDatesWords(week, 'week')],
    ['28 Dec 2022 – 3 Jan 2023', shortRange(range('2022-12-28', '2023-01-03'))],
  ])('%s', (wanted, words) => {
    expect(words).toBe(wanted)
  })
})
