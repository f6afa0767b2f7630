import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDay, sliceAround } from '../../src/model/day'
import { daysOf } from '../../src/model/interval'
import { coverage } from '../../src/query/coverage'
import { datasetOf, someDataset } from '../support/arbitraries'
import { CONFLICT } from '../support/conflict'
import { realDataset } from '../support/fixtures'

test('each month counts the reports of each party that lie in it, or reach into it', () => {
  fc.assert(
    fc.property(someDataset, (dataset) => {
      const months = coverage(dataset)
      for (const { month, byParty, total, onFile } of months) {
        expect(month).toEqual(sliceAround(month.from, 'month'))
        const touching = dataset.incidents.filter(({ interval }) => {
          const { from, to } = daysOf(interval)
          return from <= month.to && to >= month.from
        })
        expect(onFile).toBe(touching.length > 0)
        expect(total.certain + total.possible).toBe(touching.length)
        CONFLICT.parties.forEach(({ id }, index) => {
          const own = touching.filter((incident) => incident.record.reporting_party === id)
          const inside = own.filter(({ interval }) => {
            const { from, to } = daysOf(interval)
            return from >= month.from && to <= month.to
          })
          expect(byParty[index]).toEqual({
            certain: inside.length,
            possible: own.length - inside.length,
          })
        })
      }
    }),
  )
})

test('the months follow one another from the first report to the last', () => {
  fc.assert(
    fc.property(someDataset, (dataset) => {
      const months = coverage(dataset)
      const { span } = dataset
      expect(months[0]?.month).toEqual(span ? sliceAround(span.from, 'month') : undefined)
      expect(months.at(-1)?.month).toEqual(span ? sliceAround(span.to, 'month') : undefined)
      months.slice(1).forEach(({ month }, index) => {
        expect(month.from).toBe((months[index]?.month.to ?? 0) + 1)
      })
    }),
  )
})

test('the frozen records: March 2021 has none on file, and September 2023 has the most', () => {
  const months = coverage(realDataset())
  expect(months).toHaveLength(35)
  const empty = months.filter(({ onFile }) => !onFile)
  expect(empty.map(({ month }) => formatDay(month.from))).toEqual(['2021-03-01'])
  expect(months.at(-1)?.total.certain).toBe(38)
})

test('no report gives no month', () => {
  expect(coverage(datasetOf([]))).toEqual([])
})
