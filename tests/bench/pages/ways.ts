import { Map as MapLibre } from 'maplibre-gl'
import { h, render } from 'preact'
import type { MarkScene } from '../../../src/figure/marks'
import type { Viewport } from '../../../src/figure/visibleMarks'
import { createMap, REST_MS } from '../../../src/map/create'
import type { MapHandle, MapValues } from '../../../src/map/mapHandle'
import type { Day, DayRange } from '../../../src/model/day'
import type { View } from '../../../src/model/view'
import { unfiltered } from '../../../src/query/conditions'
import type { Slice } from '../../../src/query/slice'
import { sliceDataset } from '../../../src/query/sliceDataset'
import type { Dataset } from '../../../src/store/dataset'
import { Marks } from '../../../src/ui/map/Marks'
import { syntheticDataset } from '../synthetic'
import type { Scene } from './scene'

/** One way to draw the points of a window, on a map that it shares with others: it draws nothing out of its turn. */
export interface Way {
  /** Resolves when the pixels have changed. */
  show(window: DayRange): Promise<void>
  /** Ends its turn: resolves when nothing of it is left on the map. */
  leave(): Promise<void>
}

/** The site's map while it shows no reports. */
interface Ground {
  readonly handle: MapHandle
  readonly map: MapLibre
}

/**
 * Ours and nothing, both on the site's own map: the ground, which costs most without a graphics
 * processor, is the same for each.
 */
const WAYS = { ours, nothing } satisfies Record<string, (ground: Ground, scene: Scene) => Way>
export type WayId = keyof typeof WAYS

/** These ways on one map. */
export async function openWays(
  ids: readonly WayId[],
  container: HTMLElement,
  scene: Scene,
  view: View | null,
): Promise<ReadonlyMap<WayId, Way>> {
  const ground = await siteMap(container, NOTHING, view)
  return new Map(ids.map((id) => [id, WAYS[id](ground, scene)]))
}

/** Everything that the site does: slice, shading, marks; and a pointer that moves over the map. */
function ours({ handle, map }: Ground, scene: Scene): Way {
  const { left, top, width, height } = map.getCanvas().getBoundingClientRect()
  let steps = 0
  return {
    async show(window) {
      handle.sync(values(scene.dataset, scene.sliceOf(window)))
      steps++
      const clientX = left + width * ((steps * 0.07) % 1)
      const moved = new MouseEvent('mousemove', {
        clientX,
        clientY: top + height / 2,
        bubbles: true,
      })
      map.getCanvas().dispatchEvent(moved)
      await drawn(map)
    },
    async leave() {
      handle.sync(NOTHING)
      await rested(map)
    },
  }
}

function nothing({ map }: Ground): Way {
  return { show: () => drawn(map), leave: () => rested(map) }
}

function values(dataset: Dataset, slice: Slice): MapValues {
  return {
    dataset,
    slice,
    colouring: 'party',
    selection: null,
    hovered: null,
    theme: 'light',
    lang: dataset.conflict.languages[0].id,
    base: 'embedded',
    hidden: NONE_HIDDEN,
    still: true,
  }
}

const NO_ACTIONS = { open() {}, hover() {}, reveal() {}, leave() {} }
const NONE_HIDDEN: MapValues['hidden'] = new Set()
const NO_REPORTS = syntheticDataset(0)
const NO_DAY = 0 as Day
const NOTHING = values(
  NO_REPORTS,
  sliceDataset(NO_REPORTS, unfiltered({ from: NO_DAY, to: NO_DAY })),
)

async function siteMap(
  container: HTMLElement,
  first: MapValues,
  view: View | null,
): Promise<Ground> {
  const maps: MapLibre[] = []
  // createMap keeps its map to itself.
  const { addControl } = MapLibre.prototype
  MapLibre.prototype.addControl = function (...control) {
    maps.push(this)
    return Reflect.apply(addControl, this, control)
  }
  let scene: MarkScene | null = null
  let viewport: Viewport | null = null
  const showMarks = () => {
    if (scene && viewport) render(h(Marks, { scene, viewport, ...NO_ACTIONS }), overlay)
  }
  const overlay = document.createElement('div')
  const handle = await createMap(
    container,
    { ...first, view, bases: [], outlines: null },
    {
      select() {},
      hover() {},
      view() {},
      drawn() {},
      problem: console.error,
      marks(next) {
        scene = next
        showMarks()
      },
      moved(next) {
        viewport = next
        showMarks()
      },
    },
  )
  handle.overlay.append(overlay)
  const map = maps[0] as MapLibre
  await drawn(map)
  return { handle, map }
}

/** Resolves when the map has nothing more to draw and the graphics processor is done with it. */
async function drawn(map: MapLibre): Promise<void> {
  map.triggerRepaint()
  await map.once('idle')
  const gl = map.getCanvas().getContext('webgl2')
  gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4))
}

/** Resolves when the names have been written that follow a window at rest. */
async function rested(map: MapLibre): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 2 * REST_MS))
  await drawn(map)
}
