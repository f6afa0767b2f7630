import type { LayerSpecification } from 'maplibre-gl'
import { areasOnFile } from '../data/grouping'
import type { AreaId, Dataset } from '../types'
import type { Frame } from './bins'
import type { MapValues } from './contract'
import { type District, districtStates } from './districts'
import { SOURCES } from './ids'
import { paletteOf } from './palette'
import type { PointDrawing } from './pointLayer'
import { hasManyPoints, type ManyPoints, type PointReader } from './points'
import { selectedFeatures } from './selected'
import { areaPoints, type Mark, type MarkedPoints } from './sources'
import { spotPoints } from './spots'
import type { Look } from './style'
import { createWriter, type FeatureState, type Writer, type WriteTarget } from './write'

/** The layers a style has for a look: the embedded map's, or those over an online one. */
export type LayersOf = (look: Look) => readonly LayerSpecification[]

export interface Sync {
  /** Brings the map to these values: at once, or as soon as its style is there. Equal values write nothing. */
  sync(values: MapValues): void
  /** A style is there that was drawn with this look and holds no data of ours: all is written to it. */
  styleLoaded(layersOf: LayersOf, look: Look): void
  /** The style is going away: nothing is written until the next one is there. */
  styleLost(): void
  /** The map shows another part of the world: what depends on it is worked out again. */
  moved(): void
  /** Nothing is written ever after. */
  stop(): void
}

/** Past this many settlement marks rings step aside for the first ones only: no place is free then anyway. */
const MOST_SPOTS = 400

/** Told what marks the values put on the map, for the buttons over them. */
export type OnMarks = (areas: readonly Mark[], spots: readonly Mark[]) => void

/** Follows from the dataset alone: worked out once. */
interface OfDataset {
  readonly dataset: Dataset
  readonly onFile: ReadonlySet<AreaId>
}

/** Follows from the slice and how it is drawn: a hover does not work it out again. */
interface OfSlice {
  readonly values: MapValues
  readonly areas: MarkedPoints
  readonly spots: MarkedPoints
  readonly drawing: PointDrawing | null
}

/** Where very many settlements are drawn, and what part of the world is on the screen. */
export interface PointScreen {
  frame(): Frame
  show(drawing: PointDrawing | null): void
}

/** The one place from where slices reach the map. */
export function createSync(
  target: WriteTarget,
  districts: readonly District[],
  onMarks: OnMarks,
  points: PointReader,
  screen: PointScreen,
): Sync {
  let latest: MapValues | null = null
  let style: { readonly layersOf: LayersOf; readonly writer: Writer } | null = null
  let stopped = false
  let ofDataset: OfDataset | null = null
  let ofSlice: OfSlice | null = null

  const write = () => {
    if (stopped || !latest || !style) return
    const values = latest
    if (ofDataset?.dataset !== values.dataset) {
      ofDataset = { dataset: values.dataset, onFile: areasOnFile(values.dataset) }
    }
    if (!ofSlice || !isSameDrawing(ofSlice.values, values)) {
      const many = hasManyPoints(values.dataset) ? points.read(values, screen.frame()) : null
      ofSlice = readSlice(districts, values, many)
    }
    screen.show(values.hidden.has('settlements') ? null : ofSlice.drawing)
    const { writer, layersOf } = style
    writer.layers(layersOf(lookOf(values)))
    writer.data(SOURCES.areas, ofSlice.areas.points)
    writer.data(SOURCES.spots, ofSlice.spots.points)
    writeStates(writer, districts, ofDataset, values)
    onMarks(
      values.hidden.has('marks') ? [] : ofSlice.areas.marks,
      values.hidden.has('settlements') ? [] : ofSlice.spots.marks,
    )
  }

  return {
    sync(values) {
      latest = values
      write()
    },
    styleLoaded(layersOf, look) {
      style = { layersOf, writer: createWriter(target, layersOf(look)) }
      write()
    },
    styleLost() {
      style = null
    },
    moved() {
      if (!latest || !hasManyPoints(latest.dataset)) return
      ofSlice = null
      write()
    },
    stop() {
      stopped = true
    },
  }
}

/** What of the values decides the look of the layers. */
export function lookOf({ theme, lang, hidden }: MapValues): Look {
  return { palette: paletteOf(theme), lang, hidden }
}

function readSlice(
  districts: readonly District[],
  values: MapValues,
  many: ManyPoints | null,
): OfSlice {
  const settlements = many ? many.marked : spotPoints(values)
  const inTheWay = values.hidden.has('settlements') ? [] : settlements.marks.slice(0, MOST_SPOTS)
  const areas = areaPoints(districts, values, inTheWay)
  return { values, areas, spots: settlements, drawing: many?.drawing ?? null }
}

function isSameDrawing(a: MapValues, b: MapValues): boolean {
  return (
    a.dataset === b.dataset &&
    a.slice === b.slice &&
    a.colouring === b.colouring &&
    a.lang === b.lang &&
    a.theme === b.theme &&
    // Among very many points the selected one alone is a mark.
    (a.selection === b.selection || !hasManyPoints(a.dataset))
  )
}

function writeStates(
  writer: Writer,
  districts: readonly District[],
  { dataset, onFile }: OfDataset,
  { slice, selection, hovered }: MapValues,
): void {
  const selected = selectedFeatures(dataset, selection)
  const polygons = new Map<string, FeatureState>()
  for (const [id, state] of districtStates(districts, slice, onFile)) {
    polygons.set(id, { ...state, selected: selected.areas.has(id), hovered: hovered === id })
  }
  writer.states(SOURCES.districts, polygons)
  writer.states(SOURCES.areas, selectedStates(selected.areas))
  writer.states(SOURCES.spots, selectedStates(selected.spots))
}

function selectedStates(ids: Iterable<string>): Map<string, FeatureState> {
  return new Map([...ids].map((id) => [id, { selected: true }]))
}
