import { distance } from 'fastest-levenshtein'
import type { Conflict } from '../model/conflict'
import { placeKeyOf } from '../model/fold'
import type { AreaId } from '../model/ids'
import type { Place, PlaceKind } from '../model/place'

/** Where a name that stands for an area leads. */
export interface AreaMatch {
  readonly areas: readonly AreaId[]
  /** True for a former unit: it overlaps these areas and coincides with none. */
  readonly approximate: boolean
}

export interface Gazetteer {
  /** The areas a name stands for, in any of its spellings; null when no row has it. */
  area(name: string): AreaMatch | null
  /** Up to three names of areas that are spelt most like it, the nearest first; none when nothing is near. */
  nearest(name: string): string[]
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
  'lake',
  'landmark',
]
/** What a misspelt area can be meant to be. */
const HINTED: readonly PlaceKind[] = ['district', 'province', 'city', 'former unit']
const MAX_HINTS = 3
/** Spellings kept folded: more than any gazetteer has, fewer than would fill the memory. */
const MAX_KEYS = 20_000
const SETTLEMENT_KINDS: readonly PlaceKind[] = ['settlement', 'city']

/** Indexes the gazetteer's rows by every spelling of every name, folded (fold.ts). */
export function buildGazetteer(places: readonly Place[], conflict: Conflict): Gazetteer {
  const placeKey = placeKeyOf(conflict)
  const byKey = new Map<string, Place[]>()
  for (const place of places) {
    const keys = new Set(listSpellings(place).map(placeKey))
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

  const keys = new Map<string, string>()
  /** Files repeat their names; folding one costs more than all the rest of a row. */
  const keyOf = (name: string) => {
    let key = keys.get(name)
    if (key === undefined) {
      key = placeKey(name)
      if (keys.size < MAX_KEYS) keys.set(name, key)
    }
    return key
  }

  return {
    area(name) {
      const place = byKey.get(keyOf(name))?.[0]
      if (!place) return null
      return {
        areas: place.districts,
        // A village known only to lie in a former unit is no more exact than the unit.
        approximate: place.kind === 'former unit' || place.districts.length > 1,
      }
    },
    nearest(name) {
      const key = keyOf(name)
      const furthest = Math.floor(key.length / 3)
      const found = new Map<string, number>()
      for (const [other, [place]] of byKey) {
        if (!place || !HINTED.includes(place.kind) || key === '') continue
        const away = distance(key, other)
        if (away <= furthest && away < (found.get(place.name) ?? Number.POSITIVE_INFINITY)) {
          found.set(place.name, away)
        }
      }
      return [...found]
        .sort(([a, near], [b, far]) => near - far || (a < b ? -1 : 1))
        .slice(0, MAX_HINTS)
        .map(([known]) => known)
    },
    settlement(name, areas) {
      const candidates = byKey.get(keyOf(name)) ?? []
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
export function listSpellings(place: Place): string[] {
  return [place.name, ...Object.values(place.names), ...place.otherNames].filter(
    (name) => name !== '',
  )
}
