import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Incident } from '../../../src/model/report'
import { sliceDataset } from '../../../src/query/sliceDataset'
import { summarize } from '../../../src/query/summary/summarize'
import { summaryWords } from '../../../src/ui/panel/summaryWords'
import { someDataset, someFilter } from '../../support/arbitraries'
import { CONFLICT } from '../../support/conflict'

test('every number of a summary is that of the reports on the screen', () => {
  fc.assert(
    fc.property(someDataset, someFilter, (dataset, filter) => {
      const slice = sliceDataset(dataset, filter)
      const reports = Array.from(slice.rows, (row, index) => ({
        ...(dataset.incidents[row] as Incident),
        isCertain: slice.certain[index] === 1,
      }))
      type Report = (typeof reports)[number]
      const count = (isCounted: (report: Report) => boolean) => {
        const counted = reports.filter(isCounted)
        const certain = counted.filter(({ isCertain }) => isCertain).length
        return { certain, possible: counted.length - certain }
      }
      const found = summarize(dataset, slice)
      expect(found.count).toEqual(count(() => true))
      expect(found.denied).toEqual(count(({ record }) => record.denied_by !== ''))
      expect(found.located).toEqual(count(({ placement }) => placement !== 'unlocated'))
      expect(found.notLocated).toEqual(count(({ placement }) => placement === 'unlocated'))
      const areas = [...new Set(reports.flatMap((report) => report.areas))]
      const outlined = areas.filter((id) => dataset.areas.get(id)?.label)
      expect(found.areas).toBe(outlined.length)
      expect(found.withoutOutline).toBe(areas.length - outlined.length)

      const ids = reports.map(({ record }) => record.reporting_party)
      const named = new Set(found.parties.map(({ party }) => party.id))
      const isNamed = ({ record }: Report) => named.has(record.reporting_party)
      for (const { party, count: own } of found.parties) {
        expect(own).toEqual(count(({ record }) => record.reporting_party === party.id))
      }
      const rest = count((report) => !isNamed(report))
      const n = new Set(ids).size - named.size
      expect(found.others).toEqual(n === 0 ? null : { n, count: rest })
      expect(n).not.toBe(1)
      const totals = found.parties.map(({ count: own }) => own.certain + own.possible)
      expect(totals).toEqual(totals.toSorted((a, b) => b - a))
    }),
  )
})

const [first, second] = CONFLICT.parties as [
  (typeof CONFLICT.parties)[0],
  (typeof CONFLICT.parties)[0],
]
const certain = (n: number) => ({ certain: n, possible: 0 })
const SUMMARY = {
  count: certain(12),
  located: certain(12),
  notLocated: certain(0),
  areas: 10,
  withoutOutline: 0,
  parties: [
    { party: first, count: certain(9) },
    { party: second, count: certain(3) },
  ],
  others: null,
  denied: certain(4),
}
const CODED = {
  ...CONFLICT,
  columnLabels: { reporting_party: 'Actor', accused_party: 'Other actor', kind: 'Type' },
}

test.each([
  [{}, CONFLICT, '12 reports in 10 districts; 9 by Azerbaijan, 3 by Armenia; 4 denied'],
  [
    { count: { certain: 9, possible: 3 }, denied: certain(0) },
    CONFLICT,
    'at least 9, up to 12 reports in 10 districts; 9 by Azerbaijan, 3 by Armenia',
  ],
  [
    { located: certain(8), notLocated: { certain: 3, possible: 1 }, areas: 1, denied: null },
    CONFLICT,
    '12 reports: 8 in 1 district, 3–\u20604 not located; 9 by Azerbaijan, 3 by Armenia',
  ],
  [
    { located: certain(0), notLocated: certain(12), areas: 0, others: { n: 3, count: certain(5) } },
    CONFLICT,
    '12 reports, not located; 9 by Azerbaijan, 3 by Armenia, 5 by 3 others; 4 denied',
  ],
  [
    { areas: 1, withoutOutline: 2, denied: null },
    CONFLICT,
    '12 reports in 1 district and 2 areas without an outline; 9 by Azerbaijan, 3 by Armenia',
  ],
  [
    { parties: [{ party: { ...first, record: 'not stated' }, count: certain(12) }], denied: null },
    CONFLICT,
    '12 reports in 10 districts',
  ],
  [{ areas: 0, denied: null }, CODED, '12 reports; Actor: Azerbaijan 9, Armenia 3'],
])('in words: %j', (parts, conflict, words) => {
  expect(summaryWords({ ...SUMMARY, ...parts }, conflict)).toBe(words)
})
