import type { CodedFacetKey } from '../model/facets'
import type { Filter } from '../query/filter'
import { NO_QUERY } from '../query/search/readQuery'
import type { Slice } from '../query/slice'
import { sliceDataset } from '../query/sliceDataset'
import type { Dataset } from '../store/dataset'
import type { FolderFrame } from './countedDataset'

/** Counts by squares of the map, as a slice of their own. */
export interface SlicedCells {
  readonly dataset: Dataset
  readonly slice: Slice
}

/** The reports of a filter by squares; null where the squares cannot tell, or were not read. */
export function slicedCells(
  { cells, frame }: { readonly cells: Dataset | null; readonly frame: FolderFrame },
  filter: Filter,
): SlicedCells | null {
  return cells && canCount(filter, frame)
    ? { dataset: cells, slice: sliceDataset(cells, filter) }
    : null
}

/** Whether squares can tell what passes a filter: they know no areas. */
export function canCount(
  filter: Pick<Filter, 'chosen' | 'query'>,
  { conflict }: Pick<FolderFrame, 'conflict'>,
): boolean {
  const needed = needsReports(filter, conflict.published.left)
  return needed.length === 0 && filter.chosen.area.size === 0
}

/** A filter without the conditions that counts cannot judge. */
export function countable<F extends Pick<Filter, 'chosen' | 'query'>>(
  filter: F,
  left: readonly CodedFacetKey[],
): F {
  const facets = [...left, 'source'].map((key) => [key, new Set<string>()])
  return { ...filter, chosen: { ...filter.chosen, ...Object.fromEntries(facets) }, query: NO_QUERY }
}

/** The conditions of a filter that counts cannot judge. `left`: the columns that they do not have. */
export function needsReports(
  { chosen, query }: Pick<Filter, 'chosen' | 'query'>,
  left: readonly CodedFacetKey[],
): readonly (CodedFacetKey | 'source' | 'query')[] {
  const facets = ([...left, 'source'] as const).filter((key) => chosen[key].size > 0)
  return query.text === '' ? facets : [...facets, 'query']
}
