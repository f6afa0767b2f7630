import type { AreaId, PlaceId } from './ids'

/** The languages that the gazetteer has names in. */
export const NAME_LANGUAGES = ['en', 'az', 'hy', 'ru'] as const
/** Which form of a place name comes first; the other forms are shown next to it. */
export type NameLanguage = (typeof NAME_LANGUAGES)[number]

/** WGS 84 degrees, longitude first (RFC 7946, section 3.1.1). */
export type Position = readonly [lon: number, lat: number]

export type PlaceKind = 'district' | 'province' | 'city' | 'settlement' | 'former unit'

/** One row of the gazetteer (geodata/places.csv). */
export interface Place {
  readonly id: PlaceId
  readonly kind: PlaceKind
  readonly name: string
  readonly names: Readonly<Record<Exclude<NameLanguage, 'en'>, string>>
  readonly otherNames: readonly string[]
  /** The areas the place lies in; a former unit has all that it overlaps. */
  readonly districts: readonly AreaId[]
  /** Known position, or null: a place without one is never given one. */
  readonly position: Position | null
  readonly source: string
}

/** A district or province that reports are counted on: its gazetteer row and, for joins by coordinates, its polygon. */
export interface Area {
  readonly id: AreaId
  readonly name: string
  readonly names: Place['names']
  readonly kind: PlaceKind
  /** Inner label point, where the count mark stands. */
  readonly label: Position | null
}
