import type { Map as MapLibre, MapMouseEvent } from 'maplibre-gl'
import type { AreaId } from '../model/ids'
import type { MapEvents } from './mapHandle'
import { HIT_LAYER } from './style/layerIds'

/**
 * Turns clicks and moves of the pointer over the canvas into events: the bare map selects nothing.
 * Marks are buttons and speak for themselves. Returns the undo.
 */
export function listenToPointer(
  map: MapLibre,
  events: Pick<MapEvents, 'select' | 'hover'>,
): () => void {
  const isOnCanvas = ({ originalEvent }: MapMouseEvent) => originalEvent.target === map.getCanvas()

  const subscriptions = [
    map.on('click', (event) => {
      if (!isOnCanvas(event)) return
      const area = areaAt(map, event)
      events.select(area === null ? null : { kind: 'area', id: area })
    }),
    map.on('mousemove', (event) => {
      if (!isOnCanvas(event)) return
      const area = areaAt(map, event)
      map.getCanvas().style.cursor = area === null ? '' : 'pointer'
      events.hover(area)
    }),
    map.on('mouseout', (event) => {
      if (isOnCanvas(event)) events.hover(null)
    }),
  ]
  return () => {
    for (const subscription of subscriptions) subscription.unsubscribe()
  }
}

/** None while a style is being swapped: the layer may not be there. */
function areaAt(map: MapLibre, { point }: MapMouseEvent): AreaId | null {
  if (!map.getLayer(HIT_LAYER)) return null
  const [feature] = map.queryRenderedFeatures(point, { layers: [HIT_LAYER] })
  return feature ? (feature.properties.id as AreaId) : null
}
