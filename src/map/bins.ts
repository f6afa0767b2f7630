import { GROUPS } from '../data/grouping'
import type { Projected } from '../data/projected'
import type { Colouring, Dataset, GroupCounts } from '../types'
import { type Frame, pixels, sideOf } from './frame'
import type { PointsInSight } from './pointVertices'

/** The reports of a slice in one cell of a grid. */
export interface Bin {
  readonly id: string
  readonly groups: GroupCounts
  readonly count: { readonly certain: number; readonly possible: number }
  /** Where its points lie in the middle; Web Mercator, 0 to 1. */
  readonly x: number
  readonly y: number
  /** One of its spots. */
  readonly spot: number
}

/**
 * Counts the points of a frame of whole cells, by group of a colouring. The grid stands still on the ground while the
 * map is moved, and halves its cells at each whole zoom level.
 */
export function binsOf(
  { columns }: Dataset,
  { indices, rows, certain }: PointsInSight,
  { x, y }: Projected,
  colouring: Colouring,
  frame: Frame,
): Bin[] {
  const level = Math.floor(frame.zoom)
  const side = sideOf(frame.zoom)
  const [west, north] = [frame.west / side, frame.north / side]
  const wide = frame.east / side - west
  const high = frame.south / side - north
  const codes = columns[colouring]
  const groupCount = GROUPS[colouring].length
  // In each cell, first the certain reports of every group and then the possible ones.
  const counts = new Int32Array(wide * high * groupCount * 2)
  const sums = new Float64Array(wide * high * 2)
  const firstSpot = new Int32Array(wide * high).fill(-1)

  for (let index = 0; index < indices.length; index++) {
    const spot = columns.spotIndex[indices[index] ?? 0] ?? 0
    const [px, py] = [x[spot] ?? 0, y[spot] ?? 0]
    const cell = (Math.floor(py / side) - north) * wide + Math.floor(px / side) - west
    const place =
      (cell * 2 + (index < certain ? 0 : 1)) * groupCount + (codes[rows[index] ?? 0] ?? 0)
    counts[place] = (counts[place] ?? 0) + 1
    sums[2 * cell] = (sums[2 * cell] ?? 0) + px
    sums[2 * cell + 1] = (sums[2 * cell + 1] ?? 0) + py
    if (firstSpot[cell] === -1) firstSpot[cell] = spot
  }

  const bins: Bin[] = []
  for (let cell = 0; cell < wide * high; cell++) {
    const spot = firstSpot[cell] ?? -1
    if (spot === -1) continue
    const own = [...counts.subarray(cell * 2 * groupCount, (cell + 1) * 2 * groupCount)]
    const [sure, maybe] = [own.slice(0, groupCount), own.slice(groupCount)]
    const count = { certain: sum(sure), possible: sum(maybe) }
    const total = count.certain + count.possible
    const [column, line] = [west + (cell % wide), north + Math.floor(cell / wide)]
    bins.push({
      id: `bin:${level},${column},${line}`,
      groups: { certain: sure, possible: maybe },
      count,
      x: (sums[2 * cell] ?? 0) / total,
      y: (sums[2 * cell + 1] ?? 0) / total,
      spot,
    })
  }
  return bins
}

/** A mark's own ground, px²: that of a diamond with its rim. */
const MARK = 64
/** Of the screen, as much may be under marks before they only cover each other. */
const MOST_COVERED = 0.15
/** Marks come back when there is clearly room for them: moving back and forth must not make them flicker. */
const BACK_AGAIN = 0.7

/** Whether so many points in a frame are to be drawn as bins. `wereBins`: they were until now. */
export function isDense(points: number, frame: Frame, wereBins: boolean): boolean {
  const { west, north, east, south, zoom } = frame
  const ground = (east - west) * (south - north) * pixels(zoom) ** 2
  const room = (ground * MOST_COVERED) / MARK
  return points > (wereBins ? room * BACK_AGAIN : room)
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}
