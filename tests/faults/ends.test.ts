import { expect, test } from 'vitest'
import { steppedWindow } from '../../src/app/actions'
import { type DayRange, intersect, sliceAround } from '../../src/model/day'
import { unfiltered } from '../../src/query/conditions'
import { sliceDataset } from '../../src/query/sliceDataset'
import type { Dataset } from '../../src/store/dataset'
import { day, range } from '../support/arbitraries'
import { fault, openGuessed, openReports, reportsOf } from '../support/open'

function idsIn(dataset: Dataset, window: DayRange) {
  const { rows, certain } = sliceDataset(dataset, unfiltered(window))
  const found = Array.from(rows, (row, index) => ({
    id: String(dataset.incidents.at(row)?.id),
    isCertain: certain[index] === 1,
  }))
  const named = (isCertain: boolean) =>
    found.flatMap((each) => (each.isCertain === isCertain ? each.id : [])).sort()
  return { certain: named(true), possible: named(false) }
}

test('a report is certain in a window that holds all of it, both ends included', async () => {
  const { dataset } = await openReports([fault('ends/both-ends.csv')])
  const possible = ['night', 'two-days']
  expect(idsIn(dataset, range('2022-08-05', '2022-08-05'))).toEqual({
    certain: ['last-minute', 'one-day'],
    possible,
  })
  expect(idsIn(dataset, range('2022-08-06', '2022-08-06'))).toEqual({
    certain: ['midnight'],
    possible,
  })
  expect(idsIn(dataset, range('2022-08-05', '2022-08-06')).certain).toHaveLength(5)
})

test.each(['day', 'week', 'month'] as const)(
  'playing by %s shows every report to the last day, and nothing after it',
  async (unit) => {
    const { dataset } = await openReports([fault('ends/last-day.csv')])
    const span = dataset.span as DayRange
    for (const [start, expected] of [
      ['2022-08-01', ['d1', 'd3', 'd31', 'd9']],
      ['2022-08-03', unit === 'day' ? ['d3', 'd31', 'd9'] : ['d1', 'd3', 'd31', 'd9']],
    ] as const) {
      const frames: string[][] = []
      let window: DayRange = sliceAround(day(start), unit)
      for (; intersect(window, span); window = steppedWindow(window, unit, 1)) {
        const { certain, possible } = idsIn(dataset, window)
        frames.push([...certain, ...possible])
        if (frames.length > 100) throw new Error('it never ends')
      }
      expect([...new Set(frames.flat())].sort()).toEqual(expected)
      expect(frames.at(-1)).toContain('d31')
      if (unit === 'day') expect(frames.flat()).toHaveLength(expected.length)
    }
  },
)

test('instants are on the day and at the hour that they say', async () => {
  const { dataset } = await openGuessed(fault('ends/instants.geojson'))
  const times = reportsOf(dataset).map(({ record }) => [record.date_start, record.time_start])
  const date = day('2022-08-05')
  expect(times.sort()).toEqual([
    [date, '01:00'],
    [date, '02:00'],
    [date, '03:00'],
  ])
})
