import type { Dataset, Day, Filter } from '../types'
import { areaSetsOf } from './areaSets'
import { FAILS } from './filter'
import { profilesOf } from './profile'
import { firstStartedBy, runsEndingFrom } from './timeOrder'

/**
 * Rows are counted in one table for those that fail no condition, and in one for each facet whose own condition is all
 * that they fail: what each value of a facet would give while the other filters hold is in these two.
 */
const FACETS = ['by', 'accused', 'kind', 'denied', 'placement', 'agreement', 'area'] as const
export type Facet = (typeof FACETS)[number]

/** The table of the rows that fail nothing. */
export const PASSING = 0
/** The table of the rows that count nowhere: they fail two conditions, or one that has no facet. */
const NOWHERE = 255

/** The table of the rows that fail the condition of this facet alone. */
export function tableOf(facet: Facet): number {
  return 1 + FACETS.indexOf(facet)
}

/** The table of a row by its bits of FAILS. */
const TABLE_OF = Uint8Array.from({ length: 2 ** Object.keys(FAILS).length }, (_, failed) => {
  if (failed === 0) return PASSING
  const facet = FACETS.find((each) => FAILS[each] === failed)
  return facet ? tableOf(facet) : NOWHERE
})

/** The counters that each code has: certain and possible rows in each table. */
export const COUNTERS = 2 * (1 + FACETS.length)

/** Rows of a window counted: `[code * COUNTERS + 2 * table + column]`, column 0 certain, 1 possible. */
export interface Tallies {
  readonly byProfile: Int32Array
  readonly byAreaSet: Int32Array
}

/** The rows that pass a filter, 1 for each that is certain, and the rows of all tables counted: one pass over the columns. */
export function tallyRows(
  dataset: Dataset,
  filter: Filter,
  fails: Uint16Array,
): Tallies & { readonly rows: Int32Array; readonly certain: Uint8Array } {
  const { columns } = dataset
  const { startDay, endDay } = columns
  const { window, possible } = filter
  const { ofRow: profileOf, count: profiles } = profilesOf(columns)
  const { ofRow: areaSetOf, count: areaSets } = areaSetsOf(columns)
  const byProfile = new Int32Array(profiles * COUNTERS)
  const byAreaSet = new Int32Array(areaSets * COUNTERS)
  const base = Math.max(window.from, dataset.span?.from ?? 0)
  const daysOff = countDaysOff(dataset, filter, base)
  const runs = [...runsEndingFrom(columns, firstStartedBy(columns, window.to), window.from)]
  const rows = new Int32Array(runs.reduce((sum, [from, to]) => sum + to - from, 0))
  const certain = new Uint8Array(rows.length)
  let found = 0

  for (const [from, to] of runs) {
    for (let row = from; row < to; row++) {
      const table = TABLE_OF[fails[row] ?? 0] ?? NOWHERE
      if (table === NOWHERE) continue
      const start = startDay[row] ?? 0
      const end = endDay[row] ?? 0
      const first = Math.max(start, window.from)
      const last = Math.min(end, window.to)
      if (last < first) continue
      let on = last - first + 1
      if (daysOff) on -= (daysOff[last + 1 - base] ?? 0) - (daysOff[first - base] ?? 0)
      if (on === 0) continue
      const column = on === end - start + 1 ? 0 : 1
      if (column === 1 && !possible) continue

      const counter = 2 * table + column
      const inProfile = (profileOf[row] ?? 0) * COUNTERS + counter
      const inAreaSet = (areaSetOf[row] ?? 0) * COUNTERS + counter
      byProfile[inProfile] = (byProfile[inProfile] ?? 0) + 1
      byAreaSet[inAreaSet] = (byAreaSet[inAreaSet] ?? 0) + 1
      rows[found] = row
      certain[found] = 1 - column
      if (table === PASSING) found++
    }
  }
  return { rows: rows.slice(0, found), certain: certain.slice(0, found), byProfile, byAreaSet }
}
/** Of the days from `base` on, how many of the first n are switched off: `[n]`, so that a difference counts a range. */
function countDaysOff({ span }: Dataset, { window, off }: Filter, base: number): Int32Array | null {
  if (off.size === 0 || !span) return null
  const days = Math.max(0, Math.min(window.to, span.to) - base + 1)
  const counts = new Int32Array(days + 1)
  for (let n = 0; n < days; n++) {
    counts[n + 1] = (counts[n] ?? 0) + (off.has((base + n) as Day) ? 1 : 0)
  }
  return counts
}
