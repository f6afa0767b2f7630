import type { Map as MapLibre } from 'maplibre-gl'
import { type Camera, MAX_ZOOM, nearestLon, STEP_IN } from '../figure/camera'
import { fitCamera } from '../figure/fit'
import type { Viewport } from '../figure/visibleMarks'
import type { Box } from '../model/conflict'
import type { Position } from '../model/place'
import type { View } from '../model/view'
import type { Covered } from './mapHandle'

const FIT_MS = 500
const CARD_MS = 300

/** Travels with the events of a fit, to tell it from other moves. */
interface FitMark {
  readonly fit: 'asked' | 'resized' | 'card'
}

export interface CameraHandle {
  /** Shows all of the box that there is now. */
  fit(): void
  /** The same at once, if the map still shows what was fitted. */
  refit(): void
  /** Moves to a view at once; null: to the box, which stays fitted. */
  look(view: View | null, box: Box): void
  /** Brings a place nearer, so that what lay under one mark comes apart. */
  closer(at: Position): void
  /** Moves to where the card leaves room. */
  show(camera: Camera): void
  remove(): void
}

/**
 * Follows the camera. What was fitted stays fitted while the container changes size, until
 * something else moves the map. `onView` hears where the camera comes to rest, null for what was
 * fitted, but for the first view, such refits, and moves that make room for the card.
 */
export function followCamera(
  map: MapLibre,
  start: { readonly view: View | null; readonly fitted: Box },
  box: () => Box,
  covered: Covered,
  still: () => boolean,
  onView: (view: View | null) => void,
): CameraHandle {
  let fitted = start.view ? null : start.fitted
  let last = viewOf(map)
  const fitBox = (box: Box, isStill: boolean, mark: FitMark) => {
    const { center, zoom } = fitCamera(box, cameraOf(map), covered('tools'))
    map.flyTo({ center: [...center], zoom, duration: isStill ? 0 : FIT_MS }, mark)
  }
  const subscriptions = [
    map.on('resize', () => {
      if (fitted) fitBox(fitted, true, { fit: 'resized' })
    }),
    map.on('moveend', (event) => {
      const view = viewOf(map)
      if (view.zoom === last.zoom && view.lat === last.lat && view.lon === last.lon) return
      last = view
      const fit = 'fit' in event ? event.fit : null
      if (fit === 'resized' || fit === 'card') return
      if (fit === null) fitted = null
      onView(fit === 'asked' ? null : view)
    }),
  ]
  return {
    fit() {
      fitted = box()
      fitBox(fitted, still(), { fit: 'asked' })
    },
    refit() {
      if (!fitted) return
      fitted = box()
      fitBox(fitted, true, { fit: 'resized' })
    },
    look(view, box) {
      if (view) {
        map.jumpTo({ center: [view.lon, view.lat], zoom: view.zoom })
        return
      }
      fitted = box
      fitBox(fitted, true, { fit: 'resized' })
    },
    closer(at) {
      const zoom = Math.min(MAX_ZOOM, map.getZoom() + STEP_IN)
      map.easeTo({ center: [...at], zoom, duration: still() ? 0 : FIT_MS })
    },
    show({ center, zoom }) {
      const mark: FitMark = { fit: 'card' }
      map.easeTo({ center: [...center], zoom, duration: still() ? 0 : CARD_MS }, mark)
    },
    remove() {
      for (const subscription of subscriptions) subscription.unsubscribe()
    },
  }
}

/** What is visible, for what is drawn over the map. */
export function viewportOf(map: MapLibre): Viewport {
  const { clientWidth: width, clientHeight: height } = map.getContainer()
  const { lng } = map.getCenter()
  const project = ([lon, lat]: Position) => map.project([nearestLon(lon, lng), lat])
  return { zoom: map.getZoom(), width, height, project }
}

/** The same for the figure, which needs no map. */
export function cameraOf(map: MapLibre): Camera {
  const { lng, lat } = map.getCenter()
  const { clientWidth: width, clientHeight: height } = map.getContainer()
  return { center: [lng, lat], zoom: map.getZoom(), width, height }
}

/** Where the camera is. */
export function viewOf(map: MapLibre): View {
  const { lng, lat } = map.getCenter()
  return { zoom: map.getZoom(), lat, lon: lng }
}
