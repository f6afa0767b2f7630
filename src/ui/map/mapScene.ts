import { signal } from '@preact/signals'
import type { MarkScene } from '../../figure/marks'
import type { PlacedNames } from '../../figure/names/labels'
import type { Viewport } from '../../figure/visibleMarks'

/** The marks over the map; null until the map is there. */
export const scene = signal<MarkScene | null>(null)
/** The names under the marks. */
export const names = signal<PlacedNames>({ labels: [], dots: [] })
/** What the map shows, with every frame. */
export const viewport = signal<Viewport | null>(null)
