import type { Feature, FeatureCollection, Point } from 'geojson'
import { type AreaPlace, type Mark, UNMOVED } from '../figure/marks'
import { rankOf, sortOf } from '../figure/names/listNames'
import { NAME_STYLES } from '../figure/names/nameStyle'
import type { SitePlace } from '../figure/siteMarks'
import type { Position } from '../model/place'
import { anchorProperties, roomProperties } from './style/nameAnchors'

/**
 * Points for the layers of names: what districts are called, and the room that they leave for
 * marks.
 */
export function formatAreas(places: readonly AreaPlace[]): FeatureCollection<Point> {
  return toCollection(places.map(formatArea))
}

/** The same of settlements. Cells have no names, but those of districts avoid them. */
export function formatSites(
  sites: readonly SitePlace[],
  cells: readonly Mark[],
): FeatureCollection<Point> {
  const rooms = cells.map((mark) => toPoint(mark.at, { id: mark.id, ...roomProperties(mark) }))
  return toCollection([...sites.map(formatSite), ...rooms])
}

function formatArea(place: AreaPlace): Feature<Point> {
  const { district, at, names, mark } = place
  const rank = rankOf(place)
  const { size } = NAME_STYLES[rank]
  return toPoint(at, {
    id: district.id,
    ...names,
    sort: sortOf(place),
    rank,
    ...anchorProperties(mark?.offsets ?? UNMOVED, mark?.picture.radius ?? 0, size),
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
