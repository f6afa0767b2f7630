import { expect, test } from 'vitest'
import { splitWindow } from '../../../src/model/day'
import { unfiltered } from '../../../src/query/conditions'
import { sliceDataset } from '../../../src/query/sliceDataset'
import { whyEmpty } from '../../../src/query/summary/whyEmpty'
import { range } from '../../support/arbitraries'
import { smallDataset } from '../../support/fixtures'

const dataset = smallDataset([
  { id: 'a', date_start: '2022-11-29', date_end: '2022-12-01', areas: 'Shusha' },
  { id: 'b', date_start: '2022-12-04', areas: 'Aghdam' },
])
const days = (from: string, to: string) =>
  new Set(splitWindow(range(from, to), 'day').map((day) => day.from))

test.each([
  ['reports', '2022-11-30', '2022-12-09', [], [], null],
  ['no report on file', '2022-12-05', '2022-12-09', [], [], 'none'],
  ['no report on file, and dates off', '2022-12-02', '2022-12-03', ['2022-12-02'], [], 'none'],
  ['dates off', '2022-11-01', '2022-12-03', ['2022-11-29', '2022-12-01'], [], 'off'],
  ['a report on a date that is on', '2022-11-29', '2022-12-03', ['2022-11-30'], [], null],
  ['filters', '2022-11-01', '2022-12-03', [], ['aghdam'], 'filtered'],
  ['filters and dates off', '2022-11-29', '2022-12-09', ['2022-12-04'], ['aghdam'], 'filtered'],
] as const)('%s', (_, from, to, off, area, reason) => {
  const all = unfiltered(range(from, to))
  const [first, last = first] = off
  const filter = {
    ...all,
    off: first && last ? days(first, last) : all.off,
    chosen: { ...all.chosen, area: new Set<string>(area) },
  }
  expect(whyEmpty(dataset, sliceDataset(dataset, filter))).toBe(reason)
})
