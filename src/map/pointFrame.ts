import { type Map as MapLibre, MercatorCoordinate } from 'maplibre-gl'
import type { Frame } from './bins'
import { ownId } from './ids'
import type { PointLayer } from './pointLayer'

/** What part of the world the map shows. */
export function frameOf(map: MapLibre): Frame {
  const bounds = map.getBounds()
  const { x: west, y: north } = MercatorCoordinate.fromLngLat(bounds.getNorthWest())
  const { x: east, y: south } = MercatorCoordinate.fromLngLat(bounds.getSouthEast())
  const { clientWidth: width, clientHeight: height } = map.getContainer()
  return { west, north, east, south, zoom: map.getZoom(), width, height }
}

/** Puts the layer over the ground and under all names and marks, in whatever style is there. */
export function addUnderNames(map: MapLibre, layer: PointLayer): void {
  if (map.getLayer(layer.id)) return
  const above = ownId('quiet-names')
  map.addLayer(layer, map.getLayer(above) ? above : undefined)
}
