import type { Day, DayRange } from '../model/day'
import { memoize } from '../model/memoize'
import type { Columns } from './dataset'

/** For each day from the first on, how many of the days up to it have a report, whatever the filters. */
interface DaysOnFile {
  readonly first: number
  /** One more than there are days; begins with 0. */
  readonly before: Int32Array
}

/** The days of a dataset's columns that any report touches, worked out once. */
const countDaysOnFile = memoize(({ startDay, endDay, length }: Columns): DaysOnFile => {
  let [first, last] = [startDay[0] ?? 0, endDay[0] ?? 0]
  for (let row = 0; row < length; row++) {
    first = Math.min(first, startDay[row] ?? 0)
    last = Math.max(last, endDay[row] ?? 0)
  }
  // Reports that begin on a day, less those that ended before it.
  const changes = new Int32Array(length === 0 ? 0 : last - first + 2)
  for (let row = 0; row < length; row++) {
    const [start, behind] = [(startDay[row] ?? 0) - first, (endDay[row] ?? 0) - first + 1]
    changes[start] = (changes[start] ?? 0) + 1
    changes[behind] = (changes[behind] ?? 0) - 1
  }
  const before = new Int32Array(Math.max(1, changes.length))
  let running = 0
  for (let day = 0; day + 1 < changes.length; day++) {
    running += changes[day] ?? 0
    before[day + 1] = (before[day] ?? 0) + (running > 0 ? 1 : 0)
  }
  return { first, before }
})

/** First to last day that any report touches; null when there is none. */
export function spanOf(columns: Columns): DayRange | null {
  const { first, before } = countDaysOnFile(columns)
  const days = before.length - 1
  return days === 0 ? null : { from: first as Day, to: (first + days - 1) as Day }
}

/** Whether any report at all touches a range of days. */
export function isOnFile(columns: Columns, { from, to }: DayRange): boolean {
  const { first, before } = countDaysOnFile(columns)
  const at = (day: number) => before[Math.min(before.length - 1, Math.max(0, day - first))] ?? 0
  return at(to + 1) > at(from)
}
