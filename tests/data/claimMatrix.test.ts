import fc from 'fast-check'
import { expect, test } from 'vitest'
import { claimMatrix } from '../../src/data/claimMatrix'
import { failsOf, unfiltered } from '../../src/data/filter'
import type { JoinedDataset } from '../../src/data/join'
import { sliceDataset } from '../../src/data/slice'
import { ACCUSED, PARTIES } from '../../src/data/vocabulary'
import type { AccusedId, Filter, PartyId } from '../../src/types'
import { range, someDataset, someFilter } from './arbitraries'
import { everything, realDataset } from './fixtures'
import { deepFreeze } from './freeze'

const matrixOf = (dataset: JoinedDataset, filter: Filter) =>
  claimMatrix(dataset, deepFreeze(sliceDataset(dataset, filter)))
/** The same with the rows judged before, as the page does. */
const judgedMatrixOf = (dataset: JoinedDataset, filter: Filter) => {
  const fails = failsOf(dataset, filter)
  return claimMatrix(dataset, sliceDataset(dataset, filter, fails), fails)
}

const cell = (matrix: ReturnType<typeof matrixOf>, by: PartyId, accused: AccusedId) =>
  matrix.rows.find((row) => row.by === by)?.cells.find((candidate) => candidate.accused === accused)
    ?.count

test('a cell counts what a press on it would show, whatever pair is shown now', () => {
  fc.assert(
    fc.property(someDataset, someFilter, (dataset, filter) => {
      const matrices = [matrixOf(dataset, filter), judgedMatrixOf(dataset, filter)]
      for (const { id: by } of PARTIES) {
        for (const { id: accused } of ACCUSED) {
          const pressed = { ...filter, by: new Set([by]), accused: new Set([accused]) }
          const { count } = sliceDataset(dataset, pressed)
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
      const open = { ...filter, by: new Set<PartyId>(), accused: new Set<AccusedId>() }
      expect(matrix.all).toEqual(sliceDataset(dataset, open).count)
      for (const { by, total } of matrix.rows) {
        expect(total).toEqual(sliceDataset(dataset, { ...open, by: new Set([by]) }).count)
      }
      for (const { accused, count } of matrix.totals) {
        const column = { ...open, accused: new Set([accused]) }
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
  expect(cell(matrix, 'azerbaijan', 'azerbaijan')).toEqual({ certain: 0, possible: 0 })
  expect(cell(matrix, 'armenia', 'armenia')).toEqual({ certain: 0, possible: 0 })
})

test('an empty slice has all cells, and nothing in them', () => {
  const dataset = realDataset()
  const matrix = matrixOf(dataset, unfiltered(range('1999-01-01', '1999-01-02')))
  expect(matrix.rows).toHaveLength(PARTIES.length)
  expect(matrix.rows.every(({ cells }) => cells.length === ACCUSED.length)).toBe(true)
  expect(matrix.all).toEqual({ certain: 0, possible: 0 })
})
