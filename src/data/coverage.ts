import type { Count, Dataset, Day, DayRange } from '../types'
import { sliceAround, slicesOf } from './day'
import { PARTIES } from './vocabulary'

/** What is on file for a month, whatever the filters. */
export interface MonthCoverage {
  /** The whole calendar month. */
  readonly month: DayRange
  /** Reports that lie in the month, and those that only reach into it, in the order of PARTIES. */
  readonly byParty: readonly Count[]
  readonly total: Count
  /** False where no report at all touches the month. */
  readonly onFile: boolean
}

/**
 * The months from the first to the last that any report touches, in order of time, with the reports of each
 * party. A report that reaches over the turn of a month is possible in each month it touches. No report, no month.
 */
export function coverage({ columns, span }: Dataset): MonthCoverage[] {
  if (!span) return []
  const months = slicesOf(
    { from: sliceAround(span.from, 'month').from, to: sliceAround(span.to, 'month').to },
    'month',
  )
  const tallies = months.map(() => PARTIES.map(() => ({ certain: 0, possible: 0 })))
  const monthOf = (day: Day) => {
    const index = months.findIndex(({ to }) => day <= to)
    return index < 0 ? months.length - 1 : index
  }
  for (let row = 0; row < columns.length; row++) {
    const from = monthOf((columns.startDay[row] ?? 0) as Day)
    const to = monthOf((columns.endDay[row] ?? 0) as Day)
    for (let index = from; index <= to; index++) {
      const tally = tallies[index]?.[columns.party[row] ?? -1]
      if (tally) tally[from === to ? 'certain' : 'possible']++
    }
  }
  return months.map((month, index) => {
    const byParty = tallies[index] ?? []
    const total = {
      certain: byParty.reduce((sum, count) => sum + count.certain, 0),
      possible: byParty.reduce((sum, count) => sum + count.possible, 0),
    }
    return { month, byParty, total, onFile: total.certain + total.possible > 0 }
  })
}
