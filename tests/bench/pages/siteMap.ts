import { Map as MapLibre } from 'maplibre-gl'
import { h, render } from 'preact'
import { reportsBox } from '../../../src/figure/fit'
import type { MarkScene } from '../../../src/figure/marks'
import type { PlacedNames } from '../../../src/figure/names/labels'
import { HOME, limitOf } from '../../../src/figure/reach'
import type { Viewport } from '../../../src/figure/visibleMarks'
import { createMap, REST_MS } from '../../../src/map/create'
import { loadSources } from '../../../src/map/loadSources'
import type { MapValues } from '../../../src/map/mapHandle'
import type { Day } from '../../../src/model/day'
import type { View } from '../../../src/model/view'
import { unfiltered } from '../../../src/query/conditions'
import type { Slice } from '../../../src/query/slice'
import { sliceDataset } from '../../../src/query/sliceDataset'
import type { Dataset } from '../../../src/store/dataset'
import { MapOverlay } from '../../../src/ui/map/MapOverlay'
import { syntheticDataset } from '../synthetic'

/** The site's map, with marks, for measurements. */
interface SiteMap {
  /** Everything that the site does with a slice: shading, marks; and a pointer that moves over the map. */
  show(dataset: Dataset, slice: Slice): void
  clear(): void
  /** Draws the map again; resolves when the pixels have changed. */
  drawn(): Promise<void>
  /** Resolves when the names have been written that follow a window at rest. */
  rested(): Promise<void>
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
    directions: false,
    still: true,
  }
}

const NO_ACTIONS = { open() {}, hover() {}, leave() {} }
const NONE_HIDDEN: MapValues['hidden'] = new Set()
const NO_REPORTS = syntheticDataset(0)
const NO_DAY = 0 as Day
const NOTHING = values(
  NO_REPORTS,
  sliceDataset(NO_REPORTS, unfiltered({ from: NO_DAY, to: NO_DAY })),
)

export async function openSiteMap(container: HTMLElement, view: View | null): Promise<SiteMap> {
  const maps: MapLibre[] = []
  // createMap keeps its map to itself.
  const { addControl } = MapLibre.prototype
  MapLibre.prototype.addControl = function (...control) {
    maps.push(this)
    return Reflect.apply(addControl, this, control)
  }
  let scene: MarkScene | null = null
  let viewport: Viewport | null = null
  let names: PlacedNames = { labels: [], dots: [] }
  const overlay = document.createElement('div')
  const showMarks = () => {
    if (scene && viewport) render(h(MapOverlay, { scene, names, viewport, ...NO_ACTIONS }), overlay)
  }
  const sources = await loadSources(console.error, {}, null, HOME)
  const fitted = reportsBox(sources.districts, NO_REPORTS, NOTHING.slice)
  const handle = createMap(
    container,
    sources,
    {
      ...NOTHING,
      ...{ view, fitted, bases: [], isFramed: false, covered: () => [] },
      limit: limitOf(NO_REPORTS, HOME),
    },
    {
      select() {},
      hover() {},
      view() {},
      idle() {},
      lost() {},
      problem: console.error,
      marks(next) {
        scene = next
        showMarks()
      },
      names(next) {
        names = next
        showMarks()
      },
      moved(next) {
        viewport = next
        showMarks()
      },
    },
  )
  handle.overlayPlace.append(overlay)
  const map = maps[0] as MapLibre
  const canvas = map.getCanvas()
  const { left, top, width, height } = canvas.getBoundingClientRect()
  let steps = 0
  const drawn = async () => {
    map.triggerRepaint()
    await map.once('idle')
    // Until the graphics processor is done with it.
    const gl = canvas.getContext('webgl2')
    gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4))
  }
  await drawn()
  return {
    show(dataset, slice) {
      handle.sync(values(dataset, slice))
      const clientX = left + width * ((++steps * 0.07) % 1)
      const at = { clientX, clientY: top + height / 2, bubbles: true }
      canvas.dispatchEvent(new MouseEvent('mousemove', at))
    },
    clear: () => handle.sync(NOTHING),
    drawn,
    async rested() {
      await new Promise((resolve) => setTimeout(resolve, 2 * REST_MS))
      await drawn()
    },
  }
}
