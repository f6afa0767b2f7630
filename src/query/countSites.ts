import { memoize } from '../model/memoize'
import type { Dataset } from '../store/dataset'
import type { Colouring, GroupCounts } from './counts'
import { addTo, COLOURED_FACET, type MutableCounts, noneOf } from './groups'
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
 * Counts the reports of a slice at each of its sites, or for each `keyOf` a site. A report at
 * several sites counts once for each key.
 */
export function countSites(
  { columns, conflict }: Dataset,
  { rows, certain }: SelectedRows,
  colouring: Colouring,
  keyOf: (site: number) => number = (site) => site,
): ReadonlyMap<number, SiteCount> {
  const { siteOffset, siteIndex } = columns
  const codes = columns.codes[COLOURED_FACET[colouring]]
  const tallies = new Map<number, Tally>()
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] ?? 0
    const end = siteOffset[row + 1] ?? 0
    for (let at = siteOffset[row] ?? 0; at < end; at++) {
      const site = siteIndex[at] ?? 0
      const key = keyOf(site)
      let tally = tallies.get(key)
      if (!tally) {
        tally = { site, row: -1, groups: noneOf(conflict, colouring) }
        tallies.set(key, tally)
      }
      if (tally.row === row) continue
      tally.row = row
      addTo(tally.groups, codes[row], certain[index] === 1)
    }
  }
  return tallies
}

/** The reports on file at each site, in any slice. */
export const countOnFile = memoize(({ columns, sites }: Dataset): Int32Array => {
  const counts = new Int32Array(sites.length)
  for (const site of columns.siteIndex) counts[site] = (counts[site] ?? 0) + 1
  return counts
})
