import { type DayRange, intersect, lengthOf } from '../model/day'

/** Ranges of days that touch each other are one. */
export function covering(ranges: readonly DayRange[]): DayRange[] {
  const joined: DayRange[] = []
  for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (!last || range.from > last.to + 1) joined.push(range)
    else if (range.to > last.to) joined[joined.length - 1] = { from: last.from, to: range.to }
  }
  return joined
}

/** Whether all days of a range are covered. */
export function covers(ranges: readonly DayRange[], range: DayRange): boolean {
  return ranges.some((each) => {
    const shared = intersect(each, range)
    return shared !== null && lengthOf(shared) === lengthOf(range)
  })
}
