import fc from 'fast-check'
import { expect, test } from 'vitest'
import { claimMatrix } from '../../src/query/claimMatrix'
import { failedConditions } from '../../src/query/conditions'
import { sliceDataset } from '../../src/query/sliceDataset'
import { runs } from '../propertyRuns'
import { choosing, someDataset, someFilter } from '../support/arbitraries'
import { CONFLICT } from '../support/conflict'
import { everything, realDataset } from '../support/fixtures'
import { deepFreeze } from '../support/freeze'

test('a cell, a row, a column and the whole count what a press on them would show', () => {
  fc.assert(
    fc.property(someDataset, someFilter, (dataset, filter) => {
      const countOf = (by: string[], accused: string[]) =>
        sliceDataset(dataset, choosing(filter, { by, accused })).count
      const expected = {
        rows: CONFLICT.parties.map(({ id: by }) => ({
          by,
          cells: CONFLICT.accused.map(({ id }) => ({ accused: id, count: countOf([by], [id]) })),
          total: countOf([by], []),
        })),
        totals: CONFLICT.accused.map(({ id }) => ({ accused: id, count: countOf([], [id]) })),
        all: countOf([], []),
      }
      const slice = deepFreeze(sliceDataset(dataset, filter))
      expect(claimMatrix(dataset, slice)).toEqual(expected)
      expect(claimMatrix(dataset, slice, failedConditions(dataset, filter))).toEqual(expected)
    }),
    { numRuns: runs(200) },
  )
})

test('the frozen records: every report is in one cell, and nobody accuses himself', () => {
  const dataset = realDataset()
  const matrix = claimMatrix(dataset, sliceDataset(dataset, everything(dataset)))
  expect(matrix.all).toEqual({ certain: 447, possible: 0 })
  expect(matrix.rows.map(({ total }) => total.certain)).toEqual([233, 93, 72, 46, 3])
  const own = matrix.rows.flatMap(({ by, cells }) =>
    cells.filter(({ accused }) => String(accused) === by).map(({ count }) => count),
  )
  expect(own.length).toBeGreaterThan(0)
  for (const count of own) expect(count).toEqual({ certain: 0, possible: 0 })
})
