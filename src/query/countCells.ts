import { mercatorX, mercatorY } from '../geo/mercator'
import type { Box } from '../model/conflict'
import { memoize } from '../model/memoize'
import type { Position } from '../model/place'
import type { Dataset, Sites } from '../store/dataset'
import type { SiteCount } from './countSites'
import { type Colouring, eventsOf, type GroupCounts } from './counts'
import { addTo, groupCodes, type MutableCounts, noneOf } from './groups'
import type { Slice } from './slice'

/** The reports of a slice in one square of a Web Mercator grid. */
export interface Cell {
  /** Names the square, whatever the slice and the box. */
  readonly id: string
  /** Mean of its points. */
  readonly middle: Position
  /** The area of one of its points: an index into Dataset.areaIds. */
  readonly area: number
  readonly groups: GroupCounts
  /** All of its sites; null where there are more than MAX_SITES, or they are not known. */
  readonly sites: readonly SiteCount[] | null
}

/** With more sites than this in a cell, marks for each would cover one another. */
export const MAX_SITES = 4
/** Side of a cell at a whole zoom level, px. */
export const CELL_SIZE = 64
/** Across the world at zoom 0, where it is 512 px wide. */
export const CELLS_AT_ZOOM_0 = 512 / CELL_SIZE

/** Web Mercator y of each site. Its logarithm was a third of the time of counting. */
export const findMercatorY = memoize(({ lat }: Sites) => lat.map((each) => mercatorY(each)))

/** A cell while its points are counted. */
interface Tally {
  readonly groups: MutableCounts
  readonly area: number
  readonly sites: Map<number, SiteCount & { readonly groups: MutableCounts }>
  points: number
  /** The last row that was counted. */
  row: number
  lon: number
  lat: number
}

/**
 * Counts the points of a slice in each cell that touches a box. Cells are 64 px wide at whole zoom
 * levels and grow with the map between them. A report at several sites counts once in each cell.
 */
export function countCells(
  dataset: Dataset,
  { rows, certain }: Slice,
  zoom: number,
  [west, south, east, north]: Box,
  colouring: Colouring,
): Cell[] {
  const { columns, conflict, sites } = dataset
  const level = Math.floor(zoom)
  const acrossWorld = CELLS_AT_ZOOM_0 * 2 ** level
  const columnOf = (lon: number) => Math.floor(acrossWorld * mercatorX(lon))
  const lineOf = (y: number) => Math.floor(acrossWorld * y)
  const [firstColumn, lastColumn] = [columnOf(west), columnOf(east)]
  const [firstLine, lastLine] = [lineOf(mercatorY(north)), lineOf(mercatorY(south))]
  const codes = groupCodes(dataset, colouring)
  const { siteOffset, siteIndex } = columns
  const siteY = findMercatorY(sites)
  const tallies = new Map<number, Tally>()

  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] ?? 0
    const end = siteOffset[row + 1] ?? 0
    for (let at = siteOffset[row] ?? 0; at < end; at++) {
      const site = siteIndex[at] ?? 0
      const lon = sites.lon[site] ?? 0
      const column = columnOf(lon)
      const line = lineOf(siteY[site] ?? 0)
      // A box can reach across 180 degrees.
      const turn = column < firstColumn ? acrossWorld : column > lastColumn ? -acrossWorld : 0
      if (column + turn < firstColumn || column + turn > lastColumn) continue
      if (line < firstLine || line > lastLine) continue
      const key = line * acrossWorld + column
      let tally = tallies.get(key)
      if (!tally) {
        const area = sites.area[site] ?? -1
        const groups = noneOf(conflict, colouring)
        tally = { groups, area, sites: new Map(), points: 0, row: -1, lon: 0, lat: 0 }
        tallies.set(key, tally)
      }
      tally.points++
      tally.lon += lon
      tally.lat += sites.lat[site] ?? 0
      const events = eventsOf(columns, row)
      if (tally.row !== row) addTo(tally.groups, codes[row], certain[index] === 1, events)
      tally.row = row
      // Once there is one too many, none of them is needed.
      if (tally.sites.size > MAX_SITES || sites.areSquares) continue
      const own = tally.sites.get(site) ?? { site, row, groups: noneOf(conflict, colouring) }
      tally.sites.set(site, own)
      addTo(own.groups, codes[row], certain[index] === 1, events)
    }
  }

  return Array.from(tallies, ([key, { groups, area, sites: own, points, lon, lat }]) => ({
    id: `${level},${key % acrossWorld},${Math.floor(key / acrossWorld)}`,
    middle: [lon / points, lat / points],
    area,
    groups,
    sites: sites.areSquares || own.size > MAX_SITES ? null : [...own.values()],
  }))
}
