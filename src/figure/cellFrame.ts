import type { Box } from '../model/conflict'
import { CELL_SIZE } from '../query/countCells'
import { boundsOf, type Camera } from './camera'

/** What marks are laid out for: of very many sites, a part of the world and the zoom of the grid. */
export interface CellFrame {
  /** Null for the world. */
  readonly box: Box | null
  /** The lowest zoom. */
  readonly level: number
}

/** On each side, as a share of the screen: the map can be moved so far before cells are counted. */
const MARGIN = 0.2
/** A large screen has larger cells: more on it would be too many marks. */
const MAX_CELLS = 300

/** Of few sites: marks are laid out again so often per zoom level. */
const STEPS = 2

/** What a camera shows, with a margin. `isMany`: of a dataset with very many sites. */
export function findFrame(camera: Camera, isMany: boolean): CellFrame {
  if (!isMany) return { box: null, level: stepOf(camera) }
  const [west, south, east, north] = boundsOf(camera)
  const [wide, high] = [(east - west) * MARGIN, (north - south) * MARGIN]
  return { box: [west - wide, south - high, east + wide, north + high], level: levelOf(camera) }
}

/** Whether a camera shows ground outside a frame, or needs cells of another size. */
export function hasLeft(camera: Camera, { box, level }: CellFrame): boolean {
  if (!box) return stepOf(camera) !== level
  const [west, south, east, north] = boundsOf(camera)
  const isInside = west >= box[0] && south >= box[1] && east <= box[2] && north <= box[3]
  return !isInside || levelOf(camera) !== level
}

function stepOf({ zoom }: Camera): number {
  return Math.floor(zoom * STEPS) / STEPS
}

function levelOf({ zoom, width, height }: Camera): number {
  const smallest = Math.sqrt((width * height) / MAX_CELLS)
  return Math.floor(zoom - Math.max(0, Math.log2(smallest / CELL_SIZE)))
}
