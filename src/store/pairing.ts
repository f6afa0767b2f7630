import type { Conflict } from '../model/conflict'
import { memoize } from '../model/memoize'
import type { Columns } from './dataset'

export const findSides = memoize(({ parties }: Conflict): Sides => {
  const first = parties.find(({ side }) => side !== undefined)?.side
  return parties.map(({ side }) => (side === undefined ? 0 : side === first ? 1 : 2))
})

/** Whether reports of two sides can be paired. */
export function hasSides(conflict: Conflict): boolean {
  return findSides(conflict).includes(1) && findSides(conflict).includes(2)
}

/** What pairing reads of rows in groups, and of all rows in display order. */
type PairTimes = Pick<Columns, 'length' | 'startMinute' | 'endMinute'> & {
  readonly codes: Pick<Columns['codes'], 'by'>
}
type PairColumns = PairTimes & Pick<Columns, 'areaOffset' | 'areaIndex'>

/** The side of each party, by code: 1 and 2 for the two that can answer each other, 0 for neither. */
export type Sides = readonly (0 | 1 | 2)[]

/**
 * Rows of the two sides by the area or settlement they name. Plain arrays, so that a worker can
 * transfer it.
 */
export interface PairIndex {
  readonly sides: Sides
  /**
   * Codes of the settlements that row r names, equal for names that fold to the same text
   * (fold.ts).
   */
  readonly settlementOffset: Int32Array
  readonly settlementIndex: Int32Array
  /** Group g is `rows[offset[g] .. offset[g + 1])`, earliest start first. */
  readonly offset: Int32Array
  readonly rows: Int32Array
  /** Groups of settlements come after those of areas. */
  readonly firstSettlement: number
}

export function indexPairs(
  columns: PairColumns,
  { offset: settlementOffset, index: settlementIndex }: { offset: Int32Array; index: Int32Array },
  sides: Sides,
): PairIndex {
  const firstSettlement = columns.areaIndex.reduce((most, area) => Math.max(most, area + 1), 0)
  const count = settlementIndex.reduce(
    (most, code) => Math.max(most, firstSettlement + code + 1),
    firstSettlement,
  )
  const named = { settlementOffset, settlementIndex, firstSettlement }
  const groups = Array.from({ length: count }, (): number[] => [])
  // Display order is by latest start: from its end, the earliest comes first.
  for (let row = columns.length - 1; row >= 0; row--) {
    if (sideOf(columns, sides, row) === 0) continue
    eachGroup(columns, named, row, (group) => groups[group]?.push(row))
  }
  const offset = new Int32Array(count + 1)
  groups.forEach(({ length }, group) => {
    offset[group + 1] = (offset[group] ?? 0) + length
  })
  return { ...named, sides, offset, rows: Int32Array.from(groups.flat()) }
}

function eachGroup(
  columns: PairColumns,
  named: Pick<PairIndex, 'settlementOffset' | 'settlementIndex' | 'firstSettlement'>,
  row: number,
  visit: (group: number) => void,
): void {
  const { areaOffset, areaIndex } = columns
  const { settlementOffset, settlementIndex, firstSettlement } = named
  for (let at = areaOffset[row] ?? 0; at < (areaOffset[row + 1] ?? 0); at++) {
    visit(areaIndex[at] ?? 0)
  }
  for (let at = settlementOffset[row] ?? 0; at < (settlementOffset[row + 1] ?? 0); at++) {
    visit(firstSettlement + (settlementIndex[at] ?? 0))
  }
}

/**
 * Returns 1 for each row that has a partner.
 *
 * The rule (geodata/README.md, "How to read"): two reports are paired when
 * 1. their parties are on opposite sides (dataset.json);
 * 2. their intervals share at least one minute (a report known to the day covers its whole day);
 *   and
 * 3. they name a settlement of the same name, or share an area; an area known only approximately
 *   counts.
 * A pair means that both sides spoke of that place and time, not of one event: reports are never
 * merged. Symmetric.
 */
export function pairedRows(
  columns: PairTimes,
  { offset, rows, sides }: Pick<PairIndex, 'offset' | 'rows' | 'sides'>,
): Uint8Array {
  const paired = new Uint8Array(columns.length)
  for (let group = 0; group + 1 < offset.length; group++) {
    const own = rows.subarray(offset[group], offset[group + 1])
    markPaired(columns, own, sides, 1, paired)
    markPaired(columns, own, sides, 2, paired)
  }
  return paired
}

/**
 * Marks the rows of one side that have a partner of the other side in a group: among the other
 * side's rows that start before it ends, the latest end is not before it starts.
 */
function markPaired(
  columns: PairTimes,
  group: Int32Array,
  sides: Sides,
  side: 1 | 2,
  paired: Uint8Array,
): void {
  const others = group.filter((row) => sideOf(columns, sides, row) === 3 - side)
  if (others.length === 0) return
  const latest = new Int32Array(others.length)
  let end = Number.NEGATIVE_INFINITY
  others.forEach((row, index) => {
    end = Math.max(end, columns.endMinute[row] ?? 0)
    latest[index] = end
  })
  for (const row of group) {
    if (sideOf(columns, sides, row) !== side) continue
    const before = countStarted(columns, others, columns.endMinute[row] ?? 0)
    if (before > 0 && (latest[before - 1] ?? 0) >= (columns.startMinute[row] ?? 0)) paired[row] = 1
  }
}

/** The number of rows of a group that start at or before a minute. */
function countStarted(columns: PairTimes, group: Int32Array, minute: number): number {
  let [low, high] = [0, group.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((columns.startMinute[group[middle] ?? 0] ?? 0) <= minute) low = middle + 1
    else high = middle
  }
  return low
}

/** Rows of the partners of a row, earliest first. */
export function findPartners(columns: PairColumns, groups: PairIndex, row: number): number[] {
  const { sides } = groups
  const side = sideOf(columns, sides, row)
  const partners = new Set<number>()
  if (side === 0 || row >= columns.length) return []
  const [start, end] = [columns.startMinute[row] ?? 0, columns.endMinute[row] ?? 0]
  eachGroup(columns, groups, row, (index) => {
    const group = groups.rows.subarray(groups.offset[index], groups.offset[index + 1])
    for (const other of group.subarray(0, countStarted(columns, group, end))) {
      const answers = sideOf(columns, sides, other) === 3 - side
      if (answers && (columns.endMinute[other] ?? 0) >= start) partners.add(other)
    }
  })
  return [...partners].sort((a, b) => b - a)
}

function sideOf({ codes }: PairTimes, sides: Sides, row: number): 0 | 1 | 2 {
  return sides[codes.by[row] ?? -1] ?? 0
}
