import { batch, effect, signal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { hoverArea, note, select, setView } from '../../app/actions'
import * as state from '../../app/state'
import type { MarkScene } from '../../figure/marks'
import type { Measure, PlacedNames } from '../../figure/names/labels'
import type { Viewport } from '../../figure/visibleMarks'
import { errorText } from '../../issues/errorText'
import { loadSources } from '../../map/loadSources'
import type { MapValues } from '../../map/mapHandle'
import { createTextWidths } from '../../map/measure'
import { listCredits, type Sources } from '../../map/style/groundSource'
import { hasWebGL2 } from '../../map/webgl'
import { map as texts } from '../../messages/compiled/map'
import { tools } from '../../messages/compiled/tools'
import { messagesReady } from '../../messages/language'
import { followCells } from '../folder/followCells'
import { bases, loadBases } from './baseMaps'
import { listCovered } from './covered'
import { FigureCredits } from './FigureCredits'
import { createFigureMap, type FigureMap } from './figureMap'
import { Ground } from './Ground'
import { MapControls } from './MapControls'
import { moveOverlay, showOverlay } from './MapOverlay'
import { type ShownMap, shownMap } from './shownMap'

const stillness = matchMedia('(prefers-reduced-motion: reduce)')
/** Why there is no more than the figure. */
const problem = signal('')
const figure = signal<FigureMap | null>(null)
const size = signal({ width: 0, height: 0 })

/** Text is measured again when a font has come. */
const widths = createTextWidths()
const measure = signal<Measure>(widths.measure)
const layOutAgain = () => {
  measure.value = (...text) => widths.measure(...text)
}
document.fonts.addEventListener('loadingdone', () => {
  widths.forget()
  layOutAgain()
})

/**
 * The map region: the figure at once and, where the browser can, MapLibre's map in its place. The
 * only component that knows the map module.
 */
export function MapView() {
  const container = useRef<HTMLDivElement>(null)
  const place = useRef<HTMLDivElement>(null)
  const own = state.outlines.value?.polygons ?? null
  const { isBeyond, isElsewhere } = state.reach.value
  // Another ground is another map: what it shows of it is worked out when it is made.
  useLayoutEffect(() => {
    if (!container.current || !place.current) return
    const ending = new AbortController()
    ending.signal.addEventListener('abort', followCells())
    showMap(container.current, place.current, ending.signal).catch((error: unknown) => {
      problem.value = error instanceof NoWebGl ? texts.noWebGl() : errorText(error)
    })
    return () => ending.abort()
  }, [own, isBeyond, isElsewhere])
  const isFigure = shownMap.value === figure.value
  const status = problem.value !== '' ? 'none' : isFigure ? 'loading' : 'ready'
  return (
    <section id="map" class="map" aria-label={tools.map(state.conflict.value)} data-map={status}>
      <div ref={container} class="map-canvas" />
      <div class="map-figure" hidden={!isFigure}>
        {isFigure && figure.value && <Ground ground={figure.value.ground.value} />}
        <div ref={place} class="map-overlay" tabIndex={-1} />
        {isFigure && figure.value && (
          <FigureCredits
            problem={problem.value}
            isBare={figure.value.ground.value.isBare}
            credits={figure.value.credits}
            width={size.value.width}
            onShown={layOutAgain}
          />
        )}
      </div>
      <MapControls />
    </section>
  )
}

class NoWebGl extends Error {}

/** Shows the figure, then MapLibre's map. Rejects with why there is only the figure. */
async function showMap(
  container: HTMLElement,
  place: HTMLElement,
  ending: AbortSignal,
): Promise<void> {
  container.inert = true
  const { mapCredits = {} } = state.conflict.value
  const own = state.outlines.value?.polygons ?? null
  const loading = loadSources(note, mapCredits, own, state.reach.value)
  const [sources] = await Promise.all([loading, reportsLoaded()])
  if (ending.aborted) return
  const plain = showFigure(sources, container, place, ending)
  // Starting MapLibre keeps the page busy.
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  if (!hasWebGL2()) throw new NoWebGl()
  const [{ createMap }] = await Promise.all([
    import('../../map/create'),
    loadBases().catch((error: unknown) => note(errorText(error))),
  ])
  await messagesReady()
  if (!ending.aborted) showMapLibre(createMap, sources, plain, container, place, ending)
}

/** Resolves in the next frame with reports: a link has been read completely by then. */
function reportsLoaded(): Promise<unknown> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      if (!state.loaded.value) return
      requestAnimationFrame(() => {
        stop()
        resolve(null)
      })
    })
  })
}

function showFigure(
  sources: Sources,
  container: HTMLElement,
  place: HTMLElement,
  ending: AbortSignal,
): FigureMap {
  const resize = () => {
    const { clientWidth: width, clientHeight: height } = container
    const { width: wide, height: high } = size.peek()
    if (width !== wide || height !== high) size.value = { width, height }
  }
  resize()
  const observer = new ResizeObserver(resize)
  observer.observe(container)
  const plain = createFigureMap({
    geography: sources,
    credits: listCredits(sources),
    size,
    measure,
    focus: () => place.focus({ preventScroll: true }),
  })
  batch(() => {
    figure.value = plain
    shownMap.value = plain
  })
  const removeOverlay = showOverlay(place)
  ending.addEventListener('abort', () => {
    removeOverlay()
    observer.disconnect()
    batch(() => {
      figure.value = null
      shownMap.value = null
    })
  })
  return plain
}

/** Starts MapLibre's map below the figure. Once it has drawn, it is in the figure's place. */
function showMapLibre(
  createMap: typeof import('../../map/create').createMap,
  sources: Sources,
  plain: FigureMap,
  container: HTMLElement,
  place: HTMLElement,
  ending: AbortSignal,
): void {
  const scene = signal<MarkScene | null>(null)
  const names = signal<PlacedNames>({ labels: [], dots: [] })
  const viewport = signal<Viewport | null>(null)
  const show = (map: ShownMap, reason: string) => {
    const isFigure = map === plain
    container.inert = isFigure
    moveOverlay(isFigure ? place : handle.overlayPlace)
    batch(() => {
      problem.value = reason
      shownMap.value = map
    })
  }
  const handle = createMap(
    container,
    sources,
    {
      ...values(),
      view: state.view.value,
      fitted: plain.fitted.value,
      limit: state.limit.value,
      bases: bases.value,
      isFramed: state.embed.value,
      covered: listCovered,
    },
    {
      select,
      hover: hoverArea,
      marks: (next) => {
        scene.value = next
      },
      names: (next) => {
        names.value = next
      },
      moved: (next) => {
        viewport.value = next
      },
      view: (next) => {
        if (shownMap.value === map) setView(next)
      },
      problem: note,
      idle: () => {
        if (shownMap.value !== map) show(map, '')
      },
      lost: () => show(plain, texts.lostWebGl()),
    },
  )
  const { geography, credits } = plain
  const map: ShownMap = { ...handle, geography, credits, measure, scene, names, viewport }
  const undo = [
    effect(() => handle.sync(values())),
    effect(() => {
      if (shownMap.value !== plain) return
      handle.look(state.view.value, plain.fitted.value)
      if (plain.forCard.value) handle.show(plain.forCard.value)
    }),
  ]
  ending.addEventListener('abort', () => {
    for (const stop of undo) stop()
    moveOverlay(place)
    handle.remove()
  })
}

function values(): MapValues {
  return {
    dataset: state.dataset.value,
    slice: state.slice.value,
    points: state.points.value,
    colouring: state.colouring.value,
    selection: state.selection.value,
    hovered: state.hoveredArea.value,
    theme: state.theme.value,
    lang: state.names.value,
    base: state.base.value,
    hidden: state.hiddenLayers.value as MapValues['hidden'],
    directions: state.directions.value,
    still: stillness.matches,
  }
}
