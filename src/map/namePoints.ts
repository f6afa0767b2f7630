import type { Feature, FeatureCollection, Point } from 'geojson'
import type { Circle } from '../figure/avoid'
import { placeCells } from '../figure/cellMarks'
import { type AreaPlace, type Mark, type MarkValues, placeAreas, UNMOVED } from '../figure/marks'
import { NAME_STYLES } from '../figure/names/nameStyle'
import type { District } from '../figure/shading'
import { placeSites, type SitePlace } from '../figure/siteMarks'
import type { Position } from '../model/place'
import { countCells } from '../query/countCells'
import type { CellFrame } from './cellFrame'
import { anchorProperties, roomProperties } from './style/nameAnchors'

/** Marks, and what the layers of names read: the names, and the room that they leave for marks. */
export interface MarkedPoints {
  readonly marks: readonly Mark[]
  /** Most steps of time do not need them. */
  readonly points: () => FeatureCollection<Point>
}

/** A point for every district and a mark for those with reports; see `placeAreas`. */
export function areaPoints(
  districts: readonly District[],
  values: MarkValues,
  fixed: readonly Circle[],
): MarkedPoints {
  const places = placeAreas(districts, values, fixed)
  const marks = places.flatMap(({ mark }) => mark ?? [])
  return { marks, points: () => toCollection(places.map(formatArea)) }
}

/** A point and a mark for every settlement that reports name. */
export function sitePoints(values: MarkValues): MarkedPoints {
  const places = placeSites(values)
  const marks = places.map(({ mark }) => mark)
  return { marks, points: () => toCollection(places.map(formatSite)) }
}

/**
 * A mark for each cell of a frame, or for its settlements; see `placeCells`. They have no names,
 * but those of districts avoid them.
 */
export function cellPoints(
  { dataset, slice, ...values }: MarkValues,
  rings: readonly Mark[],
  { box, level }: CellFrame,
): MarkedPoints {
  const cells = countCells(dataset, slice, level, box, values.colouring)
  const marks = placeCells(cells, { dataset, ...values }, rings, level)
  const format = (mark: Mark) => toPoint(mark.at, { id: mark.id, ...roomProperties(mark) })
  return { marks, points: () => toCollection(marks.map(format)) }
}

function formatArea({ district, at, names, count, mark }: AreaPlace): Feature<Point> {
  const rank = district.focus ? 'focus' : mark ? 'counted' : 'quiet'
  return toPoint(at, {
    id: district.id,
    ...names,
    // Names are placed in this order: focus districts, then by number of reports.
    sort: (district.focus ? 0 : 1_000_000) - count,
    rank,
    ...anchorProperties(
      mark?.offsets ?? UNMOVED,
      mark?.picture.radius ?? 0,
      NAME_STYLES[rank].size,
    ),
    ...(mark && roomProperties(mark)),
  })
}

function formatSite({ mark, name, count }: SitePlace): Feature<Point> {
  const { id, at, picture } = mark
  return toPoint(at, { id, name, ...roomProperties(mark), radius: picture.radius, sort: -count })
}

/** A GeoJSON point (RFC 7946). */
function toPoint(at: Position, properties: Feature['properties']): Feature<Point> {
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [...at] } }
}

/** A GeoJSON FeatureCollection of points (RFC 7946). */
function toCollection(features: Feature<Point>[]): FeatureCollection<Point> {
  return { type: 'FeatureCollection', features }
}
