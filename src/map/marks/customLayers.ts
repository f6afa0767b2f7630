import type { Map as MapLibre } from 'maplibre-gl'
import { map as texts } from '../../messages/map'
import type { PointLayer } from '../points/pointLayer'
import { givenId } from '../style/layerIds'
import type { MarkLayer } from './markLayer'

/**
 * Puts the points over the ground and under all names, and the marks over all else, in whatever style is there. What the
 * browser cannot draw goes to `problem` and is left out.
 */
export function addCustomLayers(
  map: MapLibre,
  points: PointLayer,
  marks: MarkLayer,
  problem: (message: string) => void,
): void {
  const names = givenId('quiet-names')
  for (const { layer, above, notDrawn } of [
    {
      layer: points,
      above: map.getLayer(names) ? names : undefined,
      notDrawn: texts.pointsNotDrawn,
    },
    { layer: marks, above: undefined, notDrawn: texts.marksNotDrawn },
  ]) {
    if (map.getLayer(layer.id)) continue
    try {
      map.addLayer(layer, above)
    } catch (error) {
      problem(notDrawn({ reason: error instanceof Error ? error.message : '' }))
    }
  }
}
