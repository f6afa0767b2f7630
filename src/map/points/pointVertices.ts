import type { Slice } from '../../query/slice'
import type { Codes } from '../../store/codes'
import type { Dataset } from '../../store/dataset'
import type { Projected } from '../../store/projected'
import type { Frame } from './frame'

/** Points in the order of drawing: certain ones, then possible ones. Places in Columns.siteIndex. */
export interface PointIndices {
  readonly indices: Uint32Array
  readonly certain: number
}

/** The same with the row of each. */
export interface PointsInSight extends PointIndices {
  readonly rows: Uint32Array
}

/** Memory for the points of one slice after the other: a browser takes longer to get so much anew than we do to fill it. */
export class PointRoom {
  private indices = new Uint32Array(0)
  private rows = new Uint32Array(0)

  /** Room for so many points; what was in the room before is gone. */
  take(length: number): Pick<PointsInSight, 'indices' | 'rows'> {
    if (this.indices.length < length) {
      // Not to be too small again at the next step of a growing window.
      const roomy = Math.ceil(length * 1.5)
      this.indices = new Uint32Array(roomy)
      this.rows = new Uint32Array(roomy)
    }
    return { indices: this.indices.subarray(0, length), rows: this.rows.subarray(0, length) }
  }
}

/**
 * Which points a slice has within a frame, its east and south edges left out: each report's own, so that colours are those of
 * reports. They stand in `room`.
 */
export function pointIndices(
  { columns }: Dataset,
  { rows, certain }: Slice,
  { x, y }: Projected,
  { west, north, east, south }: Frame,
  room = new PointRoom(),
): PointsInSight {
  const { siteOffset, siteIndex } = columns
  let most = 0
  for (const row of rows) most += (siteOffset[row + 1] ?? 0) - (siteOffset[row] ?? 0)
  const { indices, rows: rowsOfPoints } = room.take(most)
  // Certain ones from the front, possible ones from the back.
  let [sure, possible] = [0, most]
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] ?? 0
    const end = siteOffset[row + 1] ?? 0
    for (let at = siteOffset[row] ?? 0; at < end; at++) {
      const site = siteIndex[at] ?? 0
      const px = x[site] ?? 0
      const py = y[site] ?? 0
      if (px < west || px >= east || py < north || py >= south) continue
      const place = certain[index] === 1 ? sure++ : --possible
      indices[place] = at
      rowsOfPoints[place] = row
    }
  }
  return {
    indices: withoutGap(indices, sure, possible),
    rows: withoutGap(rowsOfPoints, sure, possible),
    certain: sure,
  }
}

/** The front and, in the order that they were found, the back. */
function withoutGap(all: Uint32Array, front: number, back: number): Uint32Array {
  all.subarray(back).reverse()
  all.copyWithin(front, back)
  return all.subarray(0, front + all.length - back)
}

/** Positions of all points relative to an origin: near it, 32 bits tell a hundredth of a pixel at any zoom. */
export function pointPositions(
  { columns }: Dataset,
  { x, y }: Projected,
  origin: { readonly x: number; readonly y: number },
): Float32Array {
  const positions = new Float32Array(columns.siteIndex.length * 2)
  for (let at = 0; at < columns.siteIndex.length; at++) {
    const site = columns.siteIndex[at] ?? 0
    positions[2 * at] = (x[site] ?? 0) - origin.x
    positions[2 * at + 1] = (y[site] ?? 0) - origin.y
  }
  return positions
}

/** The code of the group of each point, in the order of the positions. */
export function pointGroups({ columns }: Dataset, codes: Codes): Uint8Array {
  const groups = new Uint8Array(columns.siteIndex.length)
  for (let row = 0; row < columns.length; row++) {
    groups.fill(codes[row] ?? 0, columns.siteOffset[row] ?? 0, columns.siteOffset[row + 1] ?? 0)
  }
  return groups
}

/**
 * The point nearest to a place, as its place among `indices`; -1 when none is as near as `within`. Distances are those
 * of the Web Mercator world, 0 to 1.
 */
export function nearestPoint(
  { columns }: Dataset,
  { x, y }: Projected,
  { indices }: PointIndices,
  [atX, atY]: readonly [number, number],
  within: number,
): number {
  let [nearest, least] = [-1, within * within]
  for (let index = 0; index < indices.length; index++) {
    const site = columns.siteIndex[indices[index] ?? 0] ?? 0
    const away = ((x[site] ?? 0) - atX) ** 2 + ((y[site] ?? 0) - atY) ** 2
    // Of points at one place the one drawn last lies on top.
    if (away <= least) {
      least = away
      nearest = index
    }
  }
  return nearest
}
