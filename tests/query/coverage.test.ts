import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sliceAround } from '../../src/model/day'
import { daysOf } from '../../src/model/interval'
import { coverage } from '../../src/query/coverage'
import { datasetOf, someDataset } from '../support/arbitraries'
import { CONFLICT, certaintyOf } from '../support/conflict'

test('each month counts the reports of each party in it, or partly in it', () => {
  fc.assert(
    fc.property(someDataset, (dataset) => {
      const months = coverage(dataset)
      const { span } = dataset
      expect(months[0]?.range).toEqual(span ? sliceAround(span.from, 'month') : undefined)
      expect(months.at(-1)?.range).toEqual(span ? sliceAround(span.to, 'month') : undefined)
      months.forEach(({ range: month, byParty, total, onFile }, index) => {
        expect(month).toEqual(sliceAround(month.from, 'month'))
        if (index > 0) expect(month.from).toBe((months[index - 1]?.range.to ?? 0) + 1)
        const reports = dataset.incidents.map(({ interval, record }) => ({
          party: record.reporting_party,
          certainty: certaintyOf(daysOf(interval), month),
        }))
        const count = (own: typeof reports) => ({
          certain: own.filter(({ certainty }) => certainty === 'certain').length,
          possible: own.filter(({ certainty }) => certainty === 'possible').length,
        })
        expect(total).toEqual(count(reports))
        expect(onFile).toBe(reports.some(({ certainty }) => certainty !== null))
        expect(byParty).toEqual(
          CONFLICT.parties.map(({ id }) => count(reports.filter(({ party }) => party === id))),
        )
      })
    }),
  )
})

test('no report gives no month', () => {
  expect(coverage(datasetOf([]))).toEqual([])
})
