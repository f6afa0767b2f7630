import type { Columns, Dataset } from '../types'
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
const COMBINATIONS = Object.values(BASES).reduce((product, base) => product * base, 1)

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

const known = new WeakMap<Columns, Profiles>()

/** The profiles of a dataset, worked out once. */
export function profilesOf({ columns }: Dataset): Profiles {
  const found = known.get(columns)
  if (found) return found
  const profiles = findProfiles(columns)
  known.set(columns, profiles)
  return profiles
}

/** The codes of a row are the digits of a number, each in its own base; the numbers that there are get numbered. */
function findProfiles(columns: Columns): Profiles {
  const ofRow = new Uint16Array(columns.length)
  for (const field of FIELDS) {
    const codes = columns[field]
    for (let row = 0; row < ofRow.length; row++) {
      ofRow[row] = (ofRow[row] ?? 0) * BASES[field] + (codes[row] ?? 0)
    }
  }
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
}
