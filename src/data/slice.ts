import type { AreaCount, AreaId, Count, Dataset, Facets, Filter, Slice } from '../types'
import { FAILS, failsOf } from './filter'
import { ACCUSED, AGREEMENTS, KINDS, NOT_LOCATED, PARTIES, PLACEMENTS } from './vocabulary'

const DENIED = ['no', 'yes'] as const

/** A count while it is being made: `[certain, possible]`. */
type Tally = [certain: number, possible: number]

/**
 * The reports that pass a filter, and everything counted from them, in one pass over the columns.
 * `fails` is `failsOf` of the same dataset and filter, given where it is at hand already. A window that
 * is reversed, or wholly switched off, gives an empty slice.
 */
export function sliceDataset(
  dataset: Dataset,
  filter: Filter,
  fails: Uint16Array = failsOf(dataset, filter),
): Slice {
  const { columns } = dataset
  const daysOn = countDaysOn(dataset, filter)
  const first = dataset.span?.from ?? 0
  const rows = new Int32Array(columns.length)
  const certain = new Uint8Array(columns.length)
  const tallies = newTallies(dataset)
  let found = 0

  for (let row = 0; row < columns.length; row++) {
    const failed = fails[row] ?? 0
    // A row that fails two conditions is in no slice and in no facet's.
    if ((failed & (failed - 1)) !== 0) continue
    const start = (columns.startDay[row] ?? 0) - first
    const end = (columns.endDay[row] ?? 0) - first
    const on = (daysOn[end + 1] ?? 0) - (daysOn[start] ?? 0)
    if (on === 0) continue
    const column = on === end - start + 1 ? 0 : 1
    if (column === 1 && !filter.possible) continue

    countFacets(dataset, row, failed, column, tallies)
    if (failed !== 0) continue
    rows[found] = row
    certain[found] = 1 - column
    found++
    tallies.all[column]++
    countAreas(dataset, row, column, tallies)
  }

  return {
    filter,
    rows: rows.slice(0, found),
    certain: certain.slice(0, found),
    count: countOf(tallies.all),
    areas: areaCounts(dataset, tallies),
    notLocated: countOf(tallies.notLocated),
    facets: facetsOf(dataset, tallies),
  }
}

/** Of the days from the span's first to day i, how many are on: `[i + 1]`, so that a difference counts a range. */
function countDaysOn({ span }: Dataset, { window, off }: Filter): Int32Array {
  const length = span ? span.to - span.from + 1 : 0
  const first = span?.from ?? 0
  const counts = new Int32Array(length + 1)
  for (let index = 0; index < length; index++) {
    const day = (first + index) as typeof window.from
    const on = day >= window.from && day <= window.to && !off.has(day)
    counts[index + 1] = (counts[index] ?? 0) + (on ? 1 : 0)
  }
  return counts
}

interface AreaTally {
  readonly all: Tally
  approximate: number
}

interface Tallies {
  readonly all: Tally
  readonly notLocated: Tally
  readonly areas: readonly AreaTally[]
  readonly facetNotLocated: Tally
  readonly facetAreas: readonly Tally[]
  readonly parties: readonly Tally[]
  readonly accused: readonly Tally[]
  readonly kinds: readonly Tally[]
  readonly denied: readonly Tally[]
  readonly placements: readonly Tally[]
  readonly agreements: readonly Tally[]
}

function newTallies({ areaIds }: Dataset): Tallies {
  const each = (list: readonly unknown[]) => list.map((): Tally => [0, 0])
  return {
    all: [0, 0],
    notLocated: [0, 0],
    areas: areaIds.map(() => ({ all: [0, 0], approximate: 0 })),
    facetNotLocated: [0, 0],
    facetAreas: each(areaIds),
    parties: each(PARTIES),
    accused: each(ACCUSED),
    kinds: each(KINDS),
    denied: each(DENIED),
    placements: each(PLACEMENTS),
    agreements: each(AGREEMENTS),
  }
}

function add(tally: Tally | undefined, column: 0 | 1): void {
  if (tally) tally[column]++
}

/** Counts a row in each facet whose own condition is the only one it may fail. */
function countFacets(
  { columns }: Dataset,
  row: number,
  failed: number,
  column: 0 | 1,
  tallies: Tallies,
): void {
  if ((failed & ~FAILS.by) === 0) add(tallies.parties[columns.party[row] ?? -1], column)
  if ((failed & ~FAILS.accused) === 0) add(tallies.accused[columns.accused[row] ?? -1], column)
  if ((failed & ~FAILS.denied) === 0) add(tallies.denied[columns.denied[row] ?? -1], column)
  if ((failed & ~FAILS.placement) === 0) {
    add(tallies.placements[columns.placement[row] ?? -1], column)
  }
  if ((failed & ~FAILS.agreement) === 0) {
    add(tallies.agreements[columns.agreement[row] ?? -1], column)
  }
  if ((failed & ~FAILS.kind) === 0) {
    const bits = columns.kinds[row] ?? 0
    tallies.kinds.forEach((tally, kind) => {
      if ((bits & (1 << kind)) !== 0) add(tally, column)
    })
  }
  if ((failed & ~FAILS.area) === 0) {
    const start = columns.areaOffset[row] ?? 0
    const end = columns.areaOffset[row + 1] ?? 0
    if (start === end) add(tallies.facetNotLocated, column)
    for (let at = start; at < end; at++) {
      add(tallies.facetAreas[columns.areaIndex[at] ?? -1], column)
    }
  }
}

function countAreas({ columns }: Dataset, row: number, column: 0 | 1, tallies: Tallies): void {
  const start = columns.areaOffset[row] ?? 0
  const end = columns.areaOffset[row + 1] ?? 0
  if (start === end) tallies.notLocated[column]++
  for (let at = start; at < end; at++) {
    const area = tallies.areas[columns.areaIndex[at] ?? -1]
    if (!area) continue
    area.all[column]++
    area.approximate += columns.areaApproximate[at] ?? 0
  }
}

function countOf([certain, possible]: Tally): Count {
  return { certain, possible }
}

/** Only the areas that have a report in the slice. */
function areaCounts({ areaIds }: Dataset, tallies: Tallies): Map<AreaId, AreaCount> {
  const counts = new Map<AreaId, AreaCount>()
  areaIds.forEach((id, index) => {
    const tally = tallies.areas[index]
    if (!tally || tally.all[0] + tally.all[1] === 0) return
    counts.set(id, { ...countOf(tally.all), approximate: tally.approximate })
  })
  return counts
}

function facetsOf({ areaIds }: Dataset, tallies: Tallies): Facets {
  const zip = <Id>(ids: readonly Id[], counts: readonly Tally[]): Map<Id, Count> =>
    new Map(ids.map((id, index) => [id, countOf(counts[index] ?? [0, 0])]))
  return {
    areas: zip([...areaIds, NOT_LOCATED], [...tallies.facetAreas, tallies.facetNotLocated]),
    by: zip(
      PARTIES.map((term) => term.id),
      tallies.parties,
    ),
    accused: zip(
      ACCUSED.map((term) => term.id),
      tallies.accused,
    ),
    kinds: zip(
      KINDS.map((term) => term.id),
      tallies.kinds,
    ),
    denied: zip(DENIED, tallies.denied),
    placements: zip(PLACEMENTS, tallies.placements),
    agreements: zip(
      AGREEMENTS.map((term) => term.id),
      tallies.agreements,
    ),
  }
}
