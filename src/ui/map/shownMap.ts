import { type ReadonlySignal, signal } from '@preact/signals'
import type { Camera } from '../../figure/camera'
import type { Geography } from '../../figure/figure'
import type { MarkScene, Target } from '../../figure/marks'
import type { Measure, PlacedNames } from '../../figure/names/labels'
import type { Viewport } from '../../figure/visibleMarks'

/** A map on the screen: the figure, or MapLibre's. */
export interface ShownMap {
  /** What is drawn over its ground. */
  readonly scene: ReadonlySignal<MarkScene | null>
  readonly names: ReadonlySignal<PlacedNames>
  readonly viewport: ReadonlySignal<Viewport | null>
  readonly geography: Geography
  /** Whose the geography is. */
  readonly credits: readonly string[]
  /** The width of text on it. */
  readonly measure: ReadonlySignal<Measure>
  /** Where it looks. */
  camera(): Camera
  /** Moves there to make room for the card: the address keeps the view that the user chose. */
  show(camera: Camera): void
  /** Opens a mark: a bin zooms in, others are selected. */
  open(mark: Target): void
  /** Takes the focus. */
  focus(): void
  /** Zooms by so many levels. */
  zoom(by: number): void
  /** Shows all reports of the slice. */
  fit(): void
}

/** Null until the reports and the geometry are there. */
export const shownMap = signal<ShownMap | null>(null)
