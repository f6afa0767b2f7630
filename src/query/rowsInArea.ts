import type { AreaId } from '../model/ids'
import { NOT_LOCATED } from '../model/vocabulary'
import type { Dataset } from '../store/dataset'
import type { Slice } from './slice'

/**
 * The first `most` rows of a slice that are in an area, or in none (NOT_LOCATED), in the slice's
 * order.
 */
export function rowsPlacedIn(
  { columns, areaIds }: Dataset,
  { rows }: Slice,
  area: AreaId,
  most: number,
): number[] {
  const wanted = areaIds.indexOf(area)
  const found: number[] = []
  for (const row of rows) {
    const [start, end] = [columns.areaOffset[row] ?? 0, columns.areaOffset[row + 1] ?? 0]
    const isIn =
      area === NOT_LOCATED ? start === end : columns.areaIndex.subarray(start, end).includes(wanted)
    if (isIn && found.push(row) === most) break
  }
  return found
}
