import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import * as turf from '@turf/turf'
import type { FeatureCollection, MultiLineString, MultiPolygon, Point } from 'geojson'
import { feature } from 'topojson-client'
import { expect, test } from 'vitest'
import { withWorld } from '../../src/figure/ground/worldGround'
import { readFeatures } from './read'

const TEXT = readFileSync(new URL('../../public/world.json', import.meta.url), 'utf8')
const part = (name: string) => feature(JSON.parse(TEXT), name) as unknown as FeatureCollection

test('the world is small, and has land and sea where they are, up to 180 degrees', () => {
  expect(gzipSync(TEXT, { level: 9 }).length).toBeLessThan(150_000)
  const [sea] = part('sea').features as GeoJSON.Feature<MultiPolygon>[]
  const inSea = (place: number[]) => sea && turf.booleanPointInPolygon(place, sea)
  for (const place of [
    [0, 0],
    [-30, -16.5],
    [179.9, 0],
    [-179.9, -50],
  ])
    expect(inSea(place)).toBe(true)
  for (const place of [
    [11, 5],
    [178, -17.8],
    [179.5, 67.5],
    [-179, 67],
  ])
    expect(inSea(place)).toBe(false)
})

test('countries are named by codes that every browser has words for', () => {
  const words = new Intl.DisplayNames(['en'], { type: 'region' })
  const labels = part('labels').features as GeoJSON.Feature<Point>[]
  const codes = labels.flatMap(({ properties }) => properties?.iso ?? [])
  expect(new Set(codes).size).toBeGreaterThan(200)
  for (const code of codes) expect(words.of(code)).not.toBe(code)
  for (const { properties, geometry } of labels) {
    expect(properties?.name).toMatch(/\S/)
    const [west, south, east, north] = properties?.box ?? []
    const [lon = 0, lat = 0] = geometry.coordinates
    expect(lon > west && lon < east && lat > south && lat < north, properties?.name).toBe(true)
  }
  const box = labels.find(({ properties }) => properties?.iso === 'FR')?.properties?.box
  expect(box).toEqual([-4.8, 42.3, 8.2, 51.1].map((degrees) => expect.closeTo(degrees, 0)))
})

test('the world around a base map has no borders or names inside it', () => {
  const home = { borders: collect(readFeatures('basemap/borders.geojson')) }
  const world = { sea: part('sea'), borders: part('borders'), labels: part('labels') }
  const { borders, labels } = withWorld(home, world)
  const [west, south, east, north] = turf.bbox(home.borders)
  const isIn = ([lon = 0, lat = 0]: number[]) =>
    lon > west && lon < east && lat > south && lat < north
  const lines = (borders?.features ?? []).slice(0, -home.borders.features.length)
  const segments = lines.flatMap(({ geometry }) =>
    (geometry as MultiLineString).coordinates.flatMap((line) =>
      line.slice(1).map((end, index) => [line[index] ?? [], end]),
    ),
  )
  expect(segments.length).toBeGreaterThan(1000)
  expect(segments.filter((ends) => ends.every(isIn))).toEqual([])
  const names = labels?.features.map(({ geometry }) => (geometry as Point).coordinates) ?? []
  expect(names.filter(isIn)).toEqual([])
  expect(withWorld({}, world).borders?.features).toEqual(world.borders.features)
})

function collect(features: FeatureCollection['features']): FeatureCollection {
  return { type: 'FeatureCollection', features }
}
