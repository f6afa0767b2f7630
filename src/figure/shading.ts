import type { FeatureCollection } from 'geojson'
import type { AreaId } from '../model/ids'
import type { Position } from '../model/place'
import { classBreaks, classOf, greatestCount, totalOf } from '../query/classes'
import type { Slice } from '../query/slice'

/** How a district's polygon looks in a slice: feature state, so that the polygons are loaded once. */
export interface DistrictState {
  /** 0 none in the slice, 1 to 5 from few to many. */
  readonly class: number
  /** No report on file at all, in any slice: not the same as none in this one. */
  readonly silent: boolean
  /** Some of the count is placed there only approximately. */
  readonly approximate: boolean
}

/** The district of the map file, as far as names and marks need it. */
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
 * The state of every district. While no report is loaded none is called silent: nothing is known yet.
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
