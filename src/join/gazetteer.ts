import { distance } from 'fastest-levenshtein'
import type { Conflict } from '../model/conflict'
import { placeKeyOf } from '../model/fold'
import type { AreaId } from '../model/ids'
import type { Place, PlaceKind } from '../model/place'

/** What a name of an area resolves to. */
export interface AreaMatch {
  readonly areas: readonly AreaId[]
  /** True for a former unit: it overlaps these areas and coincides with none. */
  readonly approximate: boolean
}

export interface Gazetteer {
  /** The areas that a name means, in any of its spellings; null if no row has it. */
  area(name: string): AreaMatch | null
  /**
   * Up to three area names with the most similar spelling, nearest first; empty if nothing is
   * close.
   */
  nearest(name: string): string[]
  /**
   * The settlement of that name in one of the areas, with or without a known position; null if no
   * row has it.
   */
  settlement(name: string, areas: readonly AreaId[]): Place | null
}

/** In a column about areas, a name shared by a district and a village means the district. */
const AREA_ORDER: readonly PlaceKind[] = [
  'district',
  'province',
  'city',
  'former unit',
  'settlement',
]
const MAX_HINTS = 3
/** Cached folded spellings: more than any gazetteer has, few enough for memory. */
const MAX_KEYS = 20_000
const SETTLEMENT_KINDS: readonly PlaceKind[] = ['settlement', 'city']

/** Indexes the rows of the gazetteer by every spelling of every name, folded (fold.ts). */
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
  /** Files repeat names, and folding one costs more than the rest of a row. */
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
        // A village known only to be in a former unit is no more exact than the unit.
        approximate: place.kind === 'former unit' || place.districts.length > 1,
      }
    },
    nearest(name) {
      const key = keyOf(name)
      const furthest = Math.floor(key.length / 3)
      const found = new Map<string, number>()
      for (const [other, [place]] of byKey) {
        if (!place || place.kind === 'settlement' || key === '') continue
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

/** Every form of a place's name, English first; none is empty. */
export function listSpellings(place: Place): string[] {
  return [place.name, ...Object.values(place.names), ...place.otherNames].filter(
    (name) => name !== '',
  )
}
