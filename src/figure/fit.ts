import type { Feature, FeatureCollection } from 'geojson'
import { boxAround, partBounds } from '../geo/boxAround'
import { type Bounds, boundsAround } from '../geo/edges'
import type { Box } from '../model/conflict'
import type { AreaId } from '../model/ids'
import { eventsOf } from '../query/counts'
import { hasSiteIn } from '../query/rowsAtPlace'
import type { Slice } from '../query/slice'
import type { Dataset } from '../store/dataset'
import { boundsOf, type Camera, fitBounds, MAX_ZOOM, nearestLon, type Padding } from './camera'
import { grow, overlap, type Rectangle } from './names/rectangle'
import { findReach } from './reach'

/** Free room round what is fitted: a part of the smaller side, px. */
const ROOM = { part: 0.08, least: 16, most: 56 }
/** Between what is fitted and what lies over the map, px. */
const CLEAR = 8
/** What scale and credits take at the bottom of a map this high, px. */
const FOOT = { from: 240, height: 36 }

/** While reports are at points, what is fitted has this much round them, degrees. */
const AROUND = 1
/** Farther north and south the map does not go, degrees. */
const HIGHEST = 84
/** What is fitted of the world where no report has a point. */
const WORLD: Box = [-170, -56, 170, 74]

/** The box round the districts that pass; null when none does. */
export function findBox(
  { features }: FeatureCollection,
  passes: (feature: Feature) => boolean,
): Box | null {
  return boxAround(features.filter(passes).flatMap(partBounds))
}

/**
 * The box round every report in the slice, so that the map shows all that is counted: districts,
 * and points that are in none of them. While there is none: the focus districts, or where they are
 * when they could not be loaded; of a file of another part of the world, all of its points, else its
 * countries as the world's labels have them.
 */
export function reportsBox(
  districts: FeatureCollection,
  dataset: Dataset,
  { areas, rows }: { readonly areas: ReadonlyMap<AreaId, unknown>; readonly rows: Slice['rows'] },
  labels?: FeatureCollection,
): Box {
  const drawn = new Set(districts.features.map(({ properties }) => properties?.id))
  const counted = districts.features.filter(({ properties }) => areas.has(properties?.id))
  const { focusBox } = dataset.conflict
  const allRows = { length: dataset.columns.length, at: (index: number) => index }
  const { isElsewhere } = findReach(dataset, null)
  const far = isElsewhere ? (dataset.whole?.bounds ?? null) : null
  return (
    boxAround([...counted.flatMap(partBounds), ...pointBounds(dataset, rows, drawn)]) ??
    far ??
    findBox(districts, ({ properties }) => properties?.focus === true) ??
    boxAround(pointBounds(dataset, allRows, drawn)) ??
    (isElsewhere ? (boxAround(countryBounds(dataset, labels)) ?? WORLD) : focusBox)
  )
}

function countryBounds({ countries }: Dataset, labels?: FeatureCollection): Bounds[] {
  return (labels?.features ?? []).flatMap(({ properties }) =>
    properties?.box && countries?.includes(properties.iso) ? [properties.box] : [],
  )
}

/** Bounds round the points of some rows that are in no drawn district, one a degree of longitude. */
function pointBounds(
  { columns: { siteOffset, siteIndex }, sites, areaIds }: Dataset,
  rows: { readonly length: number; at(index: number): number | undefined },
  drawn: ReadonlySet<AreaId>,
): Bounds[] {
  const isDrawn = areaIds.map((id) => drawn.has(id))
  const isDone = new Uint8Array(sites.length)
  const byDegree = new Map<number, Bounds>()
  for (let index = 0; index < rows.length; index++) {
    const row = rows.at(index) ?? 0
    const end = siteOffset[row + 1] ?? 0
    for (let at = siteOffset[row] ?? 0; at < end; at++) {
      const site = siteIndex[at] ?? 0
      if (isDone[site] === 1 || isDrawn[sites.area[site] ?? -1]) continue
      isDone[site] = 1
      const lon = sites.lon[site] ?? 0
      const lat = Math.max(-HIGHEST, Math.min(HIGHEST, sites.lat[site] ?? 0))
      const near: Bounds = [lon - AROUND, lat - AROUND, lon + AROUND, lat + AROUND]
      const key = Math.floor(lon)
      byDegree.set(key, boundsAround([near, byDegree.get(key) ?? near]))
    }
  }
  return [...byDegree.values()]
}

/**
 * How many reports of a slice are on the map, but with no place of theirs in the camera's view: a
 * settlement or, where none is named, the label point of a district.
 */
export function countOutOfView(
  dataset: Dataset,
  { rows }: Pick<Slice, 'rows'>,
  camera: Camera,
): number {
  const { columns, sites, areas, areaIds } = dataset
  const [west, south, east, north] = boundsOf(camera)
  const isInside = (lon: number, lat: number) => {
    const x = nearestLon(lon, camera.center[0])
    return x >= west && x <= east && lat >= south && lat <= north
  }
  const labels = areaIds.map((id) => areas.get(id)?.label ?? null)
  const isLabelInside = labels.map((label) => label !== null && isInside(...label))
  const { siteOffset, siteIndex, areaOffset, areaIndex } = columns
  let count = 0
  for (const row of rows) {
    let isDrawn = false
    let isVisible = false
    for (let at = siteOffset[row] ?? 0; at < (siteOffset[row + 1] ?? 0) && !isVisible; at++) {
      const site = siteIndex[at] ?? 0
      isDrawn = true
      isVisible = isInside(sites.lon[site] ?? 0, sites.lat[site] ?? 0)
    }
    for (let at = areaOffset[row] ?? 0; at < (areaOffset[row + 1] ?? 0) && !isVisible; at++) {
      const area = areaIndex[at] ?? 0
      isDrawn ||= labels[area] !== null
      const mayBeThere = dataset.unread?.[row] === 1 || !hasSiteIn(dataset, row, area)
      isVisible = isLabelInside[area] === true && mayBeThere
    }
    if (isDrawn && !isVisible) count += eventsOf(columns, row)
  }
  return count
}

/** The closest camera that shows a whole box, clear of what covers parts of the map. */
export function fitCamera(
  box: Box,
  size: Pick<Camera, 'width' | 'height'>,
  covered: readonly Rectangle[] = [],
): Camera {
  return listRooms(roomOf(size), size, covered)
    .map((room) => fitBounds(box, size, room, MAX_ZOOM))
    .reduce((best, next) => (next.zoom > best.zoom ? next : best))
}

/** Free room that a fitted box has at least, px. */
function roomOf({ width, height }: Pick<Camera, 'width' | 'height'>): Padding {
  const part = Math.min(width, height) * ROOM.part
  const room = Math.round(Math.min(ROOM.most, Math.max(ROOM.least, part)))
  const bottom = height >= FOOT.from ? Math.max(room, FOOT.height) : room
  return { top: room, right: room, bottom, left: room }
}

/** Every way to leave what is covered outside, each part of it on one of the four sides. */
function listRooms(
  room: Padding,
  size: Pick<Camera, 'width' | 'height'>,
  [first, ...others]: readonly Rectangle[],
): Padding[] {
  if (!first) return [room]
  const { left, top } = room
  const free = { left, top, right: size.width - room.right, bottom: size.height - room.bottom }
  const taken = grow(first, CLEAR)
  if (!overlap(free, taken)) return listRooms(room, size, others)
  const rooms: Padding[] = [
    { ...room, left: taken.right },
    { ...room, top: taken.bottom },
    { ...room, right: size.width - taken.left },
    { ...room, bottom: size.height - taken.top },
  ]
  return rooms.flatMap((each) => listRooms(each, size, others))
}
