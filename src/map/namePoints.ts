import type { Feature, FeatureCollection, Point } from 'geojson'
import { type AreaPlace, type Mark, UNMOVED } from '../figure/marks'
import { NAME_STYLES } from '../figure/names/nameStyle'
import type { SitePlace } from '../figure/siteMarks'
import type { Position } from '../model/place'
import { anchorProperties, roomProperties } from './style/nameAnchors'

/** Points for the layers of names: what districts are called, and the room that they leave for marks. */
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
