import type { AreaId, Place, PlaceKind } from '../types'
import { placeKey } from './names'

/** Where a name that stands for an area leads. */
export interface AreaMatch {
  readonly areas: readonly AreaId[]
  /** True for a former unit: it overlaps these areas and coincides with none. */
  readonly approximate: boolean
}

export interface Gazetteer {
  /** The areas a name stands for, in any of its spellings; null when no row has it. */
  area(name: string): AreaMatch | null
  /** The settlement of that name in one of the areas, its own position known or not; null when no row has it. */
  settlement(name: string, areas: readonly AreaId[]): Place | null
}

/** A name shared by a district and a village means the district, where the column is about areas. */
const AREA_ORDER: readonly PlaceKind[] = [
  'district',
  'province',
  'city',
  'former unit',
  'settlement',
]
const SETTLEMENT_KINDS: readonly PlaceKind[] = ['settlement', 'city']

/** Indexes the gazetteer's rows by every spelling of every name, folded (names.ts). */
export function buildGazetteer(places: readonly Place[]): Gazetteer {
  const byKey = new Map<string, Place[]>()
  for (const place of places) {
    const keys = new Set(spellingsOf(place).map(placeKey))
    for (const key of keys) {
      if (key === '') continue
      const found = byKey.get(key)
      if (found) found.push(place)
      else byKey.set(key, [place])
    }
  }
  for (const found of byKey.values()) {
    found.sort((a, b) => AREA_ORDER.indexOf(a.kind) - AREA_ORDER.indexOf(b.kind))
  }

  return {
    area(name) {
      const place = byKey.get(placeKey(name))?.[0]
      if (!place) return null
      return {
        areas: place.districts,
        // A village known only to lie in a former unit is no more exact than the unit.
        approximate: place.kind === 'former unit' || place.districts.length > 1,
      }
    },
    settlement(name, areas) {
      const candidates = byKey.get(placeKey(name)) ?? []
      return (
        candidates.find(
          (place) =>
            SETTLEMENT_KINDS.includes(place.kind) &&
            place.districts.some((district) => areas.includes(district)),
        ) ?? null
      )
    },
  }
}

/** Every form of a place's name, the English one first; none is empty. */
export function spellingsOf(place: Place): string[] {
  return [place.name, place.names.az, place.names.hy, place.names.ru, ...place.otherNames].filter(
    (name) => name !== '',
  )
}
