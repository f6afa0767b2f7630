import type { Candidates } from './candidates'
import { type Events, sitesOfRow } from './events'

/** What became of the reports of two datasets. */
export interface Matches {
  /** For each candidate, whether it is the match of both its reports. */
  readonly isMatch: Uint8Array
  readonly both: number
  readonly onlyA: number
  readonly onlyB: number
  /** Reports without a settlement, which are in no pair. */
  readonly notComparedA: number
  readonly notComparedB: number
}

/**
 * Matches reports one to one: the nearest candidates first, in kilometres, then in days, and no
 * report twice. Of equally near ones, the first rows.
 */
export function matchPairs(a: Events, b: Events, candidates: Candidates): Matches {
  const { km, days, a: rowsA, b: rowsB } = candidates
  const order = Uint32Array.from(km.keys()).sort(
    (one, other) =>
      (km[one] ?? 0) - (km[other] ?? 0) ||
      (days[one] ?? 0) - (days[other] ?? 0) ||
      (rowsA[one] ?? 0) - (rowsA[other] ?? 0) ||
      (rowsB[one] ?? 0) - (rowsB[other] ?? 0),
  )
  const isMatch = new Uint8Array(km.length)
  const [takenA, takenB] = [new Set<number>(), new Set<number>()]
  for (const pair of order) {
    const [one, other] = [rowsA[pair] ?? 0, rowsB[pair] ?? 0]
    if (takenA.has(one) || takenB.has(other)) continue
    takenA.add(one)
    takenB.add(other)
    isMatch[pair] = 1
  }
  const both = takenA.size
  const [comparedA, comparedB] = [countCompared(a), countCompared(b)]
  return {
    isMatch,
    both,
    onlyA: comparedA - both,
    onlyB: comparedB - both,
    notComparedA: a.rows.length - comparedA,
    notComparedB: b.rows.length - comparedB,
  }
}

function countCompared(events: Events): number {
  return events.rows.reduce((sum, row) => sum + (sitesOfRow(events, row).length > 0 ? 1 : 0), 0)
}
