import { distance } from 'fastest-levenshtein'
import type { Conflict } from '../model/conflict'
import { placeKeyOf } from '../model/fold'
import type { AreaId, PlaceId } from '../model/ids'
import { memoize, memoizeText } from '../model/memoize'
import type { Place, PlaceKind } from '../model/place'
import { soundsOf } from '../model/sound'
import type { Dataset } from '../store/dataset'

export interface AreaMatch {
  readonly areas: readonly AreaId[]
  /** True for a former unit: it overlaps these areas and coincides with none. */
  readonly approximate: boolean
  /** The name of the place where no row has the name asked for, and only this one sounds like it. */
  readonly soundsLike?: string
}

export interface Gazetteer {
  readonly places: readonly Place[]
  /**
   * The areas that a name means, in any of its spellings, or in a transliteration that sounds like
   * one name only; null if there is no such row.
   */
  area(name: string): AreaMatch | null
  /**
   * Up to three names of areas, or of settlements too, with the most similar spelling, nearest
   * first; empty if nothing is close.
   */
  nearest(name: string, kinds?: 'areas' | 'settlements too'): string[]
  /**
   * The settlement of that name in one of the areas, with or without a known position; null if no
   * row has it.
   */
  settlement(name: string, areas: readonly AreaId[]): Place | null
  /** All rows of that name in any of its spellings, areas first. */
  named(name: string): readonly Place[]
  /** The row with an id. */
  place(id: PlaceId): Place | undefined
}

/** In a column about areas, a name shared by a district and a village means the district. */
const AREA_ORDER: readonly PlaceKind[] = [
  'district',
  'province',
  'city',
  'former unit',
  'settlement',
  'lake',
  'landmark',
]
/** What a name can stand for that no row has: a misspelt one, or one in another transliteration. */
const UNITS: readonly PlaceKind[] = ['district', 'province', 'city', 'former unit']
const MAX_HINTS = 3
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

  const bySound = new Map<string, Set<Place>>()
  for (const [key, [place]] of byKey) {
    for (const sound of place ? soundsOf(key) : []) {
      bySound.set(sound, (bySound.get(sound) ?? new Set()).add(place as Place))
    }
  }
  /** The unit whose name alone sounds like a key. */
  const soundsLike = memoizeText((key) => {
    const heard = new Set(soundsOf(key).flatMap((sound) => [...(bySound.get(sound) ?? [])]))
    const [place] = heard
    return place && heard.size === 1 && UNITS.includes(place.kind) ? place : null
  })
  // Folding a name costs more than all the rest of a row.
  const keyOf = memoizeText(placeKey)
  const byId = new Map(places.map((place) => [place.id, place]))

  return {
    places,
    area(name) {
      const key = keyOf(name)
      const exact = byKey.get(key)?.[0]
      const place = exact ?? soundsLike(key)
      if (!place) return null
      return {
        ...(!exact && { soundsLike: place.name }),
        areas: place.districts,
        // A village known only to be in a former unit is no more exact than the unit.
        approximate: place.kind === 'former unit' || place.districts.length > 1,
      }
    },
    nearest(name, kinds = 'areas') {
      const key = keyOf(name)
      const furthest = Math.floor(key.length / 3)
      const found = new Map<string, number>()
      for (const [other, [place]] of byKey) {
        if (!place || key === '') continue
        const isSought =
          UNITS.includes(place.kind) || (kinds !== 'areas' && place.kind === 'settlement')
        if (!isSought || Math.abs(other.length - key.length) > furthest) continue
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
    named: (name) => byKey.get(keyOf(name)) ?? [],
    place: (id) => byId.get(id),
  }
}

/** The gazetteer of a dataset. */
export const gazetteerOf = memoize(({ places, conflict }: Pick<Dataset, 'places' | 'conflict'>) =>
  buildGazetteer(places, conflict),
)

/** Every form of a place's name, the English one first; none is empty. */
export function listSpellings(place: Place): string[] {
  return [place.name, ...Object.values(place.names), ...place.otherNames].filter(
    (name) => name !== '',
  )
}
