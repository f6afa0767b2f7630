import type { FeatureCollection, Geometry } from 'geojson'
import { outlineOf } from '../geo/edges'
import type { AreaId } from '../model/ids'
import type { Position } from '../model/place'
import { classBreaks, classOf, greatestCount, totalOf } from '../query/classes'
import type { Slice } from '../query/slice'
import { projectAt } from './camera'

/**
 * The look of a district's polygon in a slice, as feature state, so that polygons are loaded once.
 */
export interface DistrictState {
  /** 0 none in the slice, 1 to 5 from few to many. */
  readonly class: number
  /** No report on file at all, in any slice, as opposed to none in this one. */
  readonly silent: boolean
  /** Part of the count is only approximately here. */
  readonly approximate: boolean
}

/** A district of the map file, for names and marks. */
export interface District {
  readonly id: AreaId
  readonly name: string
  readonly country: string
  readonly focus: boolean
  readonly label: Position
  /** From the label point to the nearest edge, px at zoom 0. */
  readonly room: number
}

/** The districts of the map file that have an id and a label point; others cannot be drawn on. */
export function readDistricts(collection: FeatureCollection): District[] {
  return collection.features.flatMap(({ properties, geometry }) => {
    const { id, name, country, focus, label } = properties ?? {}
    if (typeof id !== 'string' || !isPosition(label)) return []
    return [
      {
        id: id as AreaId,
        name: String(name ?? id),
        country: String(country ?? ''),
        focus: focus === true,
        label,
        room: roomAround(label, geometry),
      },
    ]
  })
}

function roomAround(label: Position, geometry: Geometry | null): number {
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return 0
  const [x, y] = projectAt(0, label)
  const { edges } = outlineOf(geometry)
  let least = Infinity
  for (let at = 0; at < edges.length; at += 4) {
    const [x1, y1] = projectAt(0, [edges[at] ?? 0, edges[at + 1] ?? 0])
    const [x2, y2] = projectAt(0, [edges[at + 2] ?? 0, edges[at + 3] ?? 0])
    const [right, down] = [x2 - x1, y2 - y1]
    const along = ((x - x1) * right + (y - y1) * down) / (right * right + down * down || 1)
    const part = Math.min(1, Math.max(0, along))
    least = Math.min(least, Math.hypot(x1 + part * right - x, y1 + part * down - y))
  }
  return least
}

function isPosition(value: unknown): value is Position {
  return Array.isArray(value) && value.length >= 2 && value.every(Number.isFinite)
}

/**
 * The state of every district. Before reports are loaded, none is called silent: nothing is known
 * yet.
 */
export function districtStates(
  districts: readonly District[],
  slice: Slice,
  onFile: ReadonlySet<AreaId>,
): Map<AreaId, DistrictState> {
  const classes = classBreaks(greatestCount(slice))
  return new Map(
    districts.map(({ id }) => {
      const count = slice.areas.get(id)
      return [
        id,
        {
          class: count ? classOf(classes, totalOf(count)) : 0,
          silent: onFile.size > 0 && !onFile.has(id),
          approximate: (count?.approximate ?? 0) > 0,
        },
      ]
    }),
  )
}
