import type { AccusedId, PartyId } from '../model/conflict'
import type { Dataset } from '../store/dataset'
import { groupKeysOf } from '../store/groupKeys'
import { CONDITIONS, type Failed } from './conditions'
import type { Count } from './counts'
import { rowsByGroupKey } from './rowsByGroupKey'
import type { Slice } from './slice'
import { sliceIgnoring } from './sliceIgnoring'

/** Reports by who makes the claim (rows, in the order of the conflict's parties) and whom it accuses (columns). */
export interface ClaimMatrix {
  readonly rows: readonly ClaimRow[]
  readonly totals: readonly { readonly accused: AccusedId; readonly count: Count }[]
  readonly all: Count
}

interface ClaimRow {
  readonly by: PartyId
  readonly cells: readonly { readonly accused: AccusedId; readonly count: Count }[]
  readonly total: Count
}

/**
 * Counts the reports of a slice for each pair of reporting and accused party. The filters by those two
 * are left aside, all others hold. Every pair has a cell; every report is in one cell. `fails` as in
 * sliceIgnoring.
 */
export function claimMatrix(dataset: Dataset, slice: Slice, fails?: Failed): ClaimMatrix {
  const open = sliceIgnoring(dataset, slice, CONDITIONS.by | CONDITIONS.accused, fails)
  const counts = rowsByGroupKey(dataset, open)
  const { codes } = groupKeysOf(dataset.columns)
  const { parties, accused: accusedTerms } = dataset.conflict
  const certain = parties.map(() => accusedTerms.map(() => 0))
  const possible = parties.map(() => accusedTerms.map(() => 0))
  codes.by.forEach((party, profile) => {
    const accused = codes.accused[profile] ?? -1
    addTo(certain[party], accused, counts[2 * profile])
    addTo(possible[party], accused, counts[2 * profile + 1])
  })
  const rows = parties.map(({ id: by }, row) => {
    const cells = accusedTerms.map(({ id: accused }, column) => ({
      accused,
      count: {
        certain: certain[row]?.[column] ?? 0,
        possible: possible[row]?.[column] ?? 0,
      },
    }))
    return { by, cells, total: sumOf(cells.map(({ count }) => count)) }
  })
  const totals = accusedTerms.map(({ id: accused }, column) => ({
    accused,
    count: sumOf(rows.flatMap(({ cells }) => cells[column]?.count ?? [])),
  }))
  return { rows, totals, all: open.count }
}

function addTo(counts: number[] | undefined, accused: number, reports = 0): void {
  if (counts) counts[accused] = (counts[accused] ?? 0) + reports
}

function sumOf(counts: readonly Count[]): Count {
  return {
    certain: counts.reduce((sum, count) => sum + count.certain, 0),
    possible: counts.reduce((sum, count) => sum + count.possible, 0),
  }
}
