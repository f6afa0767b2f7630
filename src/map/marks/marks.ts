import type { Feature, FeatureCollection, Point } from 'geojson'
import { type Circle, declutter, type Offsets } from '../../figure/declutter'
import {
  countText,
  halfWidth,
  type MarkPicture,
  ringRadius,
  type Shape,
} from '../../figure/markPicture'
import { markWords } from '../../figure/markWords'
import { orderNames } from '../../figure/nameForms'
import type { District } from '../../figure/shading'
import { map as texts } from '../../messages/map'
import type { AreaId, IncidentId } from '../../model/ids'
import type { Position } from '../../model/place'
import { greatestCount, totalOf } from '../../query/classes'
import type { AreaCount, GroupCounts } from '../../query/counts'
import { countGroupsByArea, noneOf } from '../../query/groups'
import type { Slice } from '../../query/slice'
import type { Dataset } from '../../store/dataset'
import type { MapValues } from '../mapHandle'
import { anchorProperties, NAME_SIZE, roomProperties, UNMOVED } from './offsets'

/** What a reader can open on the map: a district's count or a settlement. */
export interface Mark {
  /** The area's id, or the site's. */
  readonly id: string
  readonly at: Position
  /** Where it is drawn, px from that point. */
  readonly shifts: Offsets
  readonly area: AreaId
  /** The report itself where there is only one at a settlement. */
  readonly incident: IncidentId | null
  /** It stands for many reports that lie apart: opening it brings them closer. */
  readonly zoomsIn?: boolean
  /** Accessible name: place, reports, their groups. Put into words when asked for, which is not for every step of time. */
  readonly label: () => string
  /** English name: the order of the buttons does not change with the language. */
  readonly order: string
  readonly picture: MarkPicture
}

/** What opening a place on the map needs of it. */
export type Target = Pick<Mark, 'at' | 'area' | 'incident' | 'zoomsIn'>

const NO_NAMES = { az: '', hy: '', ru: '' } as const

/** The marks on a map, districts apart from settlements. */
export interface Marks {
  readonly areas: readonly Mark[]
  readonly sites: readonly Mark[]
}

export interface MarkedPoints {
  readonly marks: readonly Mark[]
  /** Names, and the room that they leave for the marks: worked out when asked for, which is not for every step of time. */
  readonly points: () => FeatureCollection<Point>
}

interface NamedPlace {
  readonly district: District
  readonly at: Position
  readonly names: ReturnType<typeof orderNames>
  /** Null where it has no report in the slice. */
  readonly ring: { readonly count: AreaCount; readonly picture: MarkPicture } | null
  readonly shifts: Offsets
}

/**
 * A point for every district, and for every other area that has reports and a label point: its names, and its
 * ring where it has reports in the slice. Marks are the ones with a ring, in the order of their English
 * names. Rings step aside for one another and for the settlement marks given.
 */
export function areaPoints(
  districts: readonly District[],
  values: Pick<MapValues, 'dataset' | 'slice' | 'colouring' | 'lang'>,
  sites: readonly Circle[],
): MarkedPoints {
  const { dataset, slice, colouring, lang } = values
  const greatest = greatestCount(slice)
  const groups = countGroupsByArea(dataset, slice, colouring)
  const places = withOtherAreas(districts, dataset, slice).map((district) => {
    const area = dataset.areas.get(district.id)
    const count = slice.areas.get(district.id)
    return {
      district,
      at: area?.label ?? district.label,
      area: area ?? { name: district.name, names: NO_NAMES },
      ring: count
        ? {
            count,
            picture: pictureOf(
              count,
              groups.get(district.id) ?? noneOf(dataset.conflict, colouring),
              greatest,
            ),
          }
        : null,
    }
  })
  const ringed = places.filter(({ ring }) => ring !== null)
  const discs = ringed.map(({ at, ring }) => ({ at, radius: ring?.picture.radius ?? 0 }))
  const shifts = new Map(
    declutter(discs, sites).map((shift, index) => [ringed[index]?.district.id, shift]),
  )

  const named = places.map(({ area, ...place }): NamedPlace & { readonly order: string } => ({
    ...place,
    order: area.name,
    names: orderNames(area, lang, place.district.country, dataset.conflict),
    shifts: shifts.get(place.district.id) ?? UNMOVED,
  }))
  const marks = named.flatMap(({ district: { id }, at, order, names, ring, shifts }): Mark[] => {
    if (!ring) return []
    const counts = () => markWords(ring.count, ring.picture, dataset.conflict, colouring)
    const label = () => texts.district({ name: names.lead, counts: counts() })
    return [{ id, at, shifts, area: id, incident: null, label, order, picture: ring.picture }]
  })
  const points = () => collectionOf(named.map(pointOf))
  return { marks: marks.sort(byOrder), points }
}

/** What the layers of names read of a place. */
function pointOf({ district, at, names, ring, shifts }: NamedPlace): Feature<Point> {
  const rank = district.focus ? 'focus' : ring ? 'counted' : 'quiet'
  const properties = {
    id: district.id,
    ...names,
    // Names are placed in this order: focus districts, then by number of reports.
    sort: (district.focus ? 0 : 1_000_000) - (ring ? totalOf(ring.count) : 0),
    rank,
    ...anchorProperties(shifts, ring?.picture.radius ?? 0, NAME_SIZE[rank]),
    ...(ring ? roomProperties(ring.picture, shifts) : {}),
  }
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [...at] } }
}

/** A GeoJSON FeatureCollection of points (RFC 7946). */
export function collectionOf(features: Feature<Point>[]): FeatureCollection<Point> {
  return { type: 'FeatureCollection', features }
}

function pictureOf(count: AreaCount, groups: GroupCounts, greatest: number): MarkPicture {
  const text = countText(count.certain, count.possible)
  const radius = ringRadius(totalOf(count), greatest, text)
  return { shape: 'ring', ...groups, radius, text }
}

/** Areas with reports that the map file lacks stand at the gazetteer's label point, if it has one. */
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

/** The ground that marks take. */
export function findCircles(marks: readonly Mark[]): Circle[] {
  return marks.map(({ at, picture }) => ({ at, radius: halfWidth(picture) }))
}

/** Marks from the bottom to the top: districts, bins, settlements; and a small mark over a large one, never under it. */
export function stacked({ areas, sites }: Marks): Mark[] {
  const byShape = (shape: Shape) =>
    [...areas, ...sites]
      .filter(({ picture }) => picture.shape === shape)
      .sort((a, b) => b.picture.radius - a.picture.radius)
  return [...byShape('ring'), ...byShape('bin'), ...byShape('diamond')]
}

/** For sorting marks by name, in an order that does not depend on the viewer's locale. */
export function byOrder(a: Mark, b: Mark): number {
  return compare(a.order, b.order) || compare(a.id, b.id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
