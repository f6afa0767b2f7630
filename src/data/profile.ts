import type { Columns } from '../types'
import { oncePer } from './oncePer'
import { ACCUSED, AGREEMENTS, KINDS, PARTIES, PLACEMENTS } from './vocabulary'

/** The columns with few values, and how many each can have. */
const BASES = {
  party: PARTIES.length,
  accused: ACCUSED.length,
  placement: PLACEMENTS.length,
  agreement: AGREEMENTS.length,
  denied: 2,
  kinds: 2 ** KINDS.length,
} as const
export type ProfileField = keyof typeof BASES
const FIELDS = Object.keys(BASES) as ProfileField[]
/** What a column's values are worth in the number of a combination: they are its digits, each in its own base. */
const WEIGHTS = FIELDS.map((_, index) =>
  FIELDS.slice(index + 1).reduce((product, field) => product * BASES[field], 1),
)
/** How many different profiles there can be: Profiles.ofRow has 16 bits for them. */
export const COMBINATIONS = Object.values(BASES).reduce((product, base) => product * base, 1)

/**
 * A row's profile: its values in all columns that have few. A million rows have some hundred, so that conditions are
 * judged, and values counted, once a profile instead of once a row.
 */
export interface Profiles {
  readonly count: number
  /** The profile of each row. */
  readonly ofRow: Uint16Array
  /** The codes of each profile. */
  readonly codes: Readonly<Record<ProfileField, Uint8Array>>
}

/** The profiles of a dataset's columns, worked out once. */
export const profilesOf = oncePer((columns: Columns): Profiles => {
  const ofRow = new Uint16Array(columns.length)
  FIELDS.forEach((field, index) => {
    addDigits(ofRow, columns[field], WEIGHTS[index] ?? 0)
  })
  const numberOf = new Int32Array(COMBINATIONS).fill(-1)
  const first: number[] = []
  for (let row = 0; row < ofRow.length; row++) {
    const combination = ofRow[row] ?? 0
    if (numberOf[combination] === -1) numberOf[combination] = first.push(row) - 1
    ofRow[row] = numberOf[combination] ?? 0
  }
  const codesOf = (field: ProfileField) => Uint8Array.from(first, (row) => columns[field][row] ?? 0)
  const codes = Object.fromEntries(FIELDS.map((field) => [field, codesOf(field)]))
  return { count: first.length, ofRow, codes: codes as Profiles['codes'] }
})

function addDigits(to: Uint16Array, digits: Uint8Array, weight: number): void {
  for (let row = 0; row < to.length; row++) to[row] = (to[row] ?? 0) + (digits[row] ?? 0) * weight
}
