import type { Bin, Colouring, Dataset, DayRange } from '../types'
import { addTo, noneOf } from './grouping'

/**
 * Counts, by group of a colouring, the rows that pass every condition but time (`fails[row] === 0`, filter.ts) in each of a run of
 * ranges that follow one another without a gap. A report wholly inside one range is certain there; one
 * that reaches over a border is possible in every range it touches, or in none when `possible` is false.
 */
export function histogram(
  { columns }: Dataset,
  fails: Uint16Array,
  ranges: readonly DayRange[],
  colouring: Colouring = 'party',
  possible = true,
): Bin[] {
  const bins = ranges.map((range) => ({ range, ...noneOf(colouring) }))
  const first = ranges[0]?.from
  const last = ranges.at(-1)?.to
  if (first === undefined || last === undefined) return bins
  const binOfDay = new Int32Array(last - first + 1)
  ranges.forEach(({ from, to }, index) => {
    binOfDay.fill(index, from - first, to - first + 1)
  })

  for (let row = 0; row < columns.length; row++) {
    const start = columns.startDay[row] ?? 0
    const end = columns.endDay[row] ?? 0
    if (fails[row] !== 0 || end < first || start > last) continue
    const from = binOfDay[Math.max(start, first) - first] ?? 0
    const to = binOfDay[Math.min(end, last) - first] ?? 0
    const certain = from === to && start >= first && end <= last
    if (!certain && !possible) continue
    for (let index = from; index <= to; index++) {
      const bin = bins[index]
      if (bin) addTo(bin, columns[colouring][row], certain)
    }
  }
  return bins
}

/** All reports of a bin: at least `certain`, up to `certain + possible`. */
export function countOfBin(bin: Bin): { certain: number; possible: number } {
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
  return { certain: sum(bin.certain), possible: sum(bin.possible) }
}
