import type { AreaId, Columns, Dataset } from '../types'
import { Growing } from './growing'
import { oncePer } from './oncePer'
import { NOT_LOCATED } from './vocabulary'

/**
 * The sets of areas that rows name, numbered, so that areas are judged and counted once a set instead of once a row. Set 0
 * is empty; every other set is an earlier one, its parent, and one area more. A set may stand here as a parent only.
 */
export interface AreaSets {
  readonly count: number
  /** The set of each row. */
  readonly ofRow: Int32Array
  readonly parent: Int32Array
  /** The area that the parent lacks: an index into Dataset.areaIds. */
  readonly area: Uint16Array
  /** 1 where the rows are in that area only approximately. */
  readonly approximate: Uint8Array
}

/** Every area, in approximately or not. */
const STEPS = 2 ** 17

/** The area sets of a dataset's columns, worked out once. */
export const areaSetsOf = oncePer((columns: Columns): AreaSets => {
  const { length, areaOffset, areaIndex, areaApproximate } = columns
  const ofRow = new Int32Array(length)
  const parent = new Growing()
  const area = new Growing()
  const approximate = new Growing()
  const add = (from: number, step: number) => {
    parent.push(from)
    area.push(step >> 1)
    approximate.push(step & 1)
    return parent.length - 1
  }
  add(0, 0)
  // Most rows name one area: those sets are found without a map.
  const ofOne = new Int32Array(STEPS)
  const ofMore = new Map<number, number>()
  let end = areaOffset[0] ?? 0
  for (let row = 0; row < length; row++) {
    const start = end
    end = areaOffset[row + 1] ?? 0
    let set = 0
    for (let at = start; at < end; at++) {
      const step = 2 * (areaIndex[at] ?? 0) + (areaApproximate[at] ?? 0)
      const key = set * STEPS + step
      let next = set === 0 ? (ofOne[step] ?? 0) : (ofMore.get(key) ?? 0)
      if (next === 0) {
        next = add(set, step)
        if (set === 0) ofOne[step] = next
        else ofMore.set(key, next)
      }
      set = next
    }
    ofRow[row] = set
  }
  return {
    count: parent.length,
    ofRow,
    parent: parent.all(Int32Array),
    area: area.all(Uint16Array),
    approximate: approximate.all(Uint8Array),
  }
})

/** For each set, 1 where it holds one of the areas asked for; the empty set answers to NOT_LOCATED. */
export function setsWithin(
  { areaIds, columns }: Pick<Dataset, 'areaIds' | 'columns'>,
  areas: ReadonlySet<AreaId>,
): Uint8Array {
  const { count, parent, area } = areaSetsOf(columns)
  const wanted = areaIds.map((id) => areas.has(id))
  const within = new Uint8Array(count)
  for (let set = 1; set < count; set++) {
    if (wanted[area[set] ?? -1] || within[parent[set] ?? 0] === 1) within[set] = 1
  }
  within[0] = areas.has(NOT_LOCATED) ? 1 : 0
  return within
}
