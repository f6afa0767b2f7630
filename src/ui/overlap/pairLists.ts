import { dataset } from '../../app/state'
import { views } from '../../messages/compiled/views'
import { formatNumber } from '../../messages/intl'
import { memoize } from '../../model/memoize'
import type { Incident } from '../../model/report'
import { STATUSES, statusOfRows } from '../../query/overlap/statusOfRows'
import type { Compared, Side } from './comparing'

/** What can be listed of two compared datasets. */
export const LISTS = [
  'matches',
  'candidates',
  'onlyA',
  'onlyB',
  'notComparedA',
  'notComparedB',
] as const
export type ListId = (typeof LISTS)[number]

export function isOfPairs(list: ListId): list is 'matches' | 'candidates' {
  return list === 'matches' || list === 'candidates'
}

/** The pairs of a list, nearest first, or the rows of one of the datasets. */
export function entriesOf(found: Compared, list: ListId): Int32Array {
  return listsOf(found)[list]
}

const listsOf = memoize((found: Compared): Readonly<Record<ListId, Int32Array>> => {
  const { a, b, comparison } = found
  const { candidates, matches } = comparison
  const { km, days } = candidates
  const pairs = Int32Array.from(km.keys()).sort(
    (x, y) => (km[x] ?? 0) - (km[y] ?? 0) || (days[x] ?? 0) - (days[y] ?? 0) || x - y,
  )
  const statuses = [statusOfRows(a.events, 0, comparison), statusOfRows(b.events, 1, comparison)]
  const rowsWith = (side: 0 | 1, status: (typeof STATUSES)[number]) => {
    const code = STATUSES.indexOf(status)
    return (side === 0 ? a : b).events.rows.filter((row) => statuses[side]?.[row] === code)
  }
  return {
    matches: pairs.filter((pair) => matches.isMatch[pair] === 1),
    candidates: pairs.filter((pair) => matches.isMatch[pair] !== 1),
    onlyA: rowsWith(0, 'onlyA'),
    onlyB: rowsWith(1, 'onlyB'),
    notComparedA: rowsWith(0, 'notCompared'),
    notComparedB: rowsWith(1, 'notCompared'),
  }
})

/** A report of one of the datasets, as it is shown among all. */
export function reportOf({ index }: Side, row: number): Incident | undefined {
  return dataset.value.incidents.at(dataset.value.rowsOf?.[index]?.[row] ?? -1)
}

/** `0.4 km, 1 day`. */
export function apartWords({ comparison: { candidates } }: Compared, pair: number): string {
  const km = formatNumber(Math.round((candidates.km[pair] ?? 0) * 10) / 10)
  return views.overlapApart({ km, days: candidates.days[pair] ?? 0 })
}
