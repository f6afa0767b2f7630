import type { Map as MapLibre, MapMouseEvent } from 'maplibre-gl'
import type { AreaId } from '../model/ids'
import type { Selection } from '../model/view'
import type { MapEvents } from './mapHandle'
import type { Buttons } from './marks/buttons'
import type { MarkLayer } from './marks/markLayer'
import type { Target } from './marks/marks'
import type { PointReader } from './points/points'
import { HIT_LAYER } from './style/layerIds'

/** What opening a mark selects: the report itself where it is the only one at a settlement, else the area. */
export function selectionOf({ incident, area }: Target): Selection {
  return incident ? { kind: 'incident', id: incident } : { kind: 'area', id: area }
}

/**
 * Turns clicks and moves of the pointer into events: marks before districts, bare map selects nothing.
 * `open` opens what is hit. Returns the undo.
 */
export function listenToPointer(
  map: MapLibre,
  buttons: Buttons,
  marks: Pick<MarkLayer, 'markAt'>,
  points: PointReader,
  open: (target: Target) => void,
  events: Pick<MapEvents, 'select' | 'hover'>,
): () => void {
  let hovered: AreaId | null = null
  const hover = (area: AreaId | null) => {
    if (area === hovered) return
    hovered = area
    events.hover(area)
  }

  const targetUnder = (event: MapMouseEvent): Target | null =>
    buttons.markOf(event.originalEvent.target) ??
    marks.markAt([event.point.x, event.point.y]) ??
    points.targetAt([event.lngLat.lng, event.lngLat.lat], map.getZoom())

  const subscriptions = [
    map.on('click', (event) => {
      const target = targetUnder(event)
      if (target) return open(target)
      const area = areaAt(map, event)
      events.select(area === null ? null : { kind: 'area', id: area })
    }),
    map.on('mousemove', (event) => {
      const area = targetUnder(event)?.area ?? areaAt(map, event)
      map.getCanvas().style.cursor = area === null ? '' : 'pointer'
      hover(area)
    }),
    map.on('mouseout', ({ originalEvent: { relatedTarget } }) => {
      // Onto a button over the canvas is not out of the map.
      const isInside = relatedTarget instanceof Node && map.getContainer().contains(relatedTarget)
      if (!isInside) hover(null)
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
