import { type Map as MapLibre, MercatorCoordinate } from 'maplibre-gl'
import type { Frame } from './frame'

/** Of the screen, on each side of it: so far the map can be moved before its points are read anew. */
const BEYOND = 0.2

/** What the map shows, and some more on each side. */
export function findFrame(map: MapLibre): Frame {
  const { west, north, east, south } = sightOf(map)
  const [wide, high] = [(east - west) * BEYOND, (south - north) * BEYOND]
  return {
    west: west - wide,
    north: north - high,
    east: east + wide,
    south: south + high,
    zoom: map.getZoom(),
  }
}

/** Levels of zoom that change how close points lie together. */
const ZOOM_STEP = 0.25

/** Whether the map shows ground beyond a frame, or shows it clearly larger or smaller. */
export function hasLeft(map: MapLibre, frame: Frame): boolean {
  const { west, north, east, south } = sightOf(map)
  return (
    west < frame.west ||
    north < frame.north ||
    east > frame.east ||
    south > frame.south ||
    Math.floor(map.getZoom()) !== Math.floor(frame.zoom) ||
    Math.abs(map.getZoom() - frame.zoom) > ZOOM_STEP
  )
}

/** Web Mercator, 0 to 1. */
function sightOf(map: MapLibre): Omit<Frame, 'zoom'> {
  const bounds = map.getBounds()
  const { x: west, y: north } = MercatorCoordinate.fromLngLat(bounds.getNorthWest())
  const { x: east, y: south } = MercatorCoordinate.fromLngLat(bounds.getSouthEast())
  return { west, north, east, south }
}
