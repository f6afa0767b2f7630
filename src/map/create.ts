import 'maplibre-gl/dist/maplibre-gl.css'
import '../styles/map.css'
import { Map as MapLibre, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { MAX_ZOOM, WORLD_LIMIT } from '../figure/camera'
import { findFrame, hasLeft } from '../figure/cellFrame'
import { composeFigure } from '../figure/figure'
import { fitCamera, reportsBox } from '../figure/fit'
import type { NamedFigure } from '../figure/names/listNames'
import { selectionOf } from '../figure/selected'
import { readDistricts } from '../figure/shading'
import { map as texts } from '../messages/compiled/map'
import { addControls, enterByPress, mapLocale } from './controls'
import { createAfterFrame, createDebounce } from './debounce'
import { cameraOf, followCamera, viewportOf } from './followCamera'
import type { MapEvents, MapHandle, MapStart, MapValues } from './mapHandle'
import { createTextWidths } from './measure'
import { createNameLayout } from './nameLayout'
import { onceEach } from './onceEach'
import { listenToPointer } from './pointer'
import { type Base, createBaseSwitch, embeddedBase } from './style/bases'
import type { Sources } from './style/groundSource'
import { serveImages } from './style/images'
import { lookOf } from './style/look'
import { type CellScreen, createSync, type DrawMarks } from './sync'
import type { WriteTarget } from './write'

const FADE_MS = 120
/** After the last step of the window: then names follow. */
export const REST_MS = 120

/**
 * Draws the map in a container that has a size, with these values. Throws when the browser has no
 * WebGL 2; all else that fails goes to `events.problem`, and what is left is drawn.
 */
export function createMap(
  container: HTMLElement,
  sources: Sources,
  initial: MapStart,
  events: MapEvents,
): MapHandle {
  const { districts, ground } = sources
  let values: MapValues = initial
  const box = () => reportsBox(districts, values.dataset, values.slice, ground.labels)
  let base = embeddedBase(sources)
  /** What the style on the screen was first drawn with. */
  let look = lookOf(initial)
  const still = () => values.still
  const drawn = () => (base.theme ? { ...values, theme: base.theme } : values)

  const map = openMap(container, initial, base)
  /** Waits for the next frame. */
  let nextFigure: (() => NamedFigure) | null = null
  const drawMarks: DrawMarks = (placed, values) => {
    nextFigure = () => composeFigure(values, placed(), base.geography)
    map.triggerRepaint()
  }
  const screen: CellScreen = {
    frame: (isMany) => findFrame(cameraOf(map), isMany),
    hasLeft: (frame) => hasLeft(cameraOf(map), frame),
  }
  const widths = createTextWidths()
  const names = createNameLayout(
    map,
    widths,
    initial.covered,
    createDebounce(REST_MS),
    events.names,
  )
  const sync = createSync(writeTo(map), readDistricts(districts), drawMarks, screen)
  const showBase = (next: Base) => {
    base = next
    look = lookOf(drawn())
    sync.styleLost()
    sync.sync(drawn())
    map.setStyle(next.style(look), { diff: false })
  }
  const bases = createBaseSwitch(sources, initial.bases, showBase, events.problem)
  const camera = followCamera(map, initial, box, initial.covered, still, events.view)
  addControls(map, initial.isFramed)
  if (initial.isFramed) enterByPress(map)

  // The same tile can fail again and again.
  const sayOnce = onceEach(events.problem)
  const subscriptions = [
    map.on('style.load', () => sync.styleLoaded(base.layersOf, look)),
    map.on('move', () => {
      events.moved(viewportOf(map))
      sync.moved()
      names.moved()
    }),
    // The browser paints the canvas and what this changes together.
    map.on('render', () => {
      if (!nextFigure) return
      const figure = nextFigure()
      nextFigure = null
      events.marks(figure.marks)
      names.change(figure)
    }),
    map.on('idle', events.idle),
    map.on('webglcontextlost', () => {
      sync.styleLost()
      events.lost()
    }),
    map.on('error', () => {
      const shown = initial.bases.find(({ id }) => id === base.id)
      sayOnce(shown ? texts.baseIncomplete({ name: shown.name }) : texts.incomplete())
    }),
  ]
  const show = () => {
    sync.sync(drawn())
    bases.choose(values.base)
  }
  const aside = createDebounce(0)
  const afterFrame = createAfterFrame()
  /** Another dataset, in tasks of its own: together, and with what else follows from it, they would stop the page. */
  const showOther = () =>
    afterFrame.ask(() => {
      camera.refit()
      aside.ask(() => {
        sync.prepare(drawn())
        afterFrame.ask(show)
      })
    })
  const stopServing = serveImages(map)
  const stopListening = listenToPointer(map, events)

  const handle: MapHandle = {
    sync(next) {
      const isOther = next.dataset !== values.dataset
      values = next
      if (isOther) showOther()
      else show()
    },
    look: camera.look,
    fit: camera.fit,
    zoom: (by) => map.zoomTo(map.getZoom() + by),
    camera: () => cameraOf(map),
    show: camera.show,
    overlayPlace: map.getCanvasContainer(),
    open(target) {
      if (target.zoomsIn && map.getZoom() < MAX_ZOOM) camera.closer(target.at)
      else events.select(selectionOf(target))
    },
    focus: () => map.getCanvas().focus({ preventScroll: true }),
    remove() {
      aside.stop()
      afterFrame.stop()
      sync.stop()
      names.stop()
      bases.remove()
      stopListening()
      stopServing()
      camera.remove()
      for (const subscription of subscriptions) subscription.unsubscribe()
      map.remove()
    },
  }
  events.moved(viewportOf(map))
  handle.sync(initial)
  return handle
}

function openMap(container: HTMLElement, initial: MapStart, base: Base): MapLibre {
  setWorkerUrl(workerUrl)
  const { view, fitted, still, limit, covered } = initial
  const isWorld = limit === WORLD_LIMIT
  const { clientWidth: width, clientHeight: height } = container
  const camera = fitCamera(fitted, { width, height }, covered('tools'))
  const map = new MapLibre({
    container,
    style: base.style(lookOf(initial)),
    center: view ? [view.lon, view.lat] : [...camera.center],
    zoom: view ? view.zoom : camera.zoom,
    ...(!isWorld && { maxBounds: [...limit.box] as const }),
    minZoom: limit.minZoom,
    maxZoom: MAX_ZOOM,
    maxPitch: 0,
    dragRotate: false,
    touchPitch: false,
    renderWorldCopies: isWorld,
    attributionControl: false,
    fadeDuration: still ? 0 : FADE_MS,
    locale: mapLocale(),
    cooperativeGestures: initial.isFramed,
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  return map
}

type Paint = Parameters<MapLibre['setPaintProperty']>
type Layout = Parameters<MapLibre['setLayoutProperty']>

function writeTo(map: MapLibre): WriteTarget {
  return {
    setFeatureState: (feature, state) => map.setFeatureState(feature, state),
    setPaintProperty: (layer, name, value) =>
      map.setPaintProperty(layer, name as Paint[1], value as Paint[2]),
    setLayoutProperty: (layer, name, value) =>
      map.setLayoutProperty(layer, name as Layout[1], value as Layout[2]),
  }
}
