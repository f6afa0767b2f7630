import type { DayRange } from '../model/day'
import { sliceAround, splitWindow } from '../model/day'
import type { Dataset } from '../store/dataset'
import type { Count } from './counts'
import { countOfBin, histogram } from './histogram'

/** What is on file for a month, whatever the filters. */
export interface MonthCoverage {
  /** The whole calendar month. */
  readonly month: DayRange
  /** Reports that lie in the month, and those that only reach into it, in the order of the conflict's parties. */
  readonly byParty: readonly Count[]
  readonly total: Count
  /** False where no report at all touches the month. */
  readonly onFile: boolean
}

/**
 * The months from the first to the last that any report touches, in order of time, with the reports of each
 * party. A report that reaches over the turn of a month is possible in each month it touches. No report, no month.
 */
export function coverage(dataset: Dataset): MonthCoverage[] {
  const { columns, span } = dataset
  if (!span) return []
  const months = splitWindow(
    { from: sliceAround(span.from, 'month').from, to: sliceAround(span.to, 'month').to },
    'month',
  )
  return histogram(dataset, new Uint32Array(columns.length), months).map((bin) => {
    const total = countOfBin(bin)
    return {
      month: bin.range,
      byParty: bin.certain.map((certain, party) => ({
        certain,
        possible: bin.possible[party] ?? 0,
      })),
      total,
      onFile: total.certain + total.possible > 0,
    }
  })
}
