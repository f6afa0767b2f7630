import type { LayerSpecification } from 'maplibre-gl'
import type { CellFrame } from '../figure/cellFrame'
import { listMarks, type PlacedMarks, placeMarks } from '../figure/figure'
import { lazy } from '../figure/lazy'
import type { Mark } from '../figure/marks'
import { selectedFeatures } from '../figure/selected'
import { type District, districtStates } from '../figure/shading'
import type { AreaId } from '../model/ids'
import { areasOnFile } from '../query/groups'
import { hasManySites } from '../query/sites'
import type { Dataset } from '../store/dataset'
import type { Later } from './debounce'
import type { MapValues } from './mapHandle'
import { formatAreas, formatSites } from './namePoints'
import { SOURCES } from './style/layerIds'
import { type Look, lookOf } from './style/look'
import { createWriter, type FeatureState, type Writer, type WriteTarget } from './write'

/** The layers a style has for a look: the embedded map's, or those over an online one. */
export type LayersOf = (look: Look) => readonly LayerSpecification[]

export interface Sync {
  /** Brings the map to these values: at once, or as soon as its style is there. Equal values write nothing. */
  sync(values: MapValues): void
  /** Places the marks of these values, which takes longest for another dataset; draws nothing. */
  prepare(values: MapValues): void
  /** A style is there that was drawn with this look and holds no data of ours: all is written to it. */
  styleLoaded(layersOf: LayersOf, look: Look): void
  /** The style is going away: nothing is written until the next one is there. */
  styleLost(): void
  /** The map shows another part of the world: what depends on it is worked out again. */
  moved(): void
  /** Nothing is written ever after. */
  stop(): void
}

/** Draws marks over the map with its next frame, which asks for them; `selected` have a halo. */
export type DrawMarks = (marks: () => readonly Mark[], selected: ReadonlySet<string>) => void

/** Follows from the dataset alone: worked out once. */
interface OfDataset {
  readonly dataset: Dataset
  readonly onFile: ReadonlySet<AreaId>
}

/** Follows from the slice and how it is drawn: a hover does not work it out again. */
interface OfSlice {
  readonly values: MapValues
  /** What cells are counted for; null where each site has a mark. */
  readonly frame: CellFrame | null
  /** Worked out once it is drawn or named: steps that come faster than frames cost nothing, and the ground does not wait. */
  readonly placed: () => PlacedMarks
  readonly marks: () => readonly Mark[]
}

/** What the map shows, for datasets with very many sites. */
export interface CellScreen {
  frame(): CellFrame
  /** Whether a frame is no longer what the map shows. */
  hasLeft(frame: CellFrame): boolean
}

/**
 * The one place from where slices reach the map. What is seen is written at once; names, which follow the marks, when a
 * frame has shown them and the window is at rest: placing them takes the map longer than all else together, and nobody reads them on the move.
 */
export function createSync(
  target: WriteTarget,
  districts: readonly District[],
  drawMarks: DrawMarks,
  screen: CellScreen,
  atRest: Later,
): Sync {
  let latest: MapValues | null = null
  let style: {
    readonly layersOf: LayersOf
    readonly writer: Writer
    /** What the names on the map are of. */
    named: OfSlice | null
  } | null = null
  let stopped = false
  let ofDataset: OfDataset | null = null
  let ofSlice: OfSlice | null = null

  const workedOut = (values: MapValues) => {
    if (ofDataset?.dataset !== values.dataset) {
      ofDataset = { dataset: values.dataset, onFile: areasOnFile(values.dataset) }
    }
    if (!ofSlice || !isSameDrawing(ofSlice.values, values)) {
      const frame = hasManySites(values.dataset) ? screen.frame() : null
      const placed = lazy(() => placeMarks(districts, values, frame))
      const marks = lazy(() => listMarks(placed(), values.hidden))
      ofSlice = { values, frame, placed, marks }
    }
    return { ofDataset, ofSlice }
  }

  const write = () => {
    if (!latest || !style) return
    const values = latest
    const { ofDataset, ofSlice } = workedOut(values)
    const { writer, layersOf } = style
    const selected = selectedFeatures(values.dataset, values.selection)
    // Names that wait may be of what is no longer shown: the next frame asks for those of what is.
    if (style.named !== ofSlice) atRest.stop()
    const marks = () => {
      // From the frame on: with names and ground to bring to the screen at once it would take twice as long.
      if (style && style.named !== ofSlice) atRest.ask(() => writeNames(ofSlice))
      return ofSlice.marks()
    }
    drawMarks(marks, new Set([...selected.areas, ...selected.sites]))
    writer.layers(layersOf(lookOf(values)))
    writeStates(writer, districts, ofDataset, values, selected.areas)
  }

  const writeNames = (ofSlice: OfSlice) => {
    if (!style) return
    const { areas, sites, cells } = ofSlice.placed()
    style.writer.data(SOURCES.areas, formatAreas(areas))
    style.writer.data(SOURCES.sites, formatSites(sites, cells))
    style.named = ofSlice
  }

  return {
    sync(values) {
      latest = values
      write()
    },
    prepare(values) {
      workedOut(values).ofSlice.placed()
    },
    styleLoaded(layersOf, look) {
      if (stopped) return
      style = { layersOf, writer: createWriter(target, layersOf(look)), named: null }
      write()
      if (latest) writeNames(workedOut(latest).ofSlice)
    },
    styleLost() {
      atRest.stop()
      style = null
    },
    moved() {
      if (!ofSlice?.frame || !screen.hasLeft(ofSlice.frame)) return
      ofSlice = null
      write()
    },
    stop() {
      atRest.stop()
      style = null
      stopped = true
    },
  }
}

function isSameDrawing(a: MapValues, b: MapValues): boolean {
  return (
    a.dataset === b.dataset &&
    a.slice === b.slice &&
    a.colouring === b.colouring &&
    a.lang === b.lang &&
    a.theme === b.theme &&
    a.hidden === b.hidden
  )
}

function writeStates(
  writer: Writer,
  districts: readonly District[],
  { onFile }: OfDataset,
  { slice, hovered }: MapValues,
  selected: ReadonlySet<AreaId>,
): void {
  const polygons = new Map<string, FeatureState>()
  for (const [id, state] of districtStates(districts, slice, onFile)) {
    polygons.set(id, { ...state, selected: selected.has(id), hovered: hovered === id })
  }
  writer.states(SOURCES.ground, polygons)
}
