import { memoize } from '../model/memoize'
import type { Dataset } from '../store/dataset'
import { type Colouring, eventsOf, type GroupCounts, increment } from './counts'
import { addTo, groupCodes, type MutableCounts, noneOf } from './groups'
import type { SelectedRows } from './selectRows'

/** Reports at a site, or at some sites. */
export interface SiteCount {
  /** An index into Dataset.sites. */
  readonly site: number
  /** One of its rows. */
  readonly row: number
  readonly groups: GroupCounts
}

interface Tally extends SiteCount {
  row: number
  readonly groups: MutableCounts
}

/**
 * Counts the reports of a slice at each of its sites, or for each of the `keys` that sites have.
 * A report at several sites counts once for each key. Sites without reports leave holes.
 */
export function countSites(
  dataset: Dataset,
  { rows, certain }: SelectedRows,
  colouring: Colouring,
  keys?: Int32Array,
): SiteCount[] {
  const { columns, conflict } = dataset
  const { siteOffset, siteIndex } = columns
  const codes = groupCodes(dataset, colouring)
  const tallies: Tally[] = []
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] ?? 0
    const end = siteOffset[row + 1] ?? 0
    for (let at = siteOffset[row] ?? 0; at < end; at++) {
      const site = siteIndex[at] ?? 0
      const key = keys?.[site] ?? site
      const tally = tallies[key] ?? { site, row: -1, groups: noneOf(conflict, colouring) }
      tallies[key] = tally
      if (tally.row === row) continue
      tally.row = row
      addTo(tally.groups, codes[row], certain[index] === 1, eventsOf(columns, row))
    }
  }
  return tallies
}

/** The reports on file at each site, in any slice. */
export const countOnFile = memoize(({ columns, sites }: Dataset): Int32Array => {
  const { siteOffset, siteIndex, length } = columns
  const counts = new Int32Array(sites.length)
  for (let row = 0; row < length; row++) {
    const end = siteOffset[row + 1] ?? 0
    for (let at = siteOffset[row] ?? 0; at < end; at++) {
      increment(counts, siteIndex[at] ?? -1, eventsOf(columns, row))
    }
  }
  return counts
})
