import { computed, type ReadonlySignal, signal, untracked } from '@preact/signals'
import { select, setView } from '../../app/actions'
import * as state from '../../app/state'
import { type Camera, constrain, MAX_ZOOM, STEP_IN } from '../../figure/camera'
import { findFrame } from '../../figure/cellFrame'
import { composeFigure, type Geography, placeMarks } from '../../figure/figure'
import { fitCamera, reportsBox } from '../../figure/fit'
import { type DrawnGround, drawGround, outlineGround } from '../../figure/ground/drawGround'
import { isBySquares } from '../../figure/marks'
import type { Measure } from '../../figure/names/labels'
import { layOutNames } from '../../figure/names/layOutNames'
import { findPalette, type Palette } from '../../figure/palette'
import { selectedFeatures, selectionOf } from '../../figure/selected'
import { districtStates, readDistricts } from '../../figure/shading'
import { createViewport } from '../../figure/visibleMarks'
import type { Box } from '../../model/conflict'
import type { Position } from '../../model/place'
import type { LayerId } from '../../model/view'
import { areasOnFile } from '../../query/groups'
import { listCovered, notes } from './covered'
import type { ShownMap } from './shownMap'

export interface FigureGround extends DrawnGround {
  readonly camera: Camera
  readonly palette: Palette
}

/** The map as the figure alone draws it. */
export interface FigureMap extends ShownMap {
  readonly ground: ReadonlySignal<FigureGround>
  /** What is fitted while there is no view. */
  readonly fitted: ReadonlySignal<Box>
  /** Where it has moved to for the card, from what is fitted or the view; null if it has not. */
  readonly forCard: ReadonlySignal<Camera | null>
}

interface FigureParts {
  readonly geography: Geography
  readonly credits: readonly string[]
  readonly size: ReadonlySignal<Pick<Camera, 'width' | 'height'>>
  readonly measure: ReadonlySignal<Measure>
  focus(): void
}

/**
 * The map before MapLibre has come, and where it cannot: everything that it shows, computed from
 * the state. It is moved by buttons only.
 */
export function createFigureMap({
  geography,
  credits,
  size,
  measure,
  focus,
}: FigureParts): FigureMap {
  const { dataset, slice, limit, theme, view, hoveredArea } = state
  const districts = readDistricts(geography.districts)
  const fits = signal(0)
  /** All reports of the slice that there was when it was fitted. */
  const fitted = computed(() => {
    fits.value
    const { districts, ground } = geography
    return reportsBox(districts, dataset.value, slice.peek(), ground.labels)
  })

  const moved = signal<{ camera: Camera; from: readonly unknown[] } | null>(null)
  const basis = () => [view.value, fitted.value, size.value]
  const forCard = computed(() => {
    const now = basis()
    return moved.value?.from.every((each, index) => each === now[index]) ? moved.value.camera : null
  })
  const camera = computed(() => {
    notes.value
    if (forCard.value) return constrain(forCard.value, limit.value)
    const { zoom, lat, lon } = view.value ?? {}
    const asked =
      zoom === undefined || lat === undefined || lon === undefined
        ? fitCamera(fitted.value, size.value, listCovered('tools'))
        : { center: [lon, lat] as const, zoom, ...size.value }
    return constrain(asked, limit.value)
  })
  const values = computed(() => ({
    dataset: dataset.value,
    slice: slice.value,
    points: state.points.value,
    colouring: state.colouring.value,
    lang: state.names.value,
    hidden: state.hiddenLayers.value as ReadonlySet<LayerId>,
  }))
  const placed = computed(() => {
    const frame = findFrame(camera.value, isBySquares(values.value))
    return placeMarks(districts, values.value, frame)
  })
  const figure = computed(() => {
    const selection = state.selection.value
    const directions = state.directions.value
    const all = { ...values.value, theme: theme.value, selection, directions }
    return composeFigure(all, placed.value, geography)
  })
  const looks = computed(() => ({
    states: districtStates(districts, slice.value, areasOnFile(dataset.value)),
    selected: selectedFeatures(dataset.value, state.selection.value).areas,
    hovered: hoveredArea.value,
  }))
  const outlines = computed(() => outlineGround(geography, camera.value))
  const look = (center: Position, zoom: number) => {
    const next = constrain({ ...camera.peek(), center, zoom }, limit.peek())
    setView({ zoom: next.zoom, lat: next.center[1], lon: next.center[0] })
  }
  return {
    scene: computed(() => figure.value.marks),
    names: computed(() =>
      layOutNames(camera.value, figure.value, measure.value, listCovered('all')),
    ),
    viewport: computed(() => createViewport(camera.value)),
    ground: computed(() => {
      const palette = findPalette(theme.value)
      const { hidden } = values.value
      const ground = drawGround(outlines.value, { districts: looks.value, hidden }, palette)
      return { ...ground, camera: camera.value, palette }
    }),
    fitted,
    forCard,
    geography,
    credits,
    measure,
    camera: () => camera.peek(),
    show(next) {
      moved.value = { camera: next, from: untracked(basis) }
    },
    open(mark) {
      const { zoom } = camera.peek()
      if (mark.zoomsIn && zoom < MAX_ZOOM) look(mark.at, zoom + STEP_IN)
      else select(selectionOf(mark))
    },
    focus,
    zoom: (by) => look(camera.peek().center, camera.peek().zoom + by),
    fit() {
      fits.value++
      setView(null)
    },
  }
}
