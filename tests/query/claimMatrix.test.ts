import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { JoinedDataset } from '../../src/join/joinReports'
import type { AccusedId, PartyId } from '../../src/model/conflict'
import { claimMatrix } from '../../src/query/claimMatrix'
import { failedConditions, unfiltered } from '../../src/query/conditions'
import type { Filter } from '../../src/query/filter'
import { sliceDataset } from '../../src/query/sliceDataset'
import { choosing, range, someDataset, someFilter } from '../support/arbitraries'
import { accused, CONFLICT, party } from '../support/conflict'
import { everything, realDataset } from '../support/fixtures'
import { deepFreeze } from '../support/freeze'

const matrixOf = (dataset: JoinedDataset, filter: Filter) =>
  claimMatrix(dataset, deepFreeze(sliceDataset(dataset, filter)))
/** The same with the rows judged before, as the page does. */
const judgedMatrixOf = (dataset: JoinedDataset, filter: Filter) => {
  const fails = failedConditions(dataset, filter)
  return claimMatrix(dataset, sliceDataset(dataset, filter, fails), fails)
}

const cell = (matrix: ReturnType<typeof matrixOf>, by: PartyId, accused: AccusedId) =>
  matrix.rows.find((row) => row.by === by)?.cells.find((candidate) => candidate.accused === accused)
    ?.count

test('a cell counts what a press on it would show, whatever pair is shown now', () => {
  fc.assert(
    fc.property(someDataset, someFilter, (dataset, filter) => {
      const matrices = [matrixOf(dataset, filter), judgedMatrixOf(dataset, filter)]
      for (const { id: by } of CONFLICT.parties) {
        for (const { id: accused } of CONFLICT.accused) {
          const { count } = sliceDataset(
            dataset,
            choosing(filter, { by: [by], accused: [accused] }),
          )
          for (const matrix of matrices) expect(cell(matrix, by, accused)).toEqual(count)
        }
      }
    }),
  )
})

test('rows, columns and the whole are the slice without the filters by party', () => {
  fc.assert(
    fc.property(someDataset, someFilter, (dataset, filter) => {
      const matrix = matrixOf(dataset, filter)
      const open = choosing(filter, { by: [], accused: [] })
      expect(matrix.all).toEqual(sliceDataset(dataset, open).count)
      for (const { by, total } of matrix.rows) {
        expect(total).toEqual(sliceDataset(dataset, choosing(open, { by: [by] })).count)
      }
      for (const { accused, count } of matrix.totals) {
        const column = choosing(open, { accused: [accused] })
        expect(count).toEqual(sliceDataset(dataset, column).count)
      }
    }),
  )
})

test('the frozen records: every report is in one cell, and nobody accuses himself', () => {
  const dataset = realDataset()
  const matrix = matrixOf(dataset, everything(dataset))
  expect(matrix.all).toEqual({ certain: 447, possible: 0 })
  expect(matrix.rows.map(({ total }) => total.certain)).toEqual([233, 93, 72, 46, 3])
  expect(cell(matrix, party('azerbaijan'), accused('azerbaijan'))).toEqual({
    certain: 0,
    possible: 0,
  })
  expect(cell(matrix, party('armenia'), accused('armenia'))).toEqual({ certain: 0, possible: 0 })
})

test('an empty slice has all cells, and nothing in them', () => {
  const dataset = realDataset()
  const matrix = matrixOf(dataset, unfiltered(range('1999-01-01', '1999-01-02')))
  expect(matrix.rows).toHaveLength(CONFLICT.parties.length)
  expect(matrix.rows.every(({ cells }) => cells.length === CONFLICT.accused.length)).toBe(true)
  expect(matrix.all).toEqual({ certain: 0, possible: 0 })
})
