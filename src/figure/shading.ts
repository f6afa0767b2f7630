import type { FeatureCollection } from 'geojson'
import type { AreaId } from '../model/ids'
import type { Position } from '../model/place'
import { classBreaks, classOf, greatestCount, totalOf } from '../query/classes'
import type { Slice } from '../query/slice'

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
}

/** The districts of the map file that have an id and a label point; others cannot be drawn on. */
export function readDistricts(collection: FeatureCollection): District[] {
  return collection.features.flatMap(({ properties }) => {
    const { id, name, country, focus, label } = properties ?? {}
    if (typeof id !== 'string' || !isPosition(label)) return []
    return [
      {
        id: id as AreaId,
        name: String(name ?? id),
        country: String(country ?? ''),
        focus: focus === true,
        label,
      },
    ]
  })
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
