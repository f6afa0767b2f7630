import type { Map as MapLibre } from 'maplibre-gl'
import { map as texts } from '../../messages/map'
import { givenId } from '../style/layerIds'
import type { PointLayer } from './pointLayer'

/** Puts the points over the ground and under all names. Reports to `problem` if it cannot draw. */
export function addPointLayer(
  map: MapLibre,
  layer: PointLayer,
  problem: (message: string) => void,
): void {
  const names = givenId('quiet-names')
  if (map.getLayer(layer.id)) return
  try {
    map.addLayer(layer, map.getLayer(names) ? names : undefined)
  } catch (error) {
    problem(texts.pointsNotDrawn({ reason: error instanceof Error ? error.message : '' }))
  }
}
