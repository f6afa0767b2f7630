import { GROUPS } from '../data/grouping'
import type { Colouring, Dataset, GroupCounts, Slice } from '../types'
import type { Projected } from './projected'

/** What part of the world is on the screen. */
export interface Frame {
  /** Web Mercator, 0 to 1. */
  readonly west: number
  readonly north: number
  readonly east: number
  readonly south: number
  readonly zoom: number
  /** px. */
  readonly width: number
  readonly height: number
}

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

export interface Binned {
  /** Points of the slice on the screen. */
  readonly inSight: number
  readonly bins: readonly Bin[]
}

/** Side of a cell at whole zoom levels, px; between them it grows with the map to twice that. */
const CELL = 64
const TILE = 512

/**
 * Counts the points of a slice in a grid over the screen, by group of a colouring. The grid stands still on the ground
 * while the map is moved, and halves its cells at each whole zoom level.
 */
export function binsOf(
  { columns }: Dataset,
  { rows, certain }: Slice,
  { x, y }: Projected,
  colouring: Colouring,
  frame: Frame,
): Binned {
  const level = Math.floor(frame.zoom)
  const side = CELL / (TILE * 2 ** level)
  const [west, north] = [Math.floor(frame.west / side), Math.floor(frame.north / side)]
  const wide = Math.floor(frame.east / side) - west + 1
  const high = Math.floor(frame.south / side) - north + 1
  const groups = GROUPS[colouring].length
  const codes = columns[colouring]
  // In each cell, first the certain reports of every group and then the possible ones.
  const counts = new Int32Array(wide * high * groups * 2)
  const sums = new Float64Array(wide * high * 2)
  const firstSpot = new Int32Array(wide * high).fill(-1)
  let inSight = 0

  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] ?? 0
    const end = columns.spotOffset[row + 1] ?? 0
    for (let at = columns.spotOffset[row] ?? 0; at < end; at++) {
      const spot = columns.spotIndex[at] ?? 0
      const [px, py] = [x[spot] ?? 0, y[spot] ?? 0]
      const column = Math.floor(px / side) - west
      const line = Math.floor(py / side) - north
      if (column < 0 || column >= wide || line < 0 || line >= high) continue
      const cell = line * wide + column
      const place = (cell * 2 + (certain[index] === 1 ? 0 : 1)) * groups + (codes[row] ?? 0)
      counts[place] = (counts[place] ?? 0) + 1
      sums[2 * cell] = (sums[2 * cell] ?? 0) + px
      sums[2 * cell + 1] = (sums[2 * cell + 1] ?? 0) + py
      if (firstSpot[cell] === -1) firstSpot[cell] = spot
      inSight++
    }
  }

  const bins: Bin[] = []
  for (let cell = 0; cell < wide * high; cell++) {
    const spot = firstSpot[cell] ?? -1
    if (spot === -1) continue
    const own = [...counts.subarray(cell * 2 * groups, (cell + 1) * 2 * groups)]
    const [sure, maybe] = [own.slice(0, groups), own.slice(groups)]
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
  return { inSight, bins }
}

/** A mark's own ground, px²: that of a diamond with its rim. */
const MARK = 64
/** Of the screen, as much may be under marks before they only cover each other. */
const MOST_COVERED = 0.15
/** Marks come back when there is clearly room for them: moving back and forth must not make them flicker. */
const BACK_AGAIN = 0.7

/** Whether so many points on a screen are to be drawn as bins. `wereBins`: they were until now. */
export function isDense(
  inSight: number,
  { width, height }: Pick<Frame, 'width' | 'height'>,
  wereBins: boolean,
): boolean {
  const room = (width * height * MOST_COVERED) / MARK
  return inSight > (wereBins ? room * BACK_AGAIN : room)
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}
