import type { Day, DayRange } from '../model/day'
import type { Dataset } from '../store/dataset'
import type { Failed } from './conditions'
import { type Bin, type Colouring, eventsOf, increment } from './counts'
import { groupCodes, groupsOf } from './groups'
import { countDaysOff, firstStartedBy } from './selectRows'

export interface HistogramOptions {
  readonly colouring?: Colouring
  /** False leaves out reports that are only possible. */
  readonly possible?: boolean
  /** Days that are not counted. */
  readonly off?: ReadonlySet<Day>
}

/**
 * Counts, by group of a colouring, the rows that pass every condition but time (`fails[row] === 0`,
 * conditions.ts) in each of a run of ranges that follow one another without a gap. A report wholly
 * inside one range, on days that are on, is certain there; any other is possible in every range in
 * which it touches a day that is on.
 */
export function histogram(
  dataset: Dataset,
  fails: Failed,
  ranges: readonly DayRange[],
  { colouring = 'party', possible = true, off }: HistogramOptions = {},
): Bin[] {
  const { columns, conflict, span } = dataset
  const first = ranges[0]?.from
  const last = ranges.at(-1)?.to
  if (first === undefined || last === undefined) return []
  const daysOff = off?.size && span ? countDaysOff({ from: first, to: last }, span, off) : null
  const { startDay, endDay, length } = columns
  const codes = groupCodes(dataset, colouring)
  const groups = groupsOf(conflict, colouring).length
  const certain = new Int32Array(ranges.length * groups)
  // A possible row adds one where it begins and takes it away behind its end, so that a running sum
  // counts it in every bin between.
  const steps = new Int32Array((ranges.length + 1) * groups)
  const step = (from: number, end: number, code: number, events: number) => {
    increment(steps, from * groups + code, events)
    increment(steps, end * groups + code, -events)
  }
  const binOfDay = binsOfDays(ranges, first, last)
  for (let row = firstStartedBy(columns, last); row < length; row++) {
    const start = startDay[row] ?? 0
    const end = endDay[row] ?? 0
    if (fails[row] !== 0 || end < first) continue
    const firstBin = binOfDay[Math.max(start, first) - first] ?? 0
    const lastBin = binOfDay[Math.min(end, last) - first] ?? 0
    const code = codes[row] ?? 0
    const events = eventsOf(columns, row)
    const isInside = firstBin === lastBin && start >= first && end <= last
    if (isInside && (!daysOff || daysOff(start, end) === 0)) {
      increment(certain, firstBin * groups + code, events)
    } else if (possible && daysOff) {
      for (let bin = firstBin; bin <= lastBin; bin++) {
        const { from, to } = ranges[bin] ?? { from: start, to: end }
        const [a, b] = [Math.max(start, from), Math.min(end, to)]
        if (daysOff(a, b) < b - a + 1) step(bin, bin + 1, code, events)
      }
    } else if (possible) {
      step(firstBin, lastBin + 1, code, events)
    }
  }
  for (let at = groups; at < steps.length; at++) increment(steps, at, steps[at - groups])
  return ranges.map((range, bin) => {
    const ofBin = (counts: Int32Array) => [...counts.subarray(bin * groups, (bin + 1) * groups)]
    return { range, certain: ofBin(certain), possible: ofBin(steps) }
  })
}

function binsOfDays(ranges: readonly DayRange[], first: number, last: number): Int32Array {
  const bins = new Int32Array(Math.max(0, last - first + 1))
  ranges.forEach(({ from, to }, bin) => {
    bins.fill(bin, from - first, to - first + 1)
  })
  return bins
}
