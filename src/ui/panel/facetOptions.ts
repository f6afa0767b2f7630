import type { Term } from '../../model/conflict'
import { columnOfFacet, type FacetKey, facetValues } from '../../model/facets'
import { fieldOf } from '../../model/fields'
import type { AreaId } from '../../model/ids'
import { NOT_LOCATED } from '../../model/vocabulary'
import type { Count } from '../../query/counts'
import { areasOnFile, groupsOf } from '../../query/groups'
import type { Slice } from '../../query/slice'
import type { Dataset } from '../../store/dataset'
import type { Option } from './Facet'

const NONE: Count = { certain: 0, possible: 0 }

export const FACET_NAMES: Readonly<Record<FacetKey, string>> = {
  area: 'District',
  by: 'Reported by',
  accused: 'Accused',
  kind: 'Kind',
  denied: 'Denial',
  placement: 'Placement',
  agreement: 'Agreement',
  source: 'Source',
}

/** Words for the values that are the same for every conflict. */
const VALUE_LABELS: Readonly<Partial<Record<FacetKey, Readonly<Record<string, string>>>>> = {
  denied: { yes: 'Denied by a party', no: 'No denial on file' },
  placement: {
    settlement: 'Known to the settlement',
    district: 'Known to the district',
    approximate: 'Approximate (former unit)',
    unlocated: 'Not located',
  },
}

/** The values of a facet, each with its count; parties have a swatch. */
export function facetOptions(
  key: FacetKey,
  dataset: Dataset,
  { facets }: Slice,
): readonly Option<string>[] {
  if (key === 'source') return []
  const terms = key === 'area' ? areaTerms(dataset) : valueTerms(key, dataset)
  return terms.map(({ id, label }) => ({
    id,
    label,
    count: facets[key].get(id) ?? NONE,
    ...(key === 'by' && { swatch: id }),
  }))
}

type Labelled = Pick<Term, 'id' | 'label'>

function valueTerms(
  key: Exclude<FacetKey, 'area' | 'source'>,
  { conflict }: Dataset,
): readonly Labelled[] {
  if (key === 'agreement') return groupsOf(conflict, key)
  const name = columnOfFacet(key)
  const from = name && fieldOf(name).from
  if (from) return conflict[from]
  const labels = VALUE_LABELS[key] ?? {}
  const known = Object.keys(labels)
  const values = known.length > 0 ? known : facetValues(key, conflict)
  return values.map((id) => ({ id, label: labels[id] ?? id }))
}

/** Areas that any report on file names, the focus districts first, "not located" last. */
function areaTerms(dataset: Dataset): readonly Labelled[] {
  const { areas, conflict } = dataset
  const named = areasOnFile(dataset)
  const rest = [...areas.keys()].filter((id) => named.has(id) && !conflict.focus.includes(id))
  const listed: AreaId[] = [...conflict.focus.filter((id) => areas.has(id)), ...rest]
  return [
    ...listed.map((id) => ({ id, label: areas.get(id)?.name ?? id })),
    { id: NOT_LOCATED, label: 'Not located' },
  ]
}
