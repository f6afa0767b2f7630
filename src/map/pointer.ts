import type { MapGeoJSONFeature, Map as MapLibre, MapMouseEvent } from 'maplibre-gl'
import type { AreaId, Selection } from '../types'
import type { Buttons } from './buttons'
import type { MapEvents } from './contract'
import { HIT_LAYERS } from './ids'
import type { PointReader } from './points'
import type { Mark } from './sources'

/** Round the pointer, px: a settlement mark is small. */
const NEAR = 4

/** What opening a mark selects: the report itself where it is the only one at a settlement, else the area. */
export function selectionOf(mark: Mark): Selection {
  return mark.incident ? { kind: 'incident', id: mark.incident } : { kind: 'area', id: mark.area }
}

/**
 * Turns clicks and moves of the pointer into events: marks before districts, bare map selects nothing.
 * `spotMark` finds a settlement mark by its id; `open` opens a mark. Returns the undo.
 */
export function listenToPointer(
  map: MapLibre,
  buttons: Buttons,
  spotMark: (id: string) => Mark | undefined,
  points: PointReader,
  open: (mark: Mark) => void,
  events: Pick<MapEvents, 'select' | 'hover'>,
): () => void {
  let hovered: AreaId | null = null
  const hover = (area: AreaId | null) => {
    if (area === hovered) return
    hovered = area
    events.hover(area)
  }

  const markUnder = (event: MapMouseEvent) =>
    buttons.markOf(event.originalEvent.target) ??
    markAt(map, event, spotMark) ??
    points.markAt([event.lngLat.lng, event.lngLat.lat], map.getZoom())

  const subscriptions = [
    map.on('click', (event) => {
      const mark = markUnder(event)
      if (mark) return open(mark)
      const area = areaAt(map, event)
      events.select(area === null ? null : { kind: 'area', id: area })
    }),
    map.on('mousemove', (event) => {
      const mark = markUnder(event)
      const area = mark?.area ?? areaAt(map, event)
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

function markAt(
  map: MapLibre,
  { point }: MapMouseEvent,
  spotMark: (id: string) => Mark | undefined,
): Mark | undefined {
  const [feature] = featuresAt(map, point, HIT_LAYERS.spot, NEAR)
  return feature ? spotMark(String(feature.properties.id)) : undefined
}

function areaAt(map: MapLibre, { point }: MapMouseEvent): AreaId | null {
  const [feature] = [
    ...featuresAt(map, point, HIT_LAYERS.ring, 0),
    ...featuresAt(map, point, HIT_LAYERS.district, 0),
  ]
  return feature ? (feature.properties.id as AreaId) : null
}

/** None while a style is being swapped: the layer may not be there. */
function featuresAt(
  map: MapLibre,
  { x, y }: { x: number; y: number },
  layer: string,
  near: number,
): MapGeoJSONFeature[] {
  if (!map.getLayer(layer)) return []
  const box: [[number, number], [number, number]] = [
    [x - near, y - near],
    [x + near, y + near],
  ]
  return map.queryRenderedFeatures(box, { layers: [layer] })
}
