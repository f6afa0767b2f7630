import * as turf from '@turf/turf'
import type { Feature, Geometry, Point, Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { readAreas, readFeatures, readText } from './read'

const LAYERS = ['sea', 'borders', 'provinces', 'water', 'rivers', 'towns', 'labels']
const FILES = ['districts.geojson', ...LAYERS.map((layer) => `basemap/${layer}.geojson`)]

describe.each(FILES)('%s', (file) => {
  const features = readFeatures<Geometry, Record<string, unknown>>(file)

  it('holds features, all of them valid, none crossing itself', () => {
    expect(features.length).toBeGreaterThan(0)
    for (const feature of features) {
      expect(turf.booleanValid(feature), JSON.stringify(feature.properties)).toBe(true)
      if (!/Polygon/.test(feature.geometry.type)) continue
      expect(turf.kinks(feature as Feature<Polygon>).features).toEqual([])
    }
  })

  it('writes at most 5 decimals', () => {
    expect(readText(file).match(/\.\d{6,}/g)).toBeNull()
  })
})

describe('basemap', () => {
  it('draws each international border once and no coast', () => {
    const borders = readFeatures<Geometry, { countries: string }>('basemap/borders.geojson')
    const pairs = borders.map((border) => border.properties.countries)
    expect(new Set(pairs).size).toBe(pairs.length)
    expect(pairs).toContain('AM-AZ')
    const segments = borders.flatMap((border) => segmentsOf(border.geometry))
    expect(new Set(segments).size).toBe(segments.length)
    const coast = new Set(seaShores())
    expect(segments.filter((segment) => coast.has(segment))).toEqual([])
  })

  it('has the coast where the districts have it, and no district in the sea', () => {
    const coast = new Set(seaShores())
    const areas = readAreas()
    const coastal = areas.filter((area) => segmentsOf(area.geometry).some((s) => coast.has(s)))
    expect(coastal.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['astara', 'baku', 'khachmaz', 'salyan', 'sumgayit']),
    )
    const seas = readFeatures<GeoJSON.Polygon, object>('basemap/sea.geojson')
    const inSea = (place: number[]) => seas.some((sea) => turf.booleanPointInPolygon(place, sea))
    expect(areas.filter(({ properties }) => inSea(properties.label))).toEqual([])
    expect(inSea([50.5, 41.5])).toBe(true)
  })

  it('draws no first-level boundary of an area again, and the border where the areas have it', () => {
    const drawn = new Set(readAreas().flatMap((area) => segmentsOf(area.geometry)))
    const provinces = readFeatures('basemap/provinces.geojson')
    const lines = provinces.flatMap(({ geometry }) => segmentsOf(geometry))
    expect(lines.filter((segment) => drawn.has(segment))).toEqual([])
    const border = readFeatures<Geometry, { countries: string }>('basemap/borders.geojson').find(
      (feature) => feature.properties.countries === 'AM-AZ',
    )
    expect(segmentsOf(border?.geometry).filter((segment) => !drawn.has(segment))).toEqual([])
  })

  it('gives every town a name and a rank from 1 to 4, the capitals the first', () => {
    const towns = readFeatures<Point, { name: string; rank: number }>('basemap/towns.geojson')
    for (const { properties } of towns) {
      expect(properties.name).not.toBe('')
      expect([1, 2, 3, 4]).toContain(properties.rank)
    }
    const first = towns.filter((town) => town.properties.rank === 1)
    expect(first.map((town) => town.properties.name)).toEqual(
      expect.arrayContaining(['Baku', 'Yerevan', 'Tbilisi']),
    )
  })

  it('has a Lake Sevan without the steps of a raster: no turn near a right angle', () => {
    const lake = readFeatures<GeoJSON.Polygon, { name?: string }>('basemap/water.geojson').find(
      (feature) => feature.properties.name === 'Lake Sevan',
    )
    const ring = lake?.geometry.coordinates[0] ?? []
    expect(ring.length).toBeGreaterThan(200)
    const turns = ring.slice(1, -1).map((corner, i) => {
      const before = turf.bearing(ring[i] ?? corner, corner)
      const after = turf.bearing(corner, ring[i + 2] ?? corner)
      return Math.abs(((after - before + 540) % 360) - 180)
    })
    expect(Math.max(...turns)).toBeLessThan(75)
  })
})

function seaShores(): string[] {
  return readFeatures('basemap/sea.geojson').flatMap(({ geometry }) => segmentsOf(geometry))
}

/** The straight pieces of a line or outline, each written the same way from either end. */
function segmentsOf(geometry: Geometry | undefined): string[] {
  if (!geometry) return []
  const pieces: string[] = []
  turf.segmentEach(geometry, (segment) => {
    pieces.push((segment?.geometry.coordinates ?? []).map(String).sort().join(' '))
  })
  return pieces
}
