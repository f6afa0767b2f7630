import { panel } from '../../messages/compiled/panel'
import type { Conflict, Term } from '../../model/conflict'
import {
  type CodedFacetKey,
  codedLabel,
  columnOfFacet,
  FACET_KEYS,
  type FacetKey,
  facetValues,
  isCodedOnly,
  WORD_NOT_STATED,
} from '../../model/facets'
import { fieldOf } from '../../model/fields'
import type { AreaId } from '../../model/ids'
import { AGREEMENTS, NOT_LOCATED, PLACEMENTS } from '../../model/vocabulary'
import { listWeapons, OTHER_WEAPON } from '../../model/weapons'
import type { Count } from '../../query/counts'
import { areasOnFile } from '../../query/groups'
import { agreementWords } from '../../query/groupWords'
import { hasUnlocated } from '../../query/rowsAtPlace'
import type { Slice } from '../../query/slice'
import type { Dataset } from '../../store/dataset'
import { hasSides } from '../../store/pairing'

/** The facets of the panel: sources are chosen in their table, datasets in a list of their own. */
export type ShownFacet = Exclude<FacetKey, 'source' | 'dataset'>
type FacetValue = Pick<Term, 'id' | 'label' | 'words' | 'moreWords'>

const NONE: Count = { certain: 0, possible: 0 }
/** In the order of the panel. */
const DENIED = ['yes', 'no'] as const

/** The facets that a dataset has something to choose from. Coded events are neither claimed nor denied. */
export function shownFacets(conflict: Conflict): readonly ShownFacet[] {
  return FACET_KEYS.filter((key): key is ShownFacet => {
    if (key === 'agreement') return hasSides(conflict)
    if (key === 'weapon') return conflict.weapons === undefined || conflict.weapons.length > 0
    return key !== 'source' && key !== 'dataset' && !(key === 'denied' && isCodedOnly(conflict))
  })
}

export function facetName(key: ShownFacet, conflict: Conflict): string {
  return codedLabel(conflict, key) ?? panel.facet({ facet: key })
}

/** The values of a facet, each with its count. */
export function facetOptions(
  key: ShownFacet,
  dataset: Dataset,
  { facets }: Slice,
): readonly (FacetValue & { readonly count: Count })[] {
  const terms = key === 'area' ? areaTerms(dataset) : termsOnFile(key, dataset)
  return terms.map((term) => ({ ...term, count: facets[key].get(term.id) ?? NONE }))
}

/** How exactly a place is known has values that few files have. */
function termsOnFile(key: CodedFacetKey, { columns, conflict }: Dataset): readonly FacetValue[] {
  const terms = valueTerms(key, conflict)
  if (key !== 'placement' || columns.length === 0) return terms
  return terms.filter((_, code) => columns.codes.placement.includes(code))
}

/** The values of a facet with codes, in the order of the panel. */
export function valueTerms(key: CodedFacetKey, conflict: Conflict): readonly FacetValue[] {
  if (key === 'denied') return DENIED.map((id) => ({ id, label: panel.denied({ denied: id }) }))
  if (key === 'placement') {
    return PLACEMENTS.map((id) => ({ id, label: panel.placement({ placement: id }) }))
  }
  if (key === 'agreement') return AGREEMENTS.map((id) => ({ id, label: agreementWords(id) }))
  if (key === 'weapon') {
    return [
      ...listWeapons(conflict),
      { id: OTHER_WEAPON, label: panel.otherWeapon() },
      { id: WORD_NOT_STATED, label: panel.notStated() },
    ]
  }
  const name = columnOfFacet(key)
  const from = name && fieldOf(name).from
  if (from) return conflict[from]
  // A word of a closed list is its own label.
  return facetValues(key, conflict).map((id) => ({
    id,
    label: id === WORD_NOT_STATED ? panel.notStated() : id,
  }))
}

/** Areas that any report on file names: the focus districts first, "not located" last. */
function areaTerms(dataset: Dataset): readonly FacetValue[] {
  const { areas, conflict } = dataset
  const named = areasOnFile(dataset)
  const rest = [...areas.keys()].filter((id) => named.has(id) && !conflict.focus.includes(id))
  const listed: AreaId[] = [...conflict.focus.filter((id) => areas.has(id)), ...rest]
  const none = { id: NOT_LOCATED, label: panel.placement({ placement: 'unlocated' }) }
  return [
    ...listed.map((id) => ({ id, label: areas.get(id)?.name ?? id })),
    ...(hasUnlocated(dataset) ? [none] : []),
  ]
}
