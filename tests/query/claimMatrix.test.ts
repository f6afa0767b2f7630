import fc from 'fast-check'
import { expect, test } from 'vitest'
import { claimMatrix } from '../../src/query/claimMatrix'
import { failedConditions } from '../../src/query/conditions'
import { sliceDataset } from '../../src/query/sliceDataset'
import { runs } from '../propertyRuns'
import { choosing, someDataset, someFilter } from '../support/arbitraries'
import { CONFLICT } from '../support/conflict'
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
