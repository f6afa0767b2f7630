import type { Map as MapLibre } from 'maplibre-gl'
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
  for (const [what, layer, above] of [
    ['points', points, map.getLayer(names) ? names : undefined],
    ['marks', marks, undefined],
  ] as const) {
    if (map.getLayer(layer.id)) continue
    try {
      map.addLayer(layer, above)
    } catch (error) {
      const words = error instanceof Error ? error.message : ''
      problem(`This browser cannot draw the ${what} on the map; the list has them all. ${words}`)
    }
  }
}
