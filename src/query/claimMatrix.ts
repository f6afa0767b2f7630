import type { Dataset } from '../store/dataset'
import { CONDITIONS, type Failed, failedConditions } from './conditions'
import { type Count, eventsOf, noReports } from './counts'
import { countRows, selectRowsIgnoring } from './selectRows'
import type { Slice } from './slice'

/**
 * Counts the reports of a slice by who makes the claim (rows, in the order of the conflict's
 * parties) and whom it accuses (columns). The filters by those two are ignored, all others hold.
 * Every report is in one cell. `fails` as in sliceDataset.
 */
export function claimMatrix(
  dataset: Dataset,
  { filter }: Slice,
  fails: Failed = failedConditions(dataset, filter),
) {
  const { by, accused } = dataset.columns.codes
  const { parties, accused: accusedTerms } = dataset.conflict
  const open = selectRowsIgnoring(dataset, filter, CONDITIONS.by | CONDITIONS.accused, fails)
  const counts = parties.map(() => accusedTerms.map(noReports))
  const { unread, whole } = dataset
  const isUnknown = whole?.left.some((key) => key === 'by' || key === 'accused') === true
  open.rows.forEach((row, index) => {
    if (isUnknown && unread?.[row] === 1) return
    const cell = counts[by[row] ?? -1]?.[accused[row] ?? -1]
    const events = eventsOf(dataset.columns, row)
    if (cell) cell[open.certain[index] === 1 ? 'certain' : 'possible'] += events
  })
  const rows = parties.map(({ id }, party) => {
    const cells = accusedTerms.map(({ id: accused }, column) => {
      return { accused, count: counts[party]?.[column] ?? noReports() }
    })
    return { by: id, cells, total: sumOf(cells.map(({ count }) => count)) }
  })
  const totals = accusedTerms.map(({ id: accused }, column) => ({
    accused,
    count: sumOf(rows.flatMap(({ cells }) => cells[column]?.count ?? [])),
  }))
  return { rows, totals, all: countRows(dataset, open) }
}

function sumOf(counts: readonly Count[]): Count {
  return {
    certain: counts.reduce((sum, count) => sum + count.certain, 0),
    possible: counts.reduce((sum, count) => sum + count.possible, 0),
  }
}
