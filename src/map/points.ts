import type { Feature, Point } from 'geojson'
import { MercatorCoordinate } from 'maplibre-gl'
import { GROUPS } from '../data/grouping'
import type { Dataset, Position } from '../types'
import { type Bin, binsOf, type Frame, isDense } from './bins'
import type { MapValues } from './contract'
import { diamondRadius, haloId, imageIdOf } from './markImage'
import { namesOf } from './names'
import { shiftProperties, UNMOVED } from './offsets'
import { paletteOf } from './palette'
import type { PointDrawing } from './pointLayer'
import {
  nearestPoint,
  type PointIndices,
  pointGroups,
  pointIndices,
  pointPositions,
  rowOfPoint,
} from './pointVertices'
import { projectedSpots } from './projected'
import type { Mark, MarkedPoints } from './sources'
import { spotPoints } from './spots'
import { markWords } from './words'

/** With more settlements than this a mark each is too much for the map's own symbols. */
const MOST_MARKS = 300
/** The middle of the map's region, which positions are relative to. */
const ORIGIN_AT: Position = [46.5, 40]
/** How near to a point the pointer must be, px. */
const NEAR = 8
const TILE = 512

/** How the settlements of a slice are shown when they are very many. */
export interface ManyPoints {
  /** Bins, or in points mode the selected report alone: they are drawn as settlement marks are. */
  readonly marked: MarkedPoints
  /** The points themselves; null while they are shown as bins. */
  readonly drawing: PointDrawing | null
}

export function hasManyPoints({ spots }: Dataset): boolean {
  return spots.length > MOST_MARKS
}

export interface PointReader {
  read(values: MapValues, frame: Frame): ManyPoints
  /** The drawn point under the pointer; null for none. */
  markAt(at: Position, zoom: number): Mark | null
}

/** Works out bins or points for a slice on a screen; remembers which of the two they were. */
export function createPointReader(): PointReader {
  let wereBins = false
  let drawn: { readonly dataset: Dataset; readonly indices: PointIndices } | null = null
  let buffers: ReturnType<typeof buffersOf> | null = null

  return {
    read(values, frame) {
      const { dataset, slice, colouring, theme } = values
      const projected = projectedSpots(dataset)
      const { bins, inSight } = binsOf(dataset, slice, projected, colouring, frame)
      wereBins = isDense(inSight, frame, wereBins)
      if (wereBins) {
        drawn = null
        return { marked: binMarks(bins, values), drawing: null }
      }
      if (buffers?.dataset !== dataset || buffers.colouring !== colouring) {
        buffers = buffersOf(dataset, colouring, buffers)
      }
      const indices = pointIndices(dataset, slice)
      drawn = { dataset, indices }
      const palette = paletteOf(theme)
      const { positions, groups, origin } = buffers
      const colours = GROUPS[colouring].map(({ id }) => palette.groups[id])
      const drawing = { positions, origin, groups, colours, rim: palette.raised, ...indices }
      return { marked: spotPoints(withSelectedAlone(values)), drawing }
    },
    markAt([lon, lat], zoom) {
      if (!drawn) return null
      const { dataset, indices } = drawn
      const { x, y } = MercatorCoordinate.fromLngLat([lon, lat])
      const within = NEAR / (TILE * 2 ** zoom)
      const point = nearestPoint(dataset, projectedSpots(dataset), indices, [x, y], within)
      return point === -1 ? null : markOf(dataset, indices, point)
    },
  }
}

function buffersOf(
  dataset: Dataset,
  colouring: MapValues['colouring'],
  before: { readonly dataset: Dataset; readonly positions: Float32Array } | null,
) {
  const { x, y } = MercatorCoordinate.fromLngLat([...ORIGIN_AT])
  const origin = [x, y] as const
  const positions =
    before?.dataset === dataset
      ? before.positions
      : pointPositions(dataset, projectedSpots(dataset), origin)
  const groups = pointGroups(dataset, dataset.columns[colouring])
  return { dataset, colouring, origin, positions, groups }
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

/** The report at a point, or its district where several lie there. */
function markOf(dataset: Dataset, { indices }: PointIndices, point: number): Mark | null {
  const { columns, spots, areaIds } = dataset
  const spot = columns.spotIndex[point] ?? -1
  const area = areaIds[spots.area[spot] ?? -1]
  if (area === undefined) return null
  const alone = indices.every((at) => at === point || columns.spotIndex[at] !== spot)
  const incident = alone ? dataset.incidents.at(rowOfPoint(dataset, point)) : undefined
  return {
    id: `point:${point}`,
    at: [spots.lon[spot] ?? 0, spots.lat[spot] ?? 0],
    shifts: UNMOVED,
    area,
    incident: incident?.id ?? null,
    label: '',
    order: '',
    radius: NEAR,
  }
}

/** Bins as marks: a diamond with the number of reports, which opens by zooming in. */
function binMarks(
  bins: readonly Bin[],
  { dataset, colouring, lang, theme }: MapValues,
): MarkedPoints {
  const marks: Mark[] = []
  const features: Feature<Point>[] = []
  for (const { id, groups, count, x, y, spot } of bins) {
    const area = dataset.areaIds[dataset.spots.area[spot] ?? -1]
    if (area === undefined) continue
    const { lng, lat } = new MercatorCoordinate(x, y).toLngLat()
    const total = count.certain + count.possible
    const text = total === 1 ? '' : compact(count.certain, total)
    const radius = diamondRadius(text)
    const district = dataset.areas.get(area)
    const near = district ? namesOf(district, lang, '').lead : area
    marks.push({
      id,
      at: [lng, lat],
      shifts: UNMOVED,
      area,
      incident: null,
      zoomsIn: true,
      label: `Around here, ${near}: ${markWords(count, groups, colouring)}. Zoom in`,
      order: `${district?.name ?? area}, ${id}`,
      radius,
    })
    const icon = imageIdOf({ shape: 'diamond', theme, colouring, ...groups, radius, text })
    features.push({
      type: 'Feature',
      properties: {
        id,
        name: '',
        icon,
        halo: haloId('diamond', theme, radius),
        ...shiftProperties(UNMOVED),
        radius,
        sort: -total,
      },
      geometry: { type: 'Point', coordinates: [lng, lat] },
    })
  }
  return { marks, points: { type: 'FeatureCollection', features } }
}

/** `940`, `1.2k`, `12k`; where only some are certain, from those to all: `0.9k–1.2k`. */
function compact(certain: number, total: number): string {
  const short = (count: number) =>
    count < 1000 ? String(count) : `${Number((count / 1000).toPrecision(2))}k`
  return certain === total ? short(total) : `${short(certain)}–${short(total)}`
}
