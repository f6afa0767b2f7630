import { signal } from '@preact/signals'
import type { MarkScene } from '../../figure/marks'

/** What is drawn over the map; null until the map is there. */
export const scene = signal<MarkScene | null>(null)
