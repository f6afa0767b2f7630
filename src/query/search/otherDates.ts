import type { DayRange } from '../../model/day'
import type { Dataset } from '../../store/dataset'
import type { Failed } from '../conditions'
import { eventsOf } from '../counts'
import type { Query } from './readQuery'

/** What passes the filters on any date. */
export interface OtherDates {
  /** Reports on any date. */
  readonly count: number
  /** The dates of the search that any of them touches. */
  readonly dates: readonly DayRange[]
}

/** `fails` is `failedConditions` of the same dataset and search. */
export function findOtherDates(
  { columns }: Pick<Dataset, 'columns'>,
  query: Query,
  fails: Failed,
): OtherDates {
  const { startDay, endDay } = columns
  let count = 0
  const dates = new Set<DayRange>()
  for (let row = 0; row < fails.length; row++) {
    if (fails[row] !== 0) continue
    count += eventsOf(columns, row)
    for (const date of query.dates) {
      if ((startDay[row] ?? 0) <= date.to && (endDay[row] ?? 0) >= date.from) dates.add(date)
    }
  }
  return { count, dates: query.dates.filter((date) => dates.has(date)) }
}
