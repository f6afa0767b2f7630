import type { Colouring, GroupCounts } from '../../query/counts'
import { COLOURED_FACET, groupsOf } from '../../query/groups'
import type { Dataset } from '../../store/dataset'
import type { Projected } from '../../store/projected'
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
  /** One of its sites, and a row that has it. */
  readonly site: number
  readonly row: number
  /** All of its reports are at that site: zooming in would not part them. */
  readonly isOneSite: boolean
}

/**
 * Counts the points of a frame of whole cells, by group of a colouring. The grid stands still on the ground while the
 * map is moved, and halves its cells at each whole zoom level.
 */
export function buildBins(
  { columns, conflict }: Dataset,
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
  const codes = columns.codes[COLOURED_FACET[colouring]]
  const groupCount = groupsOf(conflict, colouring).length
  // In each cell, first the certain reports of every group and then the possible ones.
  const counts = new Int32Array(wide * high * groupCount * 2)
  const sums = new Float64Array(wide * high * 2)
  const firstSite = new Int32Array(wide * high).fill(-1)
  const firstRow = new Int32Array(wide * high)
  const hasSeveral = new Uint8Array(wide * high)

  for (let index = 0; index < indices.length; index++) {
    const site = columns.siteIndex[indices[index] ?? 0] ?? 0
    const [px, py] = [x[site] ?? 0, y[site] ?? 0]
    const cell = (Math.floor(py / side) - north) * wide + Math.floor(px / side) - west
    const place =
      (cell * 2 + (index < certain ? 0 : 1)) * groupCount + (codes[rows[index] ?? 0] ?? 0)
    counts[place] = (counts[place] ?? 0) + 1
    sums[2 * cell] = (sums[2 * cell] ?? 0) + px
    sums[2 * cell + 1] = (sums[2 * cell + 1] ?? 0) + py
    if (firstSite[cell] === -1) {
      firstSite[cell] = site
      firstRow[cell] = rows[index] ?? 0
    } else if (firstSite[cell] !== site) hasSeveral[cell] = 1
  }

  const bins: Bin[] = []
  for (let cell = 0; cell < wide * high; cell++) {
    const site = firstSite[cell] ?? -1
    if (site === -1) continue
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
      site,
      row: firstRow[cell] ?? 0,
      isOneSite: hasSeveral[cell] === 0,
    })
  }
  return bins
}

/** A mark's own ground, px²: that of a diamond with its rim. */
const MARK = 64
const MARK_SIDE = 8
/** Of the screen, as much may be under marks before they only cover each other. */
const MAX_COVERED = 0.15
/** Of the marks, as many may share their ground with another. */
const MAX_SHARING = 0.3
/** Fewer marks than that are no crowd. */
const FEW = 30
/** Marks come back when there is clearly room for them: moving back and forth must not make them flicker. */
const BACK_AGAIN = 0.7

/**
 * Whether the points of a frame would only cover each other, all over it or where most of them are, and are to be drawn as
 * bins. `wereBins`: they were until now.
 */
export function isDense(
  dataset: Dataset,
  points: PointsInSight,
  projected: Projected,
  frame: Frame,
  wereBins: boolean,
): boolean {
  const count = points.indices.length
  const { west, north, east, south, zoom } = frame
  const side = MARK_SIDE / pixels(zoom)
  const wide = Math.ceil((east - west) / side)
  const high = Math.ceil((south - north) / side)
  const patience = wereBins ? BACK_AGAIN : 1
  if (count > (wide * high * MARK_SIDE ** 2 * MAX_COVERED * patience) / MARK) return true
  if (count < FEW) return false
  const taken = new Uint8Array(wide * high)
  let sharing = 0
  for (const at of points.indices) {
    const site = dataset.columns.siteIndex[at] ?? 0
    const column = Math.floor(((projected.x[site] ?? 0) - west) / side)
    const place = Math.floor(((projected.y[site] ?? 0) - north) / side) * wide + column
    sharing += taken[place] ?? 0
    taken[place] = 1
  }
  return sharing > count * MAX_SHARING * patience
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}
