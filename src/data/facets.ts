import type { AreaCount, AreaId, Count, Dataset, Facets, Slice } from '../types'
import { areaSetsOf } from './areaSets'
import { type ProfileField, profilesOf } from './profile'
import { COUNTERS, type Facet, PASSING, type Tallies, tableOf } from './tally'
import { ACCUSED, AGREEMENTS, KINDS, NOT_LOCATED, PARTIES, PLACEMENTS } from './vocabulary'

const DENIED = ['no', 'yes'] as const

type Counted = Pick<Slice, 'count' | 'areas' | 'notLocated' | 'facets'>

/** All that a slice says in numbers. */
export function countsOf(dataset: Dataset, { byProfile, byAreaSet }: Tallies): Counted {
  const { areaIds } = dataset
  const own = countAreas(dataset, byAreaSet, [PASSING])
  const open = countAreas(dataset, byAreaSet, [PASSING, tableOf('area')])
  const facet = (field: ProfileField, condition: Facet) =>
    countCodes(dataset, byProfile, field, [PASSING, tableOf(condition)])
  const facets: Facets = {
    areas: new Map<AreaId, Count>([
      ...zip(areaIds, open.areas),
      [NOT_LOCATED, open.notLocated] as const,
    ]),
    by: zip(idsOf(PARTIES), facet('party', 'by')),
    accused: zip(idsOf(ACCUSED), facet('accused', 'accused')),
    kinds: zip(idsOf(KINDS), byKind(facet('kinds', 'kind'))),
    denied: zip(DENIED, facet('denied', 'denied')),
    placements: zip(PLACEMENTS, facet('placement', 'placement')),
    agreements: zip(idsOf(AGREEMENTS), facet('agreement', 'agreement')),
  }
  const denied = countCodes(dataset, byProfile, 'denied', [PASSING])
  return {
    count: sumOf(DENIED.map((_, code) => countAt(denied, code))),
    areas: areaCounts(areaIds, own.areas, own.approximate),
    notLocated: own.notLocated,
    facets,
  }
}

/** Rows of some tables by their code in a column: certain ones at `2 * code`, possible ones behind them. */
function countCodes(
  { columns }: Dataset,
  tally: Int32Array,
  field: ProfileField,
  tables: readonly number[],
): Int32Array {
  const profiles = profilesOf(columns)
  const codes = profiles.codes[field]
  const counts = new Int32Array(2 * 256)
  for (let profile = 0; profile < profiles.count; profile++) {
    for (const table of tables) {
      const from = profile * COUNTERS + 2 * table
      const to = 2 * (codes[profile] ?? 0)
      counts[to] = (counts[to] ?? 0) + (tally[from] ?? 0)
      counts[to + 1] = (counts[to + 1] ?? 0) + (tally[from + 1] ?? 0)
    }
  }
  return counts
}

/** Counts of sets of kinds as counts of each kind. */
function byKind(sets: Int32Array): Int32Array {
  const counts = new Int32Array(2 * KINDS.length)
  for (let at = 0; at < sets.length; at++) {
    for (let kind = 0; kind < KINDS.length; kind++) {
      if (((at >> 1) & (1 << kind)) === 0) continue
      const to = 2 * kind + (at & 1)
      counts[to] = (counts[to] ?? 0) + (sets[at] ?? 0)
    }
  }
  return counts
}

/** Rows of some tables by area, as in countCodes. */
function countAreas(
  { columns, areaIds }: Dataset,
  tally: Int32Array,
  tables: readonly number[],
): { areas: Int32Array; approximate: Int32Array; notLocated: Count } {
  const sets = areaSetsOf(columns)
  const areas = new Int32Array(2 * areaIds.length)
  const approximate = new Int32Array(areaIds.length)
  const counts = new Int32Array(2 * sets.count)
  for (let at = 0; at < counts.length; at++) {
    for (const table of tables) {
      const from = (at >> 1) * COUNTERS + 2 * table + (at & 1)
      counts[at] = (counts[at] ?? 0) + (tally[from] ?? 0)
    }
  }
  const notLocated = countAt(counts, 0)
  // Later sets come first: the rows of a set are in the areas of its parent too.
  for (let at = counts.length - 1; at >= 2; at--) {
    const count = counts[at] ?? 0
    const set = at >> 1
    const area = sets.area[set] ?? 0
    const inArea = 2 * area + (at & 1)
    const inParent = 2 * (sets.parent[set] ?? 0) + (at & 1)
    areas[inArea] = (areas[inArea] ?? 0) + count
    counts[inParent] = (counts[inParent] ?? 0) + count
    if (sets.approximate[set] === 1) approximate[area] = (approximate[area] ?? 0) + count
  }
  return { areas, approximate, notLocated }
}

/** Only the areas that have a report in the slice. */
function areaCounts(
  areaIds: readonly AreaId[],
  counts: Int32Array,
  approximate: Int32Array,
): Map<AreaId, AreaCount> {
  const found = new Map<AreaId, AreaCount>()
  areaIds.forEach((id, index) => {
    const count = countAt(counts, index)
    if (count.certain + count.possible === 0) return
    found.set(id, { ...count, approximate: approximate[index] ?? 0 })
  })
  return found
}

function countAt(counts: Int32Array, place: number): Count {
  return { certain: counts[2 * place] ?? 0, possible: counts[2 * place + 1] ?? 0 }
}

function sumOf(counts: readonly Count[]): Count {
  return {
    certain: counts.reduce((sum, { certain }) => sum + certain, 0),
    possible: counts.reduce((sum, { possible }) => sum + possible, 0),
  }
}

function idsOf<Id>(terms: readonly { readonly id: Id }[]): Id[] {
  return terms.map(({ id }) => id)
}

function zip<Id>(ids: readonly Id[], counts: Int32Array): Map<Id, Count> {
  return new Map(ids.map((id, index) => [id, countAt(counts, index)]))
}
