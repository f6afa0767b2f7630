import { booleanClockwise, coordAll } from '@turf/turf'
import { extent } from 'd3-array'
import type { FeatureCollection, Position } from 'geojson'

const MEMBERS = ['type', 'id', 'geometry', 'properties', 'bbox']
/** Members that a collection may not have (RFC 7946, 4 and 7.1). */
const FOREIGN = ['crs', 'coordinates', 'geometries', 'geometry', 'properties']
/** About a metre. */
const FIVE_DECIMALS = /^-?\d+(\.\d{1,5})?$/

/**
 * What breaks RFC 7946 in a parsed collection of points and polygons, read strictly: the box is
 * exact, rings turn as they should, ids are unique, and no position is finer than five decimals.
 */
export function faultsOf(collection: FeatureCollection): string[] {
  const faults: string[] = []
  const check = (holds: boolean, what: string) => {
    if (!holds) faults.push(what)
  }
  const { type, features } = collection
  check(type === 'FeatureCollection', 'type')
  check(!FOREIGN.some((member) => member in collection), 'a foreign member of the collection')
  const ids = features.map(({ id }) => id)
  check(ids.every((id) => typeof id === 'string') && new Set(ids).size === ids.length, 'ids')

  const positions: Position[] = []
  for (const feature of features) {
    const { id, geometry, properties } = feature
    check(feature.type === 'Feature' && typeof properties === 'object', `${id}: no feature`)
    check(
      Object.keys(feature).every((member) => MEMBERS.includes(member)),
      `${id}: a foreign member`,
    )
    if (geometry === null) continue
    const own = coordAll(geometry)
    positions.push(...own)
    check(own.length > 0, `${id}: no position`)
    for (const position of own) {
      const [lon = 999, lat = 999] = position
      const isOnEarth = position.length === 2 && Math.abs(lon) <= 180 && Math.abs(lat) <= 90
      check(
        isOnEarth && position.every((degrees) => FIVE_DECIMALS.test(`${degrees}`)),
        `${position}`,
      )
    }
    const polygons =
      geometry.type === 'Polygon'
        ? [geometry.coordinates]
        : geometry.type === 'MultiPolygon'
          ? geometry.coordinates
          : []
    for (const [index, ring] of polygons.flatMap((rings) => [...rings.entries()])) {
      check(ring.length >= 4 && `${ring[0]}` === `${ring.at(-1)}`, `${id}: an open ring`)
      check(booleanClockwise(ring) === index > 0, `${id}: a ring that turns the wrong way`)
    }
  }

  const [west, east] = extent(positions, ([lon]) => lon)
  const [south, north] = extent(positions, ([, lat]) => lat)
  const box = positions.length === 0 ? undefined : [west, south, east, north]
  check(`${collection.bbox}` === `${box}`, `bbox ${collection.bbox} is not ${box}`)
  return faults
}
