import { CODED_FACETS, type CodedFacetKey } from '../model/facets'
import { memoize } from '../model/memoize'
import type { Codes } from './codes'
import type { Columns } from './dataset'
import { PairInterner } from './pairInterner'

/**
 * A row's profile: its values in all columns that have few, and its set of areas. A million rows have some thousand, so
 * that conditions are judged, and values counted, once a profile instead of once a row.
 */
export interface GroupKeys {
  readonly count: number
  /** The profile of each row. */
  readonly ofRow: Int32Array
  /** A row of each profile. */
  readonly row: Int32Array
  /** The codes of each profile. */
  readonly codes: Readonly<Record<CodedFacetKey, Codes>>
  readonly areaSet: Int32Array
  readonly areaSets: AreaSets
}

/** Set 0 is empty; every other set is an earlier one, its parent, and one area more. Some stand here as parents only. */
export interface AreaSets {
  readonly count: number
  readonly parent: Int32Array
  /** The area that the parent lacks: an index into Dataset.areaIds. */
  readonly area: Int32Array
  /** 1 where the rows are in that area only approximately. */
  readonly approximate: Uint8Array
}

/** The profiles of a dataset's columns, worked out once. */
export const groupKeysOf = memoize((columns: Columns): GroupKeys => {
  const { length, areaOffset, areaIndex, areaApproximate } = columns
  const fields = CODED_FACETS.map((key) => columns.codes[key])
  const bases = fields.map((codes) => 1 + largest(codes))
  if (bases.reduce((product, base) => product * base, 1) > Number.MAX_SAFE_INTEGER) {
    throw new Error('The vocabularies of the facets are too large together.')
  }
  const ofRow = new Int32Array(length)
  const sets = new PairInterner()
  const empty = sets.numberOf(-1, -1)
  const profiles = new PairInterner()
  const first: number[] = []
  let end = areaOffset[0] ?? 0
  for (let row = 0; row < length; row++) {
    const start = end
    end = areaOffset[row + 1] ?? 0
    let set = empty
    for (let at = start; at < end; at++) {
      set = sets.numberOf(set, 2 * (areaIndex[at] ?? 0) + (areaApproximate[at] ?? 0))
    }
    // The codes are the digits of a number, each in its own base.
    let values = 0
    for (let field = 0; field < fields.length; field++) {
      values = values * (bases[field] ?? 1) + (fields[field]?.[row] ?? 0)
    }
    const profile = profiles.numberOf(set, values)
    if (profile === first.length) first.push(row)
    ofRow[row] = profile
  }
  const step = Int32Array.from(sets.second)
  const codesOf = (key: CodedFacetKey) => {
    const all = columns.codes[key]
    return all.constructor === Uint8Array
      ? Uint8Array.from(first, (row) => all[row] ?? 0)
      : Uint16Array.from(first, (row) => all[row] ?? 0)
  }
  return {
    count: profiles.count,
    ofRow,
    row: Int32Array.from(first),
    codes: Object.fromEntries(
      CODED_FACETS.map((key) => [key, codesOf(key)]),
    ) as unknown as GroupKeys['codes'],
    areaSet: Int32Array.from(profiles.first),
    areaSets: {
      count: sets.count,
      parent: Int32Array.from(sets.first),
      area: step.map((value) => value >> 1),
      approximate: Uint8Array.from(step, (value) => value & 1),
    },
  }
})

function largest(codes: Codes): number {
  let most = 0
  for (const code of codes) if (code > most) most = code
  return most
}
