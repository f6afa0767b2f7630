import { map as texts } from '../messages/compiled/map'
import type { Conflict, LanguageId } from '../model/conflict'
import type { AreaId, IncidentId } from '../model/ids'
import type { Position } from '../model/place'
import type { Theme } from '../model/view'
import { totalOf } from '../query/classes'
import type { Colouring, GroupCounts } from '../query/counts'
import type { Direction } from '../query/directions'
import { countGroupsByArea, sumGroups } from '../query/groups'
import { hasManySites } from '../query/sites'
import type { Slice } from '../query/slice'
import type { Dataset } from '../store/dataset'
import { type Circle, isAway, type Offset, spread } from './layout/avoid'
import { countText, halfWidth, type MarkPicture, ringRadius } from './markPicture'
import { markWords } from './markWords'
import { orderNames } from './nameForms'
import type { District } from './shading'

/** What can be opened on the map: the count of a district, a settlement, or several of them. */
export interface Mark {
  /** The area's id, or that of the site or of the first one. */
  readonly id: string
  readonly at: Position
  /** How far from that point it is drawn. */
  readonly offset: Offset
  /** A line leads to that point: the mark is too far from it to show what it stands for. */
  readonly isAway?: boolean
  /** Null for points that are in none. */
  readonly area: AreaId | null
  /** The id of a settlement. */
  readonly site: string | null
  /** The report itself where a settlement has only one. */
  readonly incident: IncidentId | null
  /** Several settlements: opening it zooms in. */
  readonly zoomsIn?: boolean
  /** The ids of its settlements, if each is known. */
  readonly parts?: readonly string[]
  /** Accessible name: place, reports, their groups. Most steps of time need few of them. */
  readonly label: () => string
  /** English name, for the order of the buttons, which does not change with the language. */
  readonly order: string
  readonly picture: MarkPicture
}

/** What opening a place on the map needs to know of it. */
export type Target = Pick<Mark, 'at' | 'area' | 'site' | 'incident' | 'zoomsIn'>

/** All marks of a slice, and how they look. */
export interface MarkScene {
  readonly marks: readonly Mark[]
  /** Drawn below the marks, one with more reports below one with fewer. */
  readonly directions: readonly Direction[]
  /** Ids of the marks and directions with a halo. */
  readonly selected: ReadonlySet<string>
  readonly conflict: Conflict
  readonly colouring: Colouring
  readonly theme: Theme
}

/** What marks follow from. */
export interface MarkValues {
  readonly dataset: Dataset
  readonly slice: Slice
  readonly colouring: Colouring
  readonly lang: LanguageId
  /**
   * What squares of the map count in place of the dataset's own sites; null where that is not known,
   * so that districts count all.
   */
  readonly points?: Pick<MarkValues, 'dataset' | 'slice'> | null | undefined
}

/** Whether marks are laid out by squares of the map. */
export function isBySquares({ dataset, points }: Pick<MarkValues, 'dataset' | 'points'>): boolean {
  return hasManySites(dataset) || Boolean(points)
}

const NO_NAMES = { az: '', hy: '', ru: '' } as const

/** A district on the map, with or without reports in the slice. */
export interface AreaPlace {
  readonly district: District
  readonly at: Position
  readonly names: ReturnType<typeof orderNames>
  /** All reports in the slice. */
  readonly count: number
  /** Null where none are counted. */
  readonly mark: Mark | null
}

/**
 * Every district, and every other area that has reports and a label point. Those with reports in
 * the slice to count, all of them or `part`, have a mark, which avoids the others and the circles
 * in `fixed` at a zoom.
 */
export function placeAreas(
  districts: readonly District[],
  { dataset, slice, colouring, lang }: MarkValues,
  part: 'all' | 'districtOnly',
  fixed: readonly Circle[],
  zoom: number,
): AreaPlace[] {
  const { conflict } = dataset
  const groups = countGroupsByArea(dataset, slice, colouring, part)
  const greatest = Math.max(0, ...Array.from(groups.values(), (own) => totalOf(sumGroups(own))))
  const places = withOtherAreas(districts, dataset, slice).map((district) => {
    const area = dataset.areas.get(district.id)
    const all = slice.areas.get(district.id)
    const own = groups.get(district.id)
    return {
      district,
      at: area?.label ?? district.label,
      area: area ?? { name: district.name, names: NO_NAMES },
      count: all ? totalOf(all) : 0,
      picture: own && totalOf(sumGroups(own)) > 0 ? drawRing(own, greatest) : null,
    }
  })
  const rings = places.flatMap(({ district: { id, room }, at, picture }) =>
    picture ? [{ id, at, room, radius: picture.radius }] : [],
  )
  const offsets = new Map(spread(rings, fixed, zoom).map((own, index) => [rings[index]?.id, own]))

  return places.map(({ district, at, area, count, picture }): AreaPlace => {
    const { id } = district
    const names = orderNames(area, lang, district.country, conflict)
    if (!picture) return { district, at, names, count, mark: null }
    const label = () => {
      const counts = markWords(sumGroups(picture), picture, conflict, colouring)
      return texts.district({ name: names.lead, counts, part })
    }
    const offset = offsets.get(id) ?? [0, 0]
    const mark: Mark = {
      id,
      at,
      offset,
      isAway: isAway({ at, radius: picture.radius, room: district.room }, offset, zoom),
      area: id,
      site: null,
      incident: null,
      label,
      order: area.name,
      picture,
    }
    return { district, at, names, count, mark }
  })
}

function drawRing(groups: GroupCounts, greatest: number): MarkPicture {
  const count = sumGroups(groups)
  const text = countText(count.certain, count.possible)
  const radius = ringRadius(totalOf(count), greatest, text)
  return { shape: 'ring', ...groups, radius, text }
}

/** Areas with reports that the map file lacks are at the gazetteer's label point, if it has one. */
function withOtherAreas(
  districts: readonly District[],
  dataset: Dataset,
  slice: Slice,
): readonly District[] {
  const known = new Set(districts.map(({ id }) => id))
  const others = [...slice.areas.keys()].flatMap((id): District[] => {
    const area = dataset.areas.get(id)
    if (known.has(id) || !area?.label) return []
    return [{ id, name: area.name, country: '', focus: false, label: area.label, room: 0 }]
  })
  return others.length === 0 ? districts : [...districts, ...others]
}

/** The marks with a halo: those of what is selected, and those of several settlements with one. */
export function findHaloed(
  marks: readonly Mark[],
  { areas, sites }: { readonly areas: ReadonlySet<string>; readonly sites: ReadonlySet<string> },
): ReadonlySet<string> {
  const isIn = (id: string) => areas.has(id) || sites.has(id)
  return new Set(marks.filter(({ id, parts = [id] }) => parts.some(isIn)).map(({ id }) => id))
}

/** The ground that marks cover. */
export function findCircles(marks: readonly Mark[]): Circle[] {
  return marks.map(({ at, picture }) => ({ at, radius: halfWidth(picture) }))
}

/** Position from bottom to top: districts, settlements; small marks over large ones. */
export function stackLevel({ shape, radius }: MarkPicture): number {
  return { ring: 100, stack: 200, diamond: 300 }[shape] - radius
}

/** For sorting marks by name, in an order that does not depend on the user's locale. */
export function byOrder(a: Mark, b: Mark): number {
  return compare(a.order, b.order) || compare(a.id, b.id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
