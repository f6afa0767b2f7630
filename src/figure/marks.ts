import { map as texts } from '../messages/map'
import type { Conflict, LanguageId } from '../model/conflict'
import type { AreaId, IncidentId } from '../model/ids'
import type { Position } from '../model/place'
import type { Theme } from '../model/view'
import { greatestCount, totalOf } from '../query/classes'
import type { AreaCount, Colouring, GroupCounts } from '../query/counts'
import type { Direction } from '../query/directions'
import { countGroupsByArea, noneOf } from '../query/groups'
import type { Slice } from '../query/slice'
import type { Dataset } from '../store/dataset'
import { type Circle, type Offsets, spread } from './avoid'
import { countText, halfWidth, type MarkPicture, ringRadius } from './markPicture'
import { markWords } from './markWords'
import { orderNames } from './nameForms'
import type { District } from './shading'

/** What can be opened on the map: the count of a district, a settlement, or a bin of many. */
export interface Mark {
  /** The area's id, or the site's. */
  readonly id: string
  readonly at: Position
  /** How far from that point it is drawn. */
  readonly offsets: Offsets
  readonly area: AreaId
  /** The report itself where a settlement has only one. */
  readonly incident: IncidentId | null
  /** A bin of distant reports: opening it zooms in. */
  readonly zoomsIn?: boolean
  /** Accessible name: place, reports, their groups. Most steps of time need few of them. */
  readonly label: () => string
  /** English name, for the order of the buttons, which does not change with the language. */
  readonly order: string
  readonly picture: MarkPicture
}

/** What opening a place on the map needs to know of it. */
export type Target = Pick<Mark, 'at' | 'area' | 'incident' | 'zoomsIn'>

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
}

/** A mark that stays where it is at every zoom. */
export const UNMOVED: Offsets = () => [0, 0]

const NO_NAMES = { az: '', hy: '', ru: '' } as const

/** A district on the map, with or without reports in the slice. */
export interface AreaPlace {
  readonly district: District
  readonly at: Position
  readonly names: ReturnType<typeof orderNames>
  /** Reports in the slice. */
  readonly count: number
  /** Null where there are none. */
  readonly mark: Mark | null
}

/**
 * Every district, and every other area that has reports and a label point. Those with reports in
 * the slice have a mark, which avoids the others and the circles in `fixed`.
 */
export function placeAreas(
  districts: readonly District[],
  { dataset, slice, colouring, lang }: MarkValues,
  fixed: readonly Circle[],
): AreaPlace[] {
  const { conflict } = dataset
  const greatest = greatestCount(slice)
  const groups = countGroupsByArea(dataset, slice, colouring)
  const places = withOtherAreas(districts, dataset, slice).map((district) => {
    const area = dataset.areas.get(district.id)
    const count = slice.areas.get(district.id)
    return {
      district,
      at: area?.label ?? district.label,
      area: area ?? { name: district.name, names: NO_NAMES },
      count,
      picture:
        count && drawRing(count, groups.get(district.id) ?? noneOf(conflict, colouring), greatest),
    }
  })
  const rings = places.flatMap(({ district: { id }, at, picture }) =>
    picture ? [{ id, at, radius: picture.radius }] : [],
  )
  const offsets = new Map(spread(rings, fixed).map((own, index) => [rings[index]?.id, own]))

  return places.map(({ district, at, area, count, picture }): AreaPlace => {
    const { id } = district
    const names = orderNames(area, lang, district.country, conflict)
    if (!count || !picture) return { district, at, names, count: 0, mark: null }
    const label = () => {
      const counts = markWords(count, picture, conflict, colouring)
      return texts.district({ name: names.lead, counts })
    }
    const mark: Mark = {
      id,
      at,
      offsets: offsets.get(id) ?? UNMOVED,
      area: id,
      incident: null,
      label,
      order: area.name,
      picture,
    }
    return { district, at, names, count: totalOf(count), mark }
  })
}

function drawRing(count: AreaCount, groups: GroupCounts, greatest: number): MarkPicture {
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
    return [{ id, name: area.name, country: '', focus: false, label: area.label }]
  })
  return others.length === 0 ? districts : [...districts, ...others]
}

/** The ground that marks cover. */
export function findCircles(marks: readonly Mark[]): Circle[] {
  return marks.map(({ at, picture }) => ({ at, radius: halfWidth(picture) }))
}

/** Position in the stack: districts, bins, settlements; small marks over large ones. */
export function stackLevel({ shape, radius }: MarkPicture): number {
  return { ring: 100, bin: 200, diamond: 300 }[shape] - radius
}

/** For sorting marks by name, in an order that does not depend on the user's locale. */
export function byOrder(a: Mark, b: Mark): number {
  return compare(a.order, b.order) || compare(a.id, b.id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
