import { bbox } from '@turf/turf'
import type { Feature, FeatureCollection, Position } from 'geojson'
import type { Box } from '../../model/conflict'
import { GROUND } from '../../model/ground'
import type { Geography } from '../figure'

type Ground = Geography['ground']

/** A base map with the world around it, whose borders and names end where the base map has its own. */
export function withWorld(ground: Ground, world: Ground): Ground {
  const box = bbox(collect(ground.borders?.features ?? [])) as readonly number[] as Box
  return Object.fromEntries(
    GROUND.map((part) => {
      const features = world[part]?.features ?? []
      const around = part === 'sea' ? features : outside(features, box)
      return [part, collect([...around, ...(ground[part]?.features ?? [])])]
    }),
  )
}

function collect(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features }
}

/** The points and lines that are not in a box; a line goes on to its first point there. */
function outside(features: readonly Feature[], [west, south, east, north]: Box): Feature[] {
  const isIn = ([lon = 0, lat = 0]: Position) =>
    lon > west && lon < east && lat > south && lat < north
  const cut = (line: readonly Position[]) => {
    const pieces: Position[][] = [[]]
    line.forEach((position, index) => {
      const before = line[index - 1]
      if (before && isIn(before) && isIn(position)) pieces.push([])
      pieces.at(-1)?.push(position)
    })
    return pieces.filter(({ length }) => length > 1)
  }
  return features.flatMap((feature) => {
    const { geometry } = feature
    if (geometry.type === 'Point') return isIn(geometry.coordinates) ? [] : [feature]
    if (geometry.type !== 'MultiLineString') return [feature]
    const coordinates = geometry.coordinates.flatMap(cut)
    return [{ ...feature, geometry: { ...geometry, coordinates } }]
  })
}
