import type { Box } from '../model/conflict'
import { CELL_SIZE } from '../query/countCells'
import { boundsOf, type Camera } from './camera'

/** What cells are counted for: a part of the world, and the zoom level of the grid. */
export interface CellFrame {
  readonly box: Box
  readonly level: number
}

/** On each side, as a share of the screen: the map can be moved so far before cells are counted. */
const MARGIN = 0.2
/** A large screen has larger cells: more on it would be too many marks. */
const MAX_CELLS = 300

/** What a camera shows, with a margin. */
export function findFrame(camera: Camera): CellFrame {
  const [west, south, east, north] = boundsOf(camera)
  const [wide, high] = [(east - west) * MARGIN, (north - south) * MARGIN]
  return { box: [west - wide, south - high, east + wide, north + high], level: levelOf(camera) }
}

/** Whether a camera shows ground outside a frame, or needs cells of another size. */
export function hasLeft(camera: Camera, { box, level }: CellFrame): boolean {
  const [west, south, east, north] = boundsOf(camera)
  const isInside = west >= box[0] && south >= box[1] && east <= box[2] && north <= box[3]
  return !isInside || levelOf(camera) !== level
}

function levelOf({ zoom, width, height }: Camera): number {
  const smallest = Math.sqrt((width * height) / MAX_CELLS)
  return Math.floor(zoom - Math.max(0, Math.log2(smallest / CELL_SIZE)))
}
