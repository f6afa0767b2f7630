import type { Feature, FeatureCollection, Position as GeoPosition } from 'geojson'
import type { Map as MapLibre, PaddingOptions } from 'maplibre-gl'
import type { Viewport } from '../figure/visibleMarks'
import type { Conflict } from '../model/conflict'
import type { AreaId } from '../model/ids'
import type { Position } from '../model/place'
import type { View } from '../model/view'

/** West, south, east, north in degrees. */
export type Box = [west: number, south: number, east: number, north: number]

export const MIN_ZOOM = 5
export const MAX_ZOOM = 14
/** Free room round what is fitted: a part of the smaller side, px. */
const ROOM = { part: 0.08, least: 16, most: 56 }
/** A map this wide starts with its legend open, and this much of its right side covered, px. */
const LEGEND = { from: 800, width: 244 }
const FIT_MS = 500
const REVEAL_MS = 300
/** Zoom levels from a mark of many reports to what it is made of. */
const STEP_IN = 1.5
/** A mark nearer to the edge than this is moved into view when it gets the focus, px. */
const MARGIN = 32

/** The box round the districts that pass; null when none does. */
export function findBox(
  { features }: FeatureCollection,
  passes: (feature: Feature) => boolean,
): Box | null {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity]
  for (const feature of features) if (passes(feature)) extend(box, feature)
  return box[0] <= box[2] ? box : null
}

function extend(box: Box, { geometry }: Feature): void {
  const rings =
    geometry?.type === 'Polygon'
      ? geometry.coordinates
      : geometry?.type === 'MultiPolygon'
        ? geometry.coordinates.flat()
        : []
  for (const ring of rings) for (const position of ring) extendTo(box, position)
}

function extendTo(box: Box, [lon = NaN, lat = NaN]: GeoPosition): void {
  box[0] = Math.min(box[0], lon)
  box[1] = Math.min(box[1], lat)
  box[2] = Math.max(box[2], lon)
  box[3] = Math.max(box[3], lat)
}

/** The focus districts, or where they are when they could not be loaded. */
export function focusBox(districts: FeatureCollection, { focusBox: known }: Conflict): Box {
  return findBox(districts, ({ properties }) => properties?.focus === true) ?? [...known]
}

/** Every district with a report on file; the focus districts while there is none. */
export function onFileBox(
  districts: FeatureCollection,
  onFile: ReadonlySet<AreaId>,
  conflict: Conflict,
): Box {
  const box = findBox(districts, ({ properties }) => onFile.has(properties?.id))
  return box ?? focusBox(districts, conflict)
}

/** Free room round a fitted box in a map of that size, px; more on the right where the legend lies open. */
export function roomOf(width: number, height: number): PaddingOptions {
  const part = Math.min(width, height) * ROOM.part
  const room = Math.round(Math.min(ROOM.most, Math.max(ROOM.least, part)))
  const right = width >= LEGEND.from ? LEGEND.width : room
  return { top: room, right, bottom: room, left: room }
}

function fitBox(map: MapLibre, box: Box, still: boolean, mark: FitMark): void {
  const { clientWidth, clientHeight } = map.getContainer()
  const padding = roomOf(clientWidth, clientHeight)
  map.fitBounds(box, { padding, duration: still ? 0 : FIT_MS }, mark)
}

/** Travels with the events of a fit, to tell it from other moves. */
interface FitMark {
  readonly fit: 'asked' | 'resized'
}

export interface Camera {
  fit(target: FitTarget): void
  /** Brings a place nearer, so that what lay under one mark comes apart. */
  closer(at: Position): void
  /** Moves the map if a place is outside of it or at its edge. */
  reveal(at: Position): void
  remove(): void
}

export type FitTarget = 'focus' | 'all'

/**
 * Follows the camera. What was fitted stays fitted while the container changes size, until something else
 * moves the map. `onView` hears where the camera comes to rest, but for the first view and such refits.
 */
export function followCamera(
  map: MapLibre,
  start: FitTarget | null,
  boxFor: (target: FitTarget) => Box,
  still: () => boolean,
  onView: (view: View) => void,
): Camera {
  let fitted = start
  let last = viewOf(map)
  const subscriptions = [
    map.on('resize', () => {
      if (fitted) fitBox(map, boxFor(fitted), true, { fit: 'resized' })
    }),
    map.on('moveend', (event) => {
      const view = viewOf(map)
      if (view.zoom === last.zoom && view.lat === last.lat && view.lon === last.lon) return
      last = view
      const fit = 'fit' in event ? event.fit : null
      if (fit === 'resized') return
      if (fit === null) fitted = null
      onView(view)
    }),
  ]
  return {
    fit(target) {
      fitted = target
      fitBox(map, boxFor(target), still(), { fit: 'asked' })
    },
    closer(at) {
      const zoom = Math.min(MAX_ZOOM, map.getZoom() + STEP_IN)
      map.easeTo({ center: [...at], zoom, duration: still() ? 0 : FIT_MS })
    },
    reveal(at) {
      const { x, y } = map.project([...at])
      const { clientWidth, clientHeight } = map.getContainer()
      const isSeen = Math.min(x, y, clientWidth - x, clientHeight - y) >= MARGIN
      if (!isSeen) map.easeTo({ center: [...at], duration: still() ? 0 : REVEAL_MS })
    },
    remove() {
      for (const subscription of subscriptions) subscription.unsubscribe()
    },
  }
}

/** What is visible, for what is drawn over the map. */
export function viewportOf(map: MapLibre): Viewport {
  const { clientWidth: width, clientHeight: height } = map.getContainer()
  return { zoom: map.getZoom(), width, height, project: (at) => map.project([...at]) }
}

/** Where the camera is. */
export function viewOf(map: MapLibre): View {
  const { lng, lat } = map.getCenter()
  return { zoom: map.getZoom(), lat, lon: lng }
}
