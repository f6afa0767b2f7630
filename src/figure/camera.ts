import { mercatorX, mercatorY } from '../geo/mercator'
import type { Box } from '../model/conflict'
import type { Position } from '../model/place'

/** A view of the map in Web Mercator, as MapLibre has it: tiles of 512 px, north up. */
export interface Camera {
  readonly center: Position
  readonly zoom: number
  /** px. */
  readonly width: number
  readonly height: number
}

/** px, x to the right and y down. */
export type Pixel = readonly [x: number, y: number]

/** Free room on each side, px. */
export interface Padding {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

/** The zooms between which the map of a dataset can be moved. */
export const MIN_ZOOM = 5
export const MAX_ZOOM = 14

/** Where the map can be moved. */
export interface Limit {
  readonly box: Box
  readonly minZoom: number
}

/** All of the world, round and round, up to where Web Mercator ends. */
export const WORLD_LIMIT: Limit = { box: [-Infinity, -85.05, Infinity, 85.05], minZoom: 0 }
/** Zoom levels from a mark of many reports to what it is made of. */
export const STEP_IN = 1.5

/** Of the sphere of Web Mercator (EPSG:3857), metres. */
const EQUATOR = 2 * Math.PI * 6_378_137
/** The world at zoom 0, px. */
const WORLD = 512

/** Distance from the north-west corner of the world at a zoom, px. */
export function projectAt(zoom: number, [lon, lat]: Position): Pixel {
  const size = WORLD * 2 ** zoom
  return [mercatorX(lon) * size, mercatorY(lat) * size]
}

function unprojectAt(zoom: number, [x, y]: Pixel): Position {
  const size = WORLD * 2 ** zoom
  const north = (1 - (2 * y) / size) * Math.PI
  return [(x / size - 0.5) * 360, (Math.atan(Math.exp(north)) * 360) / Math.PI - 90]
}

/**
 * Where positions are in the view, px from its top left corner: so many turns east round the world,
 * or where they are nearest to the middle.
 */
export function createProjection({ center, zoom, width, height }: Camera, turn?: number) {
  const [centerX, centerY] = projectAt(zoom, center)
  const world = WORLD * 2 ** zoom
  return (position: Position): Pixel => {
    const [x, y] = projectAt(zoom, position)
    const turns = turn ?? Math.round((centerX - x) / world)
    return [x + turns * world - centerX + width / 2, y - centerY + height / 2]
  }
}

/** The longitude nearest to another that means the same place, degrees. */
export function nearestLon(lon: number, to: number): number {
  return lon + 360 * Math.round((to - lon) / 360)
}

/** Where one position is in the view, px from its top left corner. */
export function project(camera: Camera, position: Position): Pixel {
  return createProjection(camera)(position)
}

/** The position at a point of the view, px from its top left corner. */
export function unproject({ center, zoom, width, height }: Camera, [x, y]: Pixel): Position {
  const [centerX, centerY] = projectAt(zoom, center)
  return unprojectAt(zoom, [x + centerX - width / 2, y + centerY - height / 2])
}

/**
 * The closest camera that shows a whole box with free room around it. The east of a box across 180
 * degrees is greater than that.
 */
export function fitBounds(
  [west, south, east, north]: Box,
  { width, height }: Pick<Camera, 'width' | 'height'>,
  padding: Padding,
  maxZoom: number,
): Camera {
  const [left, top] = projectAt(0, [west, north])
  const [right, bottom] = projectAt(0, [east, south])
  const scale = Math.min(
    Math.max(1, width - padding.left - padding.right) / (right - left),
    Math.max(1, height - padding.top - padding.bottom) / (bottom - top),
  )
  const zoom = Math.min(Math.log2(scale), maxZoom)
  const middle: Pixel = [
    (left + right) / 2 + (padding.right - padding.left) / 2 / 2 ** zoom,
    (top + bottom) / 2 + (padding.bottom - padding.top) / 2 / 2 ** zoom,
  ]
  const [lon, lat] = unprojectAt(0, middle)
  return { center: [nearestLon(lon, 0), lat], zoom, width, height }
}

/** Moves a camera as little as it takes to show nothing outside a limit, nearer if it has to. */
export function constrain(camera: Camera, { box, minZoom }: Limit): Camera {
  const [west, south, east, north] = box
  const { width, height } = camera
  const [left, top] = projectAt(0, [west, north])
  const [right, bottom] = projectAt(0, [east, south])
  const least = Math.log2(Math.max(width / (right - left), height / (bottom - top)))
  const zoom = Math.max(minZoom, least, Math.min(MAX_ZOOM, camera.zoom))
  const [x, y] = projectAt(0, camera.center)
  const half = [width / 2 / 2 ** zoom, height / 2 / 2 ** zoom] as const
  const center = unprojectAt(0, [
    Math.max(left + half[0], Math.min(right - half[0], x)),
    Math.max(top + half[1], Math.min(bottom - half[1], y)),
  ])
  return { center, zoom, width, height }
}

/** What the view shows, and `margin` px beyond each edge. */
export function boundsOf(camera: Camera, margin = 0): Box {
  const [west, north] = unproject(camera, [-margin, -margin])
  const [east, south] = unproject(camera, [camera.width + margin, camera.height + margin])
  return [west, south, east, north]
}

/** How much of the ground a px in the middle of the view is, metres. */
export function metresPerPixel({ center: [, lat], zoom }: Camera): number {
  return (EQUATOR * Math.cos((lat * Math.PI) / 180)) / (WORLD * 2 ** zoom)
}
