import type { Conflict } from '../model/conflict'
import type { CodedFacetKey } from '../model/facets'
import { facetValues, hasSeveral } from '../model/facets'
import type { Make } from './builders'

/** A column of codes: as narrow as its vocabulary allows. */
export type Codes = Uint8Array | Uint16Array | Uint32Array

const MAX_VALUES = 2 ** 16
/** One bit each. */
const MAX_SEVERAL = 31

/** The array type for the codes of a facet. Throws if the vocabulary is too large. */
export function codesType(key: CodedFacetKey, conflict: Conflict): Make<Codes> {
  const { length } = facetValues(key, conflict)
  const several = hasSeveral(key)
  const max = several ? MAX_SEVERAL : MAX_VALUES
  if (length > max) {
    throw new Error(`The vocabulary of "${key}" has ${length} values; at most ${max} are possible.`)
  }
  const codes = several ? 2 ** length : length
  if (codes > 2 ** 16) return Uint32Array
  return codes <= 2 ** 8 ? Uint8Array : Uint16Array
}

/** The bit set of some of a facet's values: bit k for value k. */
export function valueBits(values: readonly string[], chosen: Iterable<string>): number {
  let bits = 0
  for (const id of chosen) {
    const place = values.indexOf(id)
    if (place !== -1) bits |= 1 << place
  }
  return bits
}
