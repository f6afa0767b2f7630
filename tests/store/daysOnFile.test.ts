import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Day } from '../../src/model/day'
import type { Columns } from '../../src/store/dataset'
import { isOnFile, spanOf } from '../../src/store/daysOnFile'

type Dated = readonly [from: number, to: number]

/** The columns that days are told from. */
function columnsOf(reports: readonly Dated[]): Columns {
  const startDay = Int32Array.from(reports, ([from]) => from)
  const endDay = Int32Array.from(reports, ([, to]) => to)
  return { length: reports.length, startDay, endDay } as Columns
}

const someDay = fc.integer({ min: -40, max: 40 })
const someRange = fc.tuple(someDay, fc.nat(20)).map(([from, days]): Dated => [from, from + days])

test('a range is on file when a report touches it, whatever lies around', () => {
  fc.assert(
    fc.property(fc.array(someRange), someRange, (reports, [from, to]) => {
      const touched = reports.some(([start, end]) => start <= to && end >= from)
      const range = { from: from as Day, to: to as Day }
      expect(isOnFile(columnsOf(reports), range)).toBe(touched)
    }),
  )
})

test('the span is from the first day to the last', () => {
  fc.assert(
    fc.property(fc.array(someRange), (reports) => {
      const from = Math.min(...reports.map(([start]) => start))
      const to = Math.max(...reports.map(([, end]) => end))
      expect(spanOf(columnsOf(reports))).toEqual(reports.length === 0 ? null : { from, to })
    }),
  )
})
