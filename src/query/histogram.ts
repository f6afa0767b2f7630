import type { DayRange } from '../model/day'
import type { Dataset } from '../store/dataset'
import { firstStartedBy, runsEndingFrom } from '../store/timeOrder'
import type { Failed } from './conditions'
import type { Bin, Colouring } from './counts'
import { COLOURED_FACET, groupsOf } from './groups'

/**
 * Counts, by group of a colouring, the rows that pass every condition but time (`fails[row] === 0`, filter.ts) in each of a run of
 * ranges that follow one another without a gap. A report wholly inside one range is certain there; one
 * that reaches over a border is possible in every range it touches, or in none when `possible` is false.
 */
export function histogram(
  { columns, conflict }: Dataset,
  fails: Failed,
  ranges: readonly DayRange[],
  colouring: Colouring = 'party',
  possible = true,
): Bin[] {
  const first = ranges[0]?.from
  const last = ranges.at(-1)?.to
  if (first === undefined || last === undefined) return []
  const { endDay } = columns
  const codes = columns.codes[COLOURED_FACET[colouring]]
  const groups = groupsOf(conflict, colouring).length
  const certain = new Int32Array(ranges.length * groups)
  // A possible row adds one where it begins and takes it away behind its end, however many bins lie between.
  const steps = new Int32Array((ranges.length + 1) * groups)
  const binOfDay = binsOfDays(ranges, first, last)

  const addPossible = (row: number, bin: number) => {
    if (!possible) return
    const end = binOfDay[Math.min(endDay[row] ?? 0, last) - first] ?? 0
    const from = bin * groups + (codes[row] ?? 0)
    const behind = (end + 1) * groups + (codes[row] ?? 0)
    steps[from] = (steps[from] ?? 0) + 1
    steps[behind] = (steps[behind] ?? 0) - 1
  }
  let row = firstStartedBy(columns, last)
  for (let bin = ranges.length - 1; bin >= 0; bin--) {
    const { from, to } = ranges[bin] ?? { from: first, to: last }
    const next = firstStartedBy(columns, from - 1)
    for (; row < next; row++) {
      if (fails[row] !== 0) continue
      if ((endDay[row] ?? 0) > to) addPossible(row, bin)
      else {
        const at = bin * groups + (codes[row] ?? 0)
        certain[at] = (certain[at] ?? 0) + 1
      }
    }
  }
  for (const [from, to] of runsEndingFrom(columns, row, first)) {
    for (row = from; row < to; row++) {
      if (fails[row] === 0 && (endDay[row] ?? 0) >= first) addPossible(row, 0)
    }
  }
  for (let at = groups; at < steps.length; at++) {
    steps[at] = (steps[at] ?? 0) + (steps[at - groups] ?? 0)
  }
  return ranges.map((range, bin) => {
    const ofBin = (counts: Int32Array) => [...counts.subarray(bin * groups, (bin + 1) * groups)]
    return { range, certain: ofBin(certain), possible: ofBin(steps) }
  })
}

/** The bin of each day from the first on. */
function binsOfDays(ranges: readonly DayRange[], first: number, last: number): Int32Array {
  const bins = new Int32Array(Math.max(0, last - first + 1))
  ranges.forEach(({ from, to }, bin) => {
    bins.fill(bin, from - first, to - first + 1)
  })
  return bins
}

/** All reports of a bin: at least `certain`, up to `certain + possible`. */
export function countOfBin(bin: Bin): { certain: number; possible: number } {
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
  return { certain: sum(bin.certain), possible: sum(bin.possible) }
}
