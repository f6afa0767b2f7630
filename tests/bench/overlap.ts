import { distance } from 'geokdbush'
import { findCandidates } from '../../src/query/overlap/candidates'
import {
  areCompatible,
  comparable,
  daysBetween,
  daysOfRow,
  type Events,
  sitesOfRow,
} from '../../src/query/overlap/events'
import { matchPairs } from '../../src/query/overlap/matchPairs'
import type { Reach } from '../../src/query/overlap/pairReach'
import { type BenchRow, medianTime } from './row'
import { syntheticDataset } from './synthetic'

const SIZES = [20_000, 400_000]
const REACH: Reach = { days: 3, km: 10 }
/** Rows that are compared with all of the other dataset. */
const COMPARED = 200

/** The pairs that two datasets may share, and their matches, beside comparing all with all. */
export function benchOverlap(): BenchRow[] {
  return SIZES.map((size) => {
    const rows = Int32Array.from({ length: size }, (_, row) => row)
    const [a, b] = comparable(
      { dataset: syntheticDataset(size), rows },
      { dataset: syntheticDataset(size), rows },
    )
    const ours = medianTime(1, () => matchPairs(a, b, findCandidates(a, b, REACH)))
    const all = medianTime(1, () => compareAll(a, b)) * (size / COMPARED)
    const name = size.toLocaleString('en')
    return {
      what: `overlap of ${name} and ${name} reports, ${REACH.days} days, ${REACH.km} km`,
      ours,
      unit: 'ms' as const,
      alternative: { name: `all with all (${COMPARED} reports, scaled)`, value: all },
      target: 'at most 2 s and a minute',
    }
  })
}

function compareAll(a: Events, b: Events): number {
  let pairs = 0
  for (const row of a.rows.subarray(0, COMPARED)) {
    for (const other of b.rows) {
      if (daysBetween(daysOfRow(a, row), daysOfRow(b, other)) > REACH.days) continue
      if (!areCompatible(a.kinds[row] ?? 0, b.kinds[other] ?? 0)) continue
      pairs += isNear(a, row, b, other) ? 1 : 0
    }
  }
  return pairs
}

function isNear(a: Events, row: number, b: Events, other: number): boolean {
  const position = ({ dataset: { sites } }: Events, site: number) =>
    [sites.lon[site] ?? 0, sites.lat[site] ?? 0] as const
  return sitesOfRow(a, row).some((one) =>
    sitesOfRow(b, other).some(
      (its) => distance(...position(a, one), ...position(b, its)) <= REACH.km,
    ),
  )
}
