import { type ReadonlySignal, signal } from '@preact/signals'
import type { FeatureCollection } from 'geojson'
import type { Camera } from '../../figure/camera'
import type { MarkScene, Target } from '../../figure/marks'
import type { PlacedNames } from '../../figure/names/labels'
import type { Viewport } from '../../figure/visibleMarks'

/** A map on the screen: the figure, or MapLibre's. */
export interface ShownMap {
  /** What is drawn over its ground. */
  readonly scene: ReadonlySignal<MarkScene | null>
  readonly names: ReadonlySignal<PlacedNames>
  readonly viewport: ReadonlySignal<Viewport | null>
  readonly districts: FeatureCollection
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
  /** The map with its marks and with the credit line under it. The card is not in it. */
  png(credit: string): Promise<Blob>
}

/** Null until the reports and the geometry are there. */
export const shownMap = signal<ShownMap | null>(null)
