import type { LayerSpecification } from 'maplibre-gl'
import type { CellFrame } from '../figure/cellFrame'
import { type PlacedMarks, placeMarks } from '../figure/figure'
import { lazy } from '../figure/lazy'
import { isBySquares } from '../figure/marks'
import { selectedFeatures } from '../figure/selected'
import { type District, districtStates } from '../figure/shading'
import type { AreaId } from '../model/ids'
import { areasOnFile } from '../query/groups'
import type { Dataset } from '../store/dataset'
import type { MapValues } from './mapHandle'
import { GROUND_SOURCE } from './style/layerIds'
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

/** Draws marks over the map with its next frame, which asks for them. */
export type DrawMarks = (placed: () => PlacedMarks, values: MapValues) => void

/** Follows from the dataset alone: worked out once. */
interface OfDataset {
  readonly dataset: Dataset
  readonly onFile: ReadonlySet<AreaId>
}

/** Follows from the slice and how it is drawn: a hover does not work it out again. */
interface OfSlice {
  readonly values: MapValues
  /** What the marks are laid out for. */
  readonly frame: CellFrame
  /** Worked out once it is drawn: steps that come faster than frames cost nothing, and the ground does not wait. */
  readonly placed: () => PlacedMarks
}

/** What the map shows. */
export interface CellScreen {
  /** `isMany`: of a dataset with very many sites. */
  frame(isMany: boolean): CellFrame
  /** Whether a frame is no longer what the map shows. */
  hasLeft(frame: CellFrame): boolean
}

/** The one place from where slices reach the map. */
export function createSync(
  target: WriteTarget,
  districts: readonly District[],
  drawMarks: DrawMarks,
  screen: CellScreen,
): Sync {
  let latest: MapValues | null = null
  let style: { readonly layersOf: LayersOf; readonly writer: Writer } | null = null
  let stopped = false
  let ofDataset: OfDataset | null = null
  let ofSlice: OfSlice | null = null

  const workedOut = (values: MapValues) => {
    if (ofDataset?.dataset !== values.dataset) {
      ofDataset = { dataset: values.dataset, onFile: areasOnFile(values.dataset) }
    }
    if (!ofSlice || !isSameDrawing(ofSlice.values, values)) {
      const frame = screen.frame(isBySquares(values))
      const placed = lazy(() => placeMarks(districts, values, frame))
      ofSlice = { values, frame, placed }
    }
    return { ofDataset, ofSlice }
  }

  const write = () => {
    if (!latest || !style) return
    const values = latest
    const { ofDataset, ofSlice } = workedOut(values)
    const { writer, layersOf } = style
    drawMarks(ofSlice.placed, values)
    writer.layers(layersOf(lookOf(values)))
    writeStates(writer, districts, ofDataset, values)
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
      style = { layersOf, writer: createWriter(target, layersOf(look)) }
      write()
    },
    styleLost() {
      style = null
    },
    moved() {
      if (!ofSlice || !screen.hasLeft(ofSlice.frame)) return
      ofSlice = null
      write()
    },
    stop() {
      style = null
      stopped = true
    },
  }
}

function isSameDrawing(a: MapValues, b: MapValues): boolean {
  return (
    a.dataset === b.dataset &&
    a.slice === b.slice &&
    a.points === b.points &&
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
  { dataset, slice, selection, hovered }: MapValues,
): void {
  const selected = selectedFeatures(dataset, selection).areas
  const polygons = new Map<string, FeatureState>()
  for (const [id, state] of districtStates(districts, slice, onFile)) {
    polygons.set(id, { ...state, selected: selected.has(id), hovered: hovered === id })
  }
  writer.states(GROUND_SOURCE, polygons)
}
