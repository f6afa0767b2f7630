import type { Map as MapLibre } from 'maplibre-gl'
import type { Box } from '../model/conflict'
import { CELL_SIZE } from '../query/countCells'

/** What cells are counted for: a part of the world, and the zoom level of the grid. */
export interface CellFrame {
  readonly box: Box
  readonly level: number
}

/** On each side, as a share of the screen: the map can be moved so far before cells are counted. */
const MARGIN = 0.2
/** A large screen has larger cells: more on it would be too many marks. */
const MAX_CELLS = 300

/** What the map shows, with a margin. */
export function findFrame(map: MapLibre): CellFrame {
  const [west, south, east, north] = visibleBox(map)
  const [wide, high] = [(east - west) * MARGIN, (north - south) * MARGIN]
  return { box: [west - wide, south - high, east + wide, north + high], level: levelOf(map) }
}

/** Whether the map shows ground outside a frame, or needs cells of another size. */
export function hasLeft(map: MapLibre, { box, level }: CellFrame): boolean {
  const [west, south, east, north] = visibleBox(map)
  return (
    west < box[0] || south < box[1] || east > box[2] || north > box[3] || levelOf(map) !== level
  )
}

function visibleBox(map: MapLibre): Box {
  const bounds = map.getBounds()
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]
}

function levelOf(map: MapLibre): number {
  const { clientWidth, clientHeight } = map.getContainer()
  const smallest = Math.sqrt((clientWidth * clientHeight) / MAX_CELLS)
  return Math.floor(map.getZoom() - Math.max(0, Math.log2(smallest / CELL_SIZE)))
}
