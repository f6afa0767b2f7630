import type { AreaId } from '../model/ids'
import { memoize } from '../model/memoize'
import { NOT_LOCATED, PLACEMENTS, UNLOCATED } from '../model/vocabulary'
import type { Dataset } from '../store/dataset'
import { totalOf } from './classes'
import { countRows, type SelectedRows } from './selectRows'

const SETTLEMENT = PLACEMENTS.indexOf('settlement')

/** Every row of a dataset, as a slice of all dates without filters has them. */
export function allRows({ columns: { length } }: Dataset): SelectedRows {
  const rows = new Int32Array(length).map((_, row) => row)
  return { rows, certain: new Uint8Array(length).fill(1) }
}

/**
 * How many reports are in an area, or nowhere (NOT_LOCATED), in all dates without filters; 0 for a
 * published folder, of which not all is read.
 */
export function countInArea(dataset: Dataset, area: AreaId): number {
  if (dataset.whole) return 0
  return totalOf(countRows(dataset, rowsInArea(dataset, allRows(dataset), area)))
}

/** The rows of a slice that are in an area, or nowhere (NOT_LOCATED). */
export function rowsInArea(
  { columns: { areaOffset, areaIndex, codes }, areaIds }: Dataset,
  slice: SelectedRows,
  area: AreaId,
): SelectedRows {
  if (area === NOT_LOCATED) return keepRows(slice, (row) => codes.placement[row] === UNLOCATED)
  return keepRows(slice, includes(areaOffset, areaIndex, areaIds.indexOf(area)))
}

/** Whether any report is nowhere. Before there are reports, some may be. */
export const hasUnlocated = memoize(
  ({ columns: { length, codes } }: Dataset) => length === 0 || codes.placement.includes(UNLOCATED),
)

/** The rows of a slice that are at a site (an index into Dataset.sites). */
export function rowsAtSite(
  { columns: { siteOffset, siteIndex } }: Dataset,
  slice: SelectedRows,
  site: number,
): SelectedRows {
  return keepRows(slice, includes(siteOffset, siteIndex, site))
}

/** The rows of a slice for which a test holds, in the slice's order. */
export function keepRows(
  { rows, certain }: SelectedRows,
  isWanted: (row: number) => boolean,
): SelectedRows {
  const wanted = rows.map((row) => (isWanted(row) ? 1 : 0))
  const isIn = (_: number, index: number) => wanted[index] === 1
  return { rows: rows.filter(isIn), certain: certain.filter(isIn) }
}

/** Whether a report is at a site in an area (an index into Dataset.areaIds). */
export function hasSiteIn({ columns, sites, unread }: Dataset, row: number, area: number): boolean {
  // Of a row that only counts reports, where their points are is not known.
  if (unread?.[row] === 1) return columns.codes.placement[row] === SETTLEMENT
  const end = columns.siteOffset[row + 1] ?? 0
  for (let at = columns.siteOffset[row] ?? 0; at < end; at++) {
    if (sites.area[columns.siteIndex[at] ?? -1] === area) return true
  }
  return false
}

/** Tests whether the list of a row, in columns of lists, includes a value. */
function includes(
  offset: Int32Array,
  list: Int32Array | Uint16Array,
  wanted: number,
): (row: number) => boolean {
  return (row) => {
    const end = offset[row + 1] ?? 0
    for (let at = offset[row] ?? 0; at < end; at++) if (list[at] === wanted) return true
    return false
  }
}
