import type { AreaId, IncidentId } from './ids'

export type Selection =
  | { readonly kind: 'incident'; readonly id: IncidentId }
  | { readonly kind: 'area'; readonly id: AreaId }

export type Theme = 'light' | 'dark'

/** Map camera: zoom level, degrees WGS 84. */
export interface View {
  readonly zoom: number
  readonly lat: number
  readonly lon: number
}

/** What the reader can switch off. `names` are the districts', `towns` the base map's own. */
export type LayerId = 'shading' | 'marks' | 'settlements' | 'names' | 'towns' | 'water' | 'borders'

/** An online base map, loaded only when the reader picks it. */
export interface BaseMap {
  readonly id: string
  readonly name: string
  /** Address of a MapLibre style document. */
  readonly style: string
  /** Plain text, shown beside what the style itself credits. */
  readonly attribution?: string
  /** The tone of the style, which our layers on it take; light when not given. */
  readonly theme?: Theme
}
