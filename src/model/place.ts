import type { AreaId, PlaceId } from './ids'

/** WGS 84 degrees, longitude first (RFC 7946, section 3.1.1). */
export type Position = readonly [lon: number, lat: number]

export type PlaceKind =
  | 'district'
  | 'province'
  | 'city'
  | 'settlement'
  | 'former unit'
  | 'lake'
  | 'landmark'

/** What the position of a row of the gazetteer rests on (geodata/README.md, "places.csv"). */
export const POSITION_QUALITIES = ['two-sources', 'one-source', 'approximate'] as const
export type PositionQuality = (typeof POSITION_QUALITIES)[number]

/** One row of the gazetteer (geodata/places.csv). */
export interface Place {
  readonly id: PlaceId
  readonly kind: PlaceKind
  readonly name: string
  /** The forms in the other languages of the conflict, by language id; empty where unknown. */
  readonly names: Readonly<Record<string, string>>
  readonly otherNames: readonly string[]
  /** The areas the place is in. A former unit has all that it overlaps. */
  readonly districts: readonly AreaId[]
  /** Known position, or null. Positions are never estimated. */
  readonly position: Position | null
  /** null where the row does not say. */
  readonly positionQuality: PositionQuality | null
  readonly source: string
}

/**
 * A district or province that reports are counted in: its gazetteer row and, for joins by
 * coordinates, its polygon.
 */
export interface Area {
  readonly id: AreaId
  /** In the first language of the conflict. */
  readonly name: string
  readonly names: Place['names']
  readonly kind: PlaceKind
  /** Inner label point, the position of the count mark. */
  readonly label: Position | null
}
