import { MercatorCoordinate } from 'maplibre-gl'
import { groupLooks } from '../../figure/groupColours'
import type { Mark, Target } from '../../figure/marks'
import { findPalette } from '../../figure/palette'
import type { Position } from '../../model/place'
import { COLOURED_FACET } from '../../query/groups'
import type { Slice } from '../../query/slice'
import type { Dataset } from '../../store/dataset'
import { projectedSites } from '../../store/projected'
import type { MapValues } from '../mapHandle'
import { type MarkedPoints, sitePoints, toCollection } from '../namePoints'
import { binMarks } from './binMarks'
import { type Frame, pixels, wholeCells } from './frame'
import { findOrigin } from './origin'
import { buildBins, isDense } from './pointBins'
import type { PointDrawing } from './pointLayer'
import {
  nearestPoint,
  PointRoom,
  type PointsInSight,
  pointGroups,
  pointIndices,
  pointPositions,
} from './pointVertices'

/** How near to a point the pointer must be, px. */
const NEAR = 8
const NO_MARKS: MarkedPoints = { marks: [], points: () => toCollection([]) }

/** How the settlements of a slice are shown when they are very many. */
export interface ManyPoints {
  /** Empty while the points themselves are drawn. */
  readonly bins: readonly Mark[]
  /** The selected report, which stays a mark among points. */
  readonly marked: MarkedPoints
  /** The points themselves; null while they are shown as bins. */
  readonly drawing: PointDrawing | null
}

export interface PointReader {
  /** Finds the points of a slice within a frame: the longer half of reading them, for a task of its own. */
  find(values: MapValues, frame: Frame): void
  read(values: MapValues, frame: Frame): ManyPoints
  /** The drawn point under the pointer; null for none. */
  targetAt(at: Position, zoom: number): Target | null
}

/** Works out bins or points for a slice on a screen; remembers which of the two they were. */
export function createPointReader(): PointReader {
  const room = new PointRoom()
  let found: {
    readonly dataset: Dataset
    readonly slice: Slice
    readonly screen: Frame
    readonly points: PointsInSight
  } | null = null
  let wereBins = false
  let drawn: { readonly dataset: Dataset; readonly points: PointsInSight } | null = null
  let buffers: ReturnType<typeof buffersOf> | null = null

  const pointsOf = ({ dataset, slice }: MapValues, screen: Frame) => {
    if (found?.dataset === dataset && found.slice === slice && found.screen === screen) {
      return found.points
    }
    // What the pointer finds stood in the room that these take.
    drawn = null
    const projected = projectedSites(dataset.sites)
    const points = pointIndices(dataset, slice, projected, wholeCells(screen), room)
    found = { dataset, slice, screen, points }
    return points
  }

  return {
    find(values, screen) {
      pointsOf(values, screen)
    },
    read(values, screen) {
      const frame = wholeCells(screen)
      const { dataset, colouring, theme, hidden } = values
      const projected = projectedSites(dataset.sites)
      const points = pointsOf(values, screen)
      wereBins = isDense(dataset, points, projected, frame, wereBins)
      if (wereBins) {
        drawn = null
        const bins = buildBins(dataset, points, projected, colouring, frame)
        return { bins: binMarks(bins, values), marked: NO_MARKS, drawing: null }
      }
      drawn = hidden.has('settlements') ? null : { dataset, points }
      if (buffers?.dataset !== dataset || buffers.colouring !== colouring) {
        buffers = buffersOf(dataset, colouring, buffers)
      }
      const { positions, groups } = buffers
      const palette = findPalette(theme)
      const colours = groupLooks(dataset.conflict, colouring, theme).map(({ colour }) => colour)
      const { indices, certain } = points
      const origin = findOrigin(dataset.conflict)
      const look = { colours, rim: palette.raised, origin }
      const drawing = { positions, groups, indices, certain, ...look }
      return { bins: [], marked: sitePoints(withSelectedAlone(values)), drawing }
    },
    targetAt([lon, lat], zoom) {
      if (!drawn) return null
      const { dataset, points } = drawn
      const { x, y } = MercatorCoordinate.fromLngLat([lon, lat])
      const within = NEAR / pixels(zoom)
      const point = nearestPoint(dataset, projectedSites(dataset.sites), points, [x, y], within)
      return point === -1 ? null : targetOf(dataset, points, point)
    },
  }
}

function buffersOf(
  dataset: Dataset,
  colouring: MapValues['colouring'],
  before: { readonly dataset: Dataset; readonly positions: Float32Array } | null,
) {
  const positions =
    before?.dataset === dataset
      ? before.positions
      : pointPositions(dataset, projectedSites(dataset.sites), findOrigin(dataset.conflict))
  const groups = pointGroups(dataset, dataset.columns.codes[COLOURED_FACET[colouring]])
  return { dataset, colouring, positions, groups }
}

/** The values with the selected report as their only one, and with none where it is not in the slice. */
function withSelectedAlone(values: MapValues): MapValues {
  const { dataset, slice, selection } = values
  const row = selection?.kind === 'incident' ? dataset.rowOf.get(selection.id) : undefined
  const index = row === undefined ? -1 : slice.rows.indexOf(row)
  const [rows, certain] = [slice.rows, slice.certain].map((all) =>
    index === -1 ? all.subarray(0, 0) : all.subarray(index, index + 1),
  )
  return { ...values, slice: { ...slice, rows, certain } as typeof slice }
}

/** The report at one of the points, or its district where several lie there. */
function targetOf(
  dataset: Dataset,
  { indices, rows }: PointsInSight,
  point: number,
): Target | null {
  const { columns, sites, areaIds } = dataset
  const siteOf = (index: number) => columns.siteIndex[indices[index] ?? 0] ?? -1
  const site = siteOf(point)
  const area = areaIds[sites.area[site] ?? -1]
  if (area === undefined) return null
  const alone = indices.every((_, index) => index === point || siteOf(index) !== site)
  const incident = alone ? dataset.incidents.at(rows[point] ?? -1) : undefined
  return {
    at: [sites.lon[site] ?? 0, sites.lat[site] ?? 0],
    area,
    incident: incident?.id ?? null,
  }
}
