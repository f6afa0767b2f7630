import { around, distance } from 'geokdbush'
import KDBush from 'kdbush'
import { areCompatible, daysBetween, daysOfRow, type Events, sitesOfRow } from './events'
import { IntervalBlocks } from './intervalBlocks'
import type { Reach } from './pairReach'

/** Of each report of the first dataset, this many candidates at most: the nearest. */
export const MAX_CANDIDATES = 50

/** Pairs of rows, in the order of the first dataset; for each, nearest first. */
export interface Candidates {
  readonly a: Int32Array
  readonly b: Int32Array
  /** Between their nearest settlements. */
  readonly km: Float64Array
  /** Days between their intervals. */
  readonly days: Int32Array
  /** How many rows of the first dataset have more candidates than are kept. */
  readonly cut: number
}

/** Rows that are alike in place, time and kind. */
interface Group {
  readonly site: number
  readonly start: number
  readonly end: number
  readonly kinds: number
  readonly rows: number[]
}

interface Near {
  readonly group: Group
  readonly km: number
  readonly days: number
}

/**
 * The pairs of reports of two datasets that can be of one event: at most so many days and so many
 * kilometres apart, and of kinds that do not contradict each other. The days of a report are all in
 * which it may have happened, its place is a settlement: reports without one are in no pair
 * (pairsByArea.ts). How pairs are found and what they mean: docs/overlap.md.
 */
export function findCandidates(a: Events, b: Events, reach: Reach): Candidates {
  const search = searchGroups(groupRows(b), b, reach)
  const [rowsA, rowsB, km, days]: [number[], number[], number[], number[]] = [[], [], [], []]
  const found = new Map<string, readonly Near[]>()
  let cut = 0
  for (const row of a.rows) {
    const [start, end] = daysOfRow(a, row)
    const kinds = a.kinds[row] ?? 0
    const near = Array.from(sitesOfRow(a, row), (site) => {
      const key = `${site} ${start} ${end} ${kinds}`
      const known = found.get(key) ?? search({ site, start, end, kinds }, a)
      found.set(key, known)
      return known
    })
    const own = near.length > 1 ? near.flat().sort(byNearness) : (near[0] ?? [])
    const taken = new Set<number>()
    take: for (const { group, km: apart, days: between } of own) {
      for (const other of group.rows) {
        if (taken.has(other)) continue
        if (taken.size === MAX_CANDIDATES) {
          cut++
          break take
        }
        taken.add(other)
        rowsA.push(row)
        rowsB.push(other)
        km.push(apart)
        days.push(between)
      }
    }
  }
  return {
    a: Int32Array.from(rowsA),
    b: Int32Array.from(rowsB),
    km: Float64Array.from(km),
    days: Int32Array.from(days),
    cut,
  }
}

function byNearness(one: Near, other: Near): number {
  return (
    one.km - other.km ||
    one.days - other.days ||
    (one.group.rows[0] ?? 0) - (other.group.rows[0] ?? 0)
  )
}

function groupRows(events: Events): Group[] {
  const groups = new Map<string, Group>()
  for (const row of events.rows) {
    const [start, end] = daysOfRow(events, row)
    const kinds = events.kinds[row] ?? 0
    for (const site of sitesOfRow(events, row)) {
      const key = `${site} ${start} ${end} ${kinds}`
      const known = groups.get(key)
      if (known) known.rows.push(row)
      else groups.set(key, { site, start, end, kinds, rows: [row] })
    }
  }
  return [...groups.values()]
}

/** Finds the groups near another one, nearest first. */
function searchGroups(
  groups: readonly Group[],
  { dataset: { sites } }: Events,
  reach: Reach,
): (of: Omit<Group, 'rows'>, its: Events) => Near[] {
  const column = (key: 'start' | 'end') => Int32Array.from(groups, (group) => group[key])
  const blocks = new IntervalBlocks(column('start'), column('end'))
  const indices = new Map<string, KDBush>()
  const position = ({ site }: Group) => [sites.lon[site] ?? 0, sites.lat[site] ?? 0] as const
  const indexOf = (key: string, members: ArrayLike<number>) => {
    const known = indices.get(key)
    if (known) return known
    const index = new KDBush(members.length)
    for (let at = 0; at < members.length; at++) {
      const group = groups[members[at] ?? 0]
      if (group) index.add(...position(group))
    }
    index.finish()
    indices.set(key, index)
    return index
  }
  return ({ site, start, end, kinds }, its) => {
    const [lon, lat] = [its.dataset.sites.lon[site] ?? 0, its.dataset.sites.lat[site] ?? 0]
    const near: Near[] = []
    for (const { key, members } of blocks.find(start - reach.days, end + reach.days)) {
      const isKind = (at: number) => areCompatible(kinds, groups[members[at] ?? 0]?.kinds ?? 0)
      // One more than is kept tells that there are more.
      const nearest = around(indexOf(key, members), lon, lat, MAX_CANDIDATES + 1, reach.km, isKind)
      for (const at of nearest) {
        const group = groups[members[at] ?? 0]
        if (!group) continue
        const km = distance(lon, lat, ...position(group))
        near.push({ group, km, days: daysBetween([start, end], [group.start, group.end]) })
      }
    }
    return near.sort(byNearness).slice(0, MAX_CANDIDATES + 1)
  }
}
