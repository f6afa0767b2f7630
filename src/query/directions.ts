import type { AreaId } from '../model/ids'
import type { Place, Position } from '../model/place'
import { type Dataset, DIRECTION } from '../store/dataset'
import { totalOf } from './classes'
import { type Count, eventsOf, type GroupCounts } from './counts'
import { addTo, type MutableCounts, noneOf, sumGroups } from './groups'
import type { SelectedRows } from './selectRows'

/** A place at one end of a reported direction of fire. */
export interface End {
  readonly id: string
  readonly name: string
  readonly area: AreaId
  /** Of a settlement, or the label point of a district; null where that has none. */
  readonly at: Position | null
}

/** From where to where parties say that fire went, with the reports that say so. */
export interface Direction {
  readonly id: string
  readonly origin: End
  readonly target: End
  /** Both ends are settlements whose position is known; otherwise both are districts. */
  readonly isExact: boolean
  /** A report says so outright, and not as one of several origins and several targets. */
  readonly isSaid: boolean
  /** By reporting party. */
  readonly groups: GroupCounts
  /** Rows of the dataset, in display order. */
  readonly rows: readonly number[]
}

/** The end of a report's direction that is not located. */
export type Missing = 'origin' | 'target' | 'both'

export interface Directions {
  /** Those with the most reports first, then by the names of origin and target. */
  readonly pairs: readonly Direction[]
  /** Reports that name an origin but are in no pair. */
  readonly missing: Readonly<Record<Missing, Count>>
}

export type DirectionColumn = 'origin' | 'target' | 'reports'

/** An end as a report gives it: a settlement, or in one of some areas. */
interface NamedEnd {
  readonly area: AreaId
  readonly settlement: End | null
  /** The place named is only approximately in this area. */
  readonly isVague: boolean
}

interface Tally extends Omit<Direction, 'groups' | 'rows' | 'isSaid'> {
  isSaid: boolean
  readonly groups: MutableCounts
  readonly rows: number[]
}

/**
 * Counts the reports of some rows by origin and target of the fire (geodata/README.md, "Reported
 * direction of fire"). A report counts once for each pair of places that it names. It is certain
 * there only if it says that this target was fired at from this origin.
 */
export function countDirections(dataset: Dataset, { rows, certain }: SelectedRows): Directions {
  const { columns, conflict } = dataset
  const tallies = new Map<string, Tally>()
  const missing = { origin: none(), target: none(), both: none() }
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] ?? 0
    const flags = columns.direction[row] ?? 0
    if ((flags & DIRECTION.said) === 0) continue
    const isCertain = certain[index] === 1
    const origins = originsOf(dataset, row)
    const targets = targetsOf(dataset, row)
    if (origins.length === 0 || targets.length === 0) {
      const end = origins.length > 0 ? 'target' : targets.length > 0 ? 'origin' : 'both'
      missing[end][isCertain ? 'certain' : 'possible'] += eventsOf(columns, row)
      continue
    }
    const named = new Map<string, boolean>()
    for (const from of origins) {
      for (const to of targets) {
        const isExact = from.settlement !== null && to.settlement !== null
        const origin = (isExact && from.settlement) || districtOf(dataset, from.area)
        const target = (isExact && to.settlement) || districtOf(dataset, to.area)
        const id = `${origin.id}>${target.id}`
        if (!tallies.has(id)) {
          const groups = noneOf(conflict, 'party')
          tallies.set(id, { id, origin, target, isExact, isSaid: false, groups, rows: [] })
        }
        const isSaid = (flags & DIRECTION.mixed) === 0 && !from.isVague && !to.isVague
        named.set(id, isSaid || named.get(id) === true)
      }
    }
    for (const [id, isSaid] of named) {
      const tally = tallies.get(id)
      if (!tally) continue
      tally.isSaid ||= isSaid
      tally.rows.push(row)
      addTo(tally.groups, columns.codes.by[row], isCertain && isSaid, eventsOf(columns, row))
    }
  }
  return { pairs: sortDirections([...tallies.values()], 'reports', 'descending'), missing }
}

/** The directions that one report gives. */
export function directionsOf(dataset: Dataset, row: number): Directions {
  return countDirections(dataset, { rows: Int32Array.of(row), certain: Uint8Array.of(1) })
}

/** Whether there is a line to draw: both ends have a point, and not the same. */
export function hasLine({ origin, target }: Direction): boolean {
  return origin.at !== null && target.at !== null && String(origin.at) !== String(target.at)
}

/** Pairs in the order of one column; equal ones by the names of origin and target. */
export function sortDirections<Pair extends Omit<Direction, 'rows'>>(
  pairs: readonly Pair[],
  column: DirectionColumn,
  order: 'ascending' | 'descending',
): Pair[] {
  const sign = order === 'ascending' ? 1 : -1
  const byName = (a: End, b: End) => compare(a.name, b.name) || compare(a.id, b.id)
  const total = ({ groups }: Pair) => totalOf(sumGroups(groups))
  return pairs.toSorted((a, b) => {
    const first = column === 'reports' ? total(a) - total(b) : byName(a[column], b[column])
    return sign * first || byName(a.origin, b.origin) || byName(a.target, b.target)
  })
}

function originsOf({ columns, origins }: Dataset, row: number): NamedEnd[] {
  return listed(columns.originOffset, columns.originIndex, row).flatMap((index) => {
    const { id, name, kind, districts, position: at, positionQuality } = origins[index] as Place
    const isPoint = kind === 'settlement' && at !== null && positionQuality !== 'approximate'
    const isVague = districts.length > 1
    return districts.map((area): NamedEnd => {
      return { area, settlement: isPoint && !isVague ? { id, name, area, at } : null, isVague }
    })
  })
}

/** The settlements of a report, and the areas in which it names none that is located. */
function targetsOf({ columns, areaIds, sites }: Dataset, row: number): NamedEnd[] {
  const { siteOffset, siteIndex, areaOffset, areaIndex, areaApproximate } = columns
  const settlements = listed(siteOffset, siteIndex, row).flatMap((site): NamedEnd[] => {
    const area = areaIds[sites.area[site] ?? -1]
    if (area === undefined) return []
    const at = [sites.lon[site] ?? 0, sites.lat[site] ?? 0] as const
    const settlement = { id: at.join(), name: sites.names.at(site) ?? '', area, at }
    return [{ area, settlement, isVague: false }]
  })
  const areas = listed(areaOffset, areaIndex, row).map((index, place): NamedEnd => {
    const isVague = areaApproximate[(areaOffset[row] ?? 0) + place] === 1
    return { area: areaIds[index] as AreaId, settlement: null, isVague }
  })
  const covered = new Set(settlements.map(({ area }) => area))
  return [...settlements, ...areas.filter(({ area }) => !covered.has(area))]
}

function districtOf({ areas }: Dataset, id: AreaId): End {
  const area = areas.get(id)
  return { id, name: area?.name ?? id, area: id, at: area?.label ?? null }
}

function listed(offset: Int32Array, index: Int32Array | Uint16Array, row: number): number[] {
  return Array.from(index.subarray(offset[row] ?? 0, offset[row + 1] ?? 0))
}

function none() {
  return { certain: 0, possible: 0 }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
