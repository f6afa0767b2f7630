import { bisectLeft, bisectRight } from 'd3-array'
import type { AreaId } from '../../model/ids'
import { areasOfRow, daysOfRow, type Events, sitesOfRow } from './events'

/**
 * How many pairs of reports of two datasets share an area and are at most so many days apart, where
 * at least one of the two is known to no settlement: they may be of one event, which nobody can
 * tell. By area; a pair that shares two areas counts in both.
 */
export function pairsByArea(a: Events, b: Events, days: number): Map<AreaId, number> {
  const [allA, allB] = [intervalsByArea(a, false), intervalsByArea(b, false)]
  const [settledA, settledB] = [intervalsByArea(a, true), intervalsByArea(b, true)]
  const pairs = new Map<AreaId, number>()
  for (const [area, own] of allA) {
    const all = countNear(own, allB.get(area), days)
    const n = all - countNear(settledA.get(area), settledB.get(area), days)
    if (n > 0) pairs.set(area, n)
  }
  return pairs
}

/** First and last days, each in order of time. */
interface Ends {
  readonly starts: number[]
  readonly ends: number[]
}

/** `settled`: only those that are known to a settlement. */
function intervalsByArea(events: Events, settled: boolean): Map<AreaId, Ends> {
  const byArea = new Map<AreaId, Ends>()
  for (const row of events.rows) {
    if (settled && sitesOfRow(events, row).length === 0) continue
    const [start, end] = daysOfRow(events, row)
    for (const area of new Set(areasOfRow(events, row))) {
      const known = byArea.get(area) ?? { starts: [], ends: [] }
      known.starts.push(start)
      known.ends.push(end)
      byArea.set(area, known)
    }
  }
  for (const { starts, ends } of byArea.values()) {
    starts.sort((x, y) => x - y)
    ends.sort((x, y) => x - y)
  }
  return byArea
}

/** How many pairs of intervals are at most so many days apart: all but those wholly before or after. */
function countNear(a: Ends | undefined, b: Ends | undefined, days: number): number {
  if (!a || !b) return 0
  let pairs = a.starts.length * b.starts.length
  for (const start of a.starts) pairs -= bisectLeft(b.ends, start - days)
  for (const end of a.ends) pairs -= b.starts.length - bisectRight(b.starts, end + days)
  return pairs
}
