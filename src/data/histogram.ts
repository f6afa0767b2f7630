import type { Bin, Colouring, Dataset, DayRange } from '../types'
import { GROUPS } from './grouping'

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
  const first = ranges[0]?.from
  const last = ranges.at(-1)?.to
  if (first === undefined || last === undefined) return []
  const binOfDay = new Int32Array(last - first + 1)
  ranges.forEach(({ from, to }, index) => {
    binOfDay.fill(index, from - first, to - first + 1)
  })
  const { startDay, endDay, length } = columns
  const codes = columns[colouring]
  const groups = GROUPS[colouring].length
  const certain = new Int32Array(ranges.length * groups)
  const maybe = new Int32Array(ranges.length * groups)

  for (let row = 0; row < length; row++) {
    if (fails[row] !== 0) continue
    const start = startDay[row] ?? 0
    const end = endDay[row] ?? 0
    if (end < first || start > last) continue
    const from = binOfDay[Math.max(start, first) - first] ?? 0
    const to = binOfDay[Math.min(end, last) - first] ?? 0
    const isCertain = from === to && start >= first && end <= last
    if (!isCertain && !possible) continue
    const counts = isCertain ? certain : maybe
    const code = codes[row] ?? 0
    for (let bin = from; bin <= to; bin++) {
      const at = bin * groups + code
      counts[at] = (counts[at] ?? 0) + 1
    }
  }
  const ofBin = (counts: Int32Array, bin: number) => [
    ...counts.subarray(bin * groups, (bin + 1) * groups),
  ]
  return ranges.map((range, bin) => ({
    range,
    certain: ofBin(certain, bin),
    possible: ofBin(maybe, bin),
  }))
}

/** All reports of a bin: at least `certain`, up to `certain + possible`. */
export function countOfBin(bin: Bin): { certain: number; possible: number } {
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
  return { certain: sum(bin.certain), possible: sum(bin.possible) }
}
