import type { FeatureCollection } from 'geojson'
import type { Geography } from '../../src/figure/figure'
import { GROUND } from '../../src/model/ground'
import { geodata } from './fixtures'

/** The districts and the base map of the frozen dataset. */
export function realGeography(): Geography {
  const read = (name: string) => JSON.parse(geodata(`${name}.geojson`)) as FeatureCollection
  const ground = Object.fromEntries(GROUND.map((name) => [name, read(`basemap/${name}`)]))
  return { ground, districts: read('districts') }
}
