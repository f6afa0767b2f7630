import type { Conflict } from '../../model/conflict'
import { type CodedFacetKey, columnOfFacet, facetValues, hasSeveral } from '../../model/facets'
import { fieldOf } from '../../model/fields'
import { OTHER_WEAPON } from '../../model/weapons'
import type { NamedDataset, Renamed } from './joinVocabularies'

/** Returns what turns the codes of a facet in one dataset into those among all. */
export function createRecoder(
  key: CodedFacetKey,
  own: NamedDataset | undefined,
  conflict: Conflict,
  renamed: Renamed | undefined,
): (code: number) => number {
  const values = facetValues(key, conflict)
  const name = columnOfFacet(key)
  const list = name && fieldOf(name).from
  const ownValues = own ? facetValues(key, own.dataset.conflict) : []
  const places = ownValues.map((id) => {
    const place = values.indexOf((list && renamed?.[list].get(id)) ?? id)
    return place === -1 ? values.indexOf(OTHER_WEAPON) : place
  })
  if (places.every((place, code) => place === code)) return (code) => code
  if (!hasSeveral(key)) return (code) => places[code] ?? 0
  const known = new Map<number, number>()
  return (bits) => {
    const found = known.get(bits)
    if (found !== undefined) return found
    let joined = 0
    places.forEach((place, code) => {
      if ((bits >>> code) & 1) joined |= 1 << place
    })
    known.set(bits, joined)
    return joined
  }
}
