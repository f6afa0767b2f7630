import type { Conflict } from '../model/conflict'
import type { Day } from '../model/day'
import { addDays, lengthOf, parseSlice } from '../model/day'
import { type FacetKey, facetValues } from '../model/facets'

/**
 * Returns a test for the values of a facet. Whether an area or a source with that id exists depends
 * on the data.
 */
export function isFacetValue(key: FacetKey, conflict: Conflict): (value: string) => boolean {
  if (key === 'area' || key === 'source') return isSlug
  const ids = facetValues(key, conflict)
  return (value) => ids.includes(value)
}

/** Whether a value can be an area's or a source's id. */
export function isSlug(value: string): boolean {
  return /^[a-z0-9-]+$/.test(value)
}

/**
 * Reads a comma list of days, ISO weeks and months (`2022-11-29,2022-W48,2022-11`). Parts that are
 * none of these are in `unknown`.
 */
export function readDays(value: string): { days: Set<Day>; unknown: string[] } {
  const days = new Set<Day>()
  const unknown: string[] = []
  for (const part of value.split(',')) {
    const range = parseSlice(part)
    if (range === null) unknown.push(part)
    else for (let index = 0; index < lengthOf(range); index++) days.add(addDays(range.from, index))
  }
  return { days, unknown }
}
