import { bbox, bboxClip } from '@turf/turf'
import type { Feature, FeatureCollection, Geometry as GeoGeometry, Position } from 'geojson'
import type { Box } from '../../model/conflict'
import { GROUND, type GroundId } from '../../model/ground'
import type { AreaId } from '../../model/ids'
import { boundsOf, type Camera, createProjection, projectAt } from '../camera'
import type { DistrictLooks, Figure, Geography } from '../figure'
import type { ShapePath } from '../markShape'
import type { Palette } from '../palette'
import {
  ACTIVE_WIDTH,
  GROUND_LAYERS,
  type GroundLayer,
  hiddenLayers,
  SEA,
  shadeOf,
  valueAt,
} from './groundStyle'
import { HATCHES, type Hatch, type HatchId } from './hatch'

/** A part of the ground: joined round. */
export interface GroundPath extends ShapePath {
  /** Lengths of dashes and gaps, px. */
  readonly dash?: readonly number[]
  /** In place of a fill. */
  readonly hatch?: HatchId
  /** The district that it is a fill of. */
  readonly area?: AreaId
}

/**
 * A hatch as it is at a camera: its tile starts at `at`, px, and is drawn `scale` times as large.
 */
export interface PlacedHatch extends Hatch {
  readonly id: HatchId
  readonly at: readonly [x: number, y: number]
  readonly scale: number
}

export interface DrawnGround {
  readonly paths: readonly GroundPath[]
  readonly hatches: readonly PlacedHatch[]
  /** There were too many outlines of districts in view to draw them. */
  readonly isBare: boolean
}

/** Districts in view that are drawn with their outlines; past that the ground is bare. */
export const MAX_OUTLINES = 2000
/** Beyond the edges of the view, px: where outlines are cut. */
const MARGIN = 8
/** Vertices are rounded to that part of a px. */
const GRID = 2

/** An outline in view, as SVG path data. */
interface Outline {
  readonly properties: Feature['properties']
  readonly d: string
}

/** The outlines at a camera, which do not depend on the slice. */
export interface Outlines {
  readonly camera: Camera
  readonly districts: readonly Outline[]
  readonly ground: Readonly<Partial<Record<GroundId, readonly Outline[]>>>
}

/** Projects a geography and cuts it at the edges of the view. */
export function outlineGround({ ground, districts }: Geography, camera: Camera): Outlines {
  const outlines = GROUND.map((part) => [part, findOutlines(ground[part], camera)])
  return {
    camera,
    districts: findOutlines(districts, camera),
    ground: Object.fromEntries(outlines),
  }
}

/**
 * Draws all that lies beneath names and marks, from the bottom to the top, on a background of
 * `palette.outside`.
 */
export function drawGround(
  { camera, districts, ground }: Outlines,
  { districts: looks, hidden }: Pick<Figure, 'districts' | 'hidden'>,
  palette: Palette,
): DrawnGround {
  const isBare = districts.length > MAX_OUTLINES
  const outlines = isBare ? [] : districts
  const off = hiddenLayers(hidden)
  const drawLayer = (layer: GroundLayer): GroundPath[] => {
    if (off.has(layer.id)) return []
    const own = layer.part === 'districts' ? outlines : (ground[layer.part] ?? [])
    const passing = layer.isFocus ? own.filter(({ properties }) => properties?.focus === true) : own
    const d = passing.map((outline) => outline.d).join('')
    return d === '' ? [] : [{ d, ...paint(layer, palette, camera.zoom) }]
  }
  const shading = outlines.flatMap(({ d, properties }): GroundPath[] => {
    const state = looks.states.get(properties?.id)
    const shade = shadeOf(palette, hidden.has('shading') ? 0 : (state?.class ?? 0))
    const hatched = (['silent', 'approximate'] as const).filter((id) => state?.[id] && !off.has(id))
    const area = properties?.id as AreaId
    return [{ d, area, fill: shade }, ...hatched.map((hatch) => ({ d, area, hatch }))]
  })
  const paths: GroundPath[] = [
    ...drawLayer(SEA),
    ...shading,
    ...GROUND_LAYERS.flatMap(drawLayer),
    ...drawActive(outlines, palette, looks),
  ]
  const used = new Set(paths.map(({ hatch }) => hatch))
  const ids = (Object.keys(HATCHES) as HatchId[]).filter((id) => used.has(id))
  return { paths, hatches: ids.map((id) => placeHatch(id, camera)), isBare }
}

function paint(layer: GroundLayer, palette: Palette, zoom: number): Omit<GroundPath, 'd'> {
  const colour = palette[layer.colour]
  if (!layer.width) return { fill: colour }
  const strokeWidth = valueAt(layer.width, zoom)
  if (!layer.dash) return { stroke: colour, strokeWidth }
  // MapLibre lays dashes out for the whole level of zoom.
  const unit = valueAt(layer.width, Math.floor(zoom))
  return { stroke: colour, strokeWidth, dash: layer.dash.map((length) => length * unit) }
}

function drawActive(
  outlines: readonly Outline[],
  { ink }: Palette,
  { selected, hovered }: DistrictLooks,
): GroundPath[] {
  return outlines.flatMap(({ d, properties }): GroundPath[] => {
    const id = properties?.id
    const state = selected.has(id) ? 'selected' : id === hovered ? 'hovered' : null
    return state ? [{ d, stroke: ink, strokeWidth: ACTIVE_WIDTH[state] }] : []
  })
}

/**
 * As MapLibre places its patterns: from the corner of the world on, and as large as at the whole
 * level of zoom.
 */
function placeHatch(id: HatchId, camera: Camera): PlacedHatch {
  const scale = 2 ** (camera.zoom - Math.floor(camera.zoom))
  const step = HATCHES[id].side * scale
  const [x, y] = projectAt(camera.zoom, camera.center)
  const at = [camera.width / 2 - (x % step), camera.height / 2 - (y % step)] as const
  return { ...HATCHES[id], id, at, scale }
}

function findOutlines(collection: FeatureCollection | undefined, camera: Camera): Outline[] {
  const copies = listCopies(camera)
  return (collection?.features ?? []).flatMap(({ geometry, properties }) => {
    const d = copies.map(({ view, project }) => drawGeometry(geometry, view, project)).join('')
    return d === '' ? [] : [{ properties, d }]
  })
}

/** The copies of the world in view, side by side, each with its part in view, in degrees. */
function listCopies(camera: Camera): { readonly view: Box; readonly project: Projection }[] {
  const [west, south, east, north] = boundsOf(camera, MARGIN)
  const [first, last] = [Math.floor((west + 180) / 360), Math.floor((east + 180) / 360)]
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const turn = first + index
    const view: Box = [west - 360 * turn, south, east - 360 * turn, north]
    return { view, project: createProjection(camera, turn) }
  })
}

function drawGeometry(geometry: GeoGeometry | null, view: Box, project: Projection): string {
  if (!geometry || !isOutline(geometry)) return ''
  const [west, south, east, north] = bbox(geometry)
  if (west > view[2] || east < view[0] || south > view[3] || north < view[1]) return ''
  const isInside = west >= view[0] && east <= view[2] && south >= view[1] && north <= view[3]
  const { type, coordinates } = isInside ? geometry : bboxClip(geometry, [...view]).geometry
  switch (type) {
    case 'LineString':
      return drawLine(coordinates, project)
    case 'MultiLineString':
      return coordinates.map((line) => drawLine(line, project)).join('')
    case 'Polygon':
      return drawRings(coordinates, project)
    case 'MultiPolygon':
      return drawRings(coordinates.flat(), project)
  }
}

type Projection = ReturnType<typeof createProjection>

type OutlineGeometry = Extract<
  GeoGeometry,
  { type: 'LineString' | 'MultiLineString' | 'Polygon' | 'MultiPolygon' }
>

function isOutline(geometry: GeoGeometry): geometry is OutlineGeometry {
  return /^(Multi)?(LineString|Polygon)$/.test(geometry.type)
}

function drawRings(rings: readonly Position[][], project: Projection): string {
  return rings.map((ring) => `${drawLine(ring, project)}Z`.replace(/^Z$/, '')).join('')
}

/**
 * Rounds vertices, which is the same for both neighbours of a border, and leaves out those that
 * fall together.
 */
function drawLine(positions: readonly Position[], project: Projection): string {
  const points: string[] = []
  for (const [lon = 0, lat = 0] of positions) {
    const [x, y] = project([lon, lat])
    const point = `${Math.round(x * GRID) / GRID} ${Math.round(y * GRID) / GRID}`
    if (point !== points.at(-1)) points.push(point)
  }
  return points.length < 2 ? '' : `M${points.join(' ')}`
}
