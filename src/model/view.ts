import type { AreaId, IncidentId } from './ids'
import type { Position } from './place'

export type Selection =
  | { readonly kind: 'incident'; readonly id: IncidentId }
  | { readonly kind: 'area'; readonly id: AreaId }
  /** A pair of places (query/directions.ts), and where one of them is. */
  | { readonly kind: 'direction'; readonly id: string; readonly at: Position | null }
  /** The id of a site (siteIds.ts). */
  | { readonly kind: 'settlement'; readonly id: string }

export type Theme = 'light' | 'dark'

/** Map camera: zoom level, degrees WGS 84. */
export interface View {
  readonly zoom: number
  readonly lat: number
  readonly lon: number
}

/**
 * Layers that the user can switch off. `names` are those of districts, `towns` those of the base
 * map.
 */
export type LayerId = 'shading' | 'marks' | 'settlements' | 'names' | 'towns' | 'water' | 'borders'

/** How the timeline draws groups: on top of each other, next to each other, or each in a row. */
export const BAR_LAYOUTS = ['stacked', 'side-by-side', 'rows'] as const
export type BarLayout = (typeof BAR_LAYOUTS)[number]

/** An online base map, loaded only when the user picks it. */
export interface BaseMap {
  readonly id: string
  readonly name: string
  /** Address of a MapLibre style document. */
  readonly style: string
  /** Plain text, shown in addition to the style's own credits. */
  readonly attribution?: string
  /** The theme of the style, which our layers on it follow; light if not given. */
  readonly theme?: Theme
}

/** What an embedded map can have around it. */
export const FRAME_PARTS = ['timeline', 'legend', 'list'] as const
export type FramePart = (typeof FRAME_PARTS)[number]
export const USUAL_FRAME: readonly FramePart[] = ['timeline', 'legend']

/** What opens over the map: dialogs and, on a phone, everything that covers it. */
export type Pane =
  | 'about'
  | 'help'
  | 'keys'
  | 'data'
  | 'dates'
  | 'picture'
  | 'share'
  | 'list'
  | 'timeline'
  | 'legend'
  | 'unlocated'
  | 'export'
  | 'layers'
