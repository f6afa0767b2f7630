import { memoize } from '../model/memoize'
import { ACCUSED, AGREEMENTS, KINDS, PARTIES, PLACEMENTS } from '../model/vocabulary'
import type { Columns } from './dataset'
import { PairInterner } from './pairInterner'

/** The columns with few values, and how many each can have. */
const BASES = {
  party: PARTIES.length,
  accused: ACCUSED.length,
  placement: PLACEMENTS.length,
  agreement: AGREEMENTS.length,
  denied: 2,
  kinds: 2 ** KINDS.length,
} as const
export type GroupKeyField = keyof typeof BASES
const FIELDS = Object.keys(BASES) as GroupKeyField[]

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
  readonly codes: Readonly<Record<GroupKeyField, Uint8Array>>
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
  const { party, accused, placement, agreement, denied, kinds } = columns
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
    let values = party[row] ?? 0
    values = values * BASES.accused + (accused[row] ?? 0)
    values = values * BASES.placement + (placement[row] ?? 0)
    values = values * BASES.agreement + (agreement[row] ?? 0)
    values = values * BASES.denied + (denied[row] ?? 0)
    values = values * BASES.kinds + (kinds[row] ?? 0)
    const profile = profiles.numberOf(set, values)
    if (profile === first.length) first.push(row)
    ofRow[row] = profile
  }
  const step = sets.second.all(Int32Array)
  const codesOf = (field: GroupKeyField) =>
    Uint8Array.from(first, (row) => columns[field][row] ?? 0)
  return {
    count: profiles.count,
    ofRow,
    row: Int32Array.from(first),
    codes: Object.fromEntries(FIELDS.map((field) => [field, codesOf(field)])) as GroupKeys['codes'],
    areaSet: profiles.first.all(Int32Array),
    areaSets: {
      count: sets.count,
      parent: sets.first.all(Int32Array),
      area: step.map((value) => value >> 1),
      approximate: Uint8Array.from(step, (value) => value & 1),
    },
  }
})
