import { effect, signal } from '@preact/signals'
import { render } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { hoverArea, note, select, setView } from '../../app/actions'
import * as state from '../../app/state'
import type { PlacedNames } from '../../figure/names/labels'
import type { Viewport } from '../../figure/visibleMarks'
import { errorText } from '../../issues/errorText'
import type { MapHandle, MapValues } from '../../map/mapHandle'
import { messagesReady } from '../../messages/language'
import { tools } from '../../messages/tools'
import { SelectionCard } from '../card/SelectionCard'
import { rich } from '../shared/rich'
import { bases, loadBases } from './baseMaps'
import type { MapOverlay } from './MapOverlay'
import { mapPicture } from './mapPicture'
import { scene } from './mapScene'
import { dockedSelection, mapReady, popupPosition } from './popupPlace'

// Starts loading with the page: list and counts do not wait for it.
const modules = Promise.all([import('../../map/create'), import('./MapOverlay')])
modules.catch(() => {})

const stillness = matchMedia('(prefers-reduced-motion: reduce)')
const problem = signal('')
const drawn = signal(false)
const names = signal<PlacedNames>({ labels: [], dots: [] })
const viewport = signal<Viewport | null>(null)

/** The map region. The only component that knows the map module; without WebGL it says why there is no map. */
export function MapView() {
  const container = useRef<HTMLDivElement>(null)
  const own = state.outlines.value?.polygons ?? null
  // Other districts are another map: what it shows of them is worked out when it is made.
  useEffect(() => {
    const element = container.current
    if (!element) return
    let stop = () => {}
    let gone = false
    startMap(element).then(
      (undo) => {
        if (gone) undo()
        else stop = undo
      },
      (error: unknown) => {
        problem.value = error instanceof Error ? error.message : String(error)
      },
    )
    return () => {
      gone = true
      stop()
    }
  }, [own])
  const status = problem.value !== '' ? 'none' : drawn.value ? 'ready' : 'loading'
  return (
    <section id="map" class="map" aria-label={tools.map(state.conflict.value)} data-map={status}>
      <div ref={container} class="map-canvas" hidden={status === 'none'} />
      {status === 'none' && (
        <div class="map-none">
          <p>
            {rich(tools.noMap({ reason: problem.value }), {
              strong: (text) => <strong>{text}</strong>,
            })}
          </p>
          <p>{tools.withoutMap()}</p>
        </div>
      )}
    </section>
  )
}

async function startMap(element: HTMLElement): Promise<() => void> {
  const [[{ createMap }, overlay]] = await Promise.all([
    modules,
    loadBases().catch((error: unknown) => note(errorText(error))),
  ])
  await messagesReady()
  const handle = await createMap(
    element,
    {
      ...values(),
      view: state.view.value,
      bases: bases.value,
      outlines: state.outlines.value?.polygons ?? null,
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
      view: setView,
      problem: note,
      drawn: () => {
        drawn.value = true
      },
    },
  )
  mapPicture.value = handle.png
  mapReady.value = true
  const undo = [
    effect(() => handle.sync(values())),
    effect(() => showOverlay(handle, overlay.MapOverlay)),
    effect(() => showPopup(handle)),
  ]
  return () => {
    for (const stop of undo) stop()
    render(null, handle.overlay)
    mapReady.value = false
    mapPicture.value = null
    handle.remove()
  }
}

function values(): MapValues {
  return {
    dataset: state.dataset.value,
    slice: state.slice.value,
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

function showOverlay(handle: MapHandle, Overlay: typeof MapOverlay): void {
  if (!scene.value || !viewport.value) return
  render(
    <Overlay
      scene={scene.value}
      names={names.value}
      viewport={viewport.value}
      open={handle.open}
      hover={hoverArea}
      leave={handle.focus}
    />,
    handle.overlay,
  )
}

/** Renders the selection into a node of its own and hands it to the map; the next call, or the undo, unmounts it. */
function showPopup(handle: MapHandle): (() => void) | undefined {
  const at = popupPosition.value
  if (state.selection.value === null || dockedSelection.value || !at) {
    handle.popup(null, null, () => {})
    return undefined
  }
  const node = document.createElement('div')
  // In the document first: only there can the card take the focus.
  handle.popup(node, at, () => select(null))
  render(<SelectionCard key={JSON.stringify(state.selection.value)} />, node)
  return () => render(null, node)
}
