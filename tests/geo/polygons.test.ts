import fc from 'fast-check'
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { describe, expect, test } from 'vitest'
import { areaIndex, areaLocator, asPolygons } from '../../src/geo/polygons'
import { runs } from '../propertyRuns'
import { geodata } from '../support/fixtures'
import { deepFreeze } from '../support/freeze'

type Shape = Polygon | MultiPolygon

function collection(features: Feature<Shape>[]): FeatureCollection<Shape> {
  return deepFreeze({ type: 'FeatureCollection', features })
}

function feature(id: string, geometry: Shape): Feature<Shape> {
  return { type: 'Feature', id, properties: {}, geometry }
}

/** Even steps: fast-check's doubles crowd around zero. */
const between = (min: number, max: number) =>
  fc.integer({ min: min * 1000, max: max * 1000 }).map((thousandths) => thousandths / 1000)
/** The plain way: a ray cast over every edge of every ring. */
function isInside(rings: readonly (readonly (readonly number[])[])[], x: number, y: number) {
  let inside = false
  for (const ring of rings) {
    ring.forEach(([x1 = 0, y1 = 0], index) => {
      const [x2 = 0, y2 = 0] = ring[(index || ring.length) - 1] ?? []
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
    })
  }
  return inside
}

describe('areaLocator', () => {
  test('finds what casting a ray at every area finds, borders, corners and overlaps included', () => {
    // Few values, so that corners, edges and whole rings coincide; some of them no numbers at all.
    const degree = fc.oneof(
      { weight: 40, arbitrary: fc.integer({ min: 0, max: 6 }) },
      { weight: 20, arbitrary: between(0, 6) },
      { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Infinity, 1e9) },
    )
    const ring = fc.array(fc.tuple(degree, degree), { minLength: 1, maxLength: 7 })
    const shape = fc.array(ring, { minLength: 1, maxLength: 3 })
    const probe = fc.tuple(between(-1, 7), between(-1, 7))
    const frame = fc.record({
      parts: fc.boolean(),
      size: fc.constantFrom(1, 0.37, 1e-7),
      west: fc.constantFrom(0, 45.123),
    })
    fc.assert(
      fc.property(
        fc.array(shape, { maxLength: 4 }),
        fc.array(probe, { minLength: 10, maxLength: 40 }),
        frame,
        (shapes, probes, { parts, size, west }) => {
          const moved = ([x, y]: readonly [number, number]) => [west + x * size, y * size] as const
          const rings = shapes.map((own) => own.map((each) => each.map(moved)))
          const shapeOf = (own: unknown[]) =>
            parts
              ? { type: 'MultiPolygon', coordinates: own.map((each) => [each]) }
              : { type: 'Polygon', coordinates: own }
          const features = rings.map((own, at) => feature(`${at}`, shapeOf(own) as Shape))
          const indexAt = areaIndex(collection(features))
          // Beside the middle of every edge, where a grid that missed the edge would be wrong.
          const beside = rings.flat().flatMap((each) =>
            each.flatMap(([x1, y1], index) => {
              const [x2, y2] = each[index - 1] ?? [x1, y1]
              const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2]
              return [-1e-4, 1e-4].map((aside) => [x + aside * size, y + aside * size] as const)
            }),
          )
          const odd = [
            [Number.NaN, 1],
            [1, Number.NaN],
            [Infinity, -Infinity],
          ] as const
          for (const [x, y] of [...probes.map(moved), ...rings.flat(2), ...beside, ...odd]) {
            const found = rings.findIndex((own) => isInside(own, x, y))
            expect(indexAt(x, y)).toBe(found)
          }
        },
      ),
      { numRuns: runs(500) },
    )
  })

  test('finds the same in the frozen districts, on and beside every border', () => {
    const districts = asPolygons(JSON.parse(geodata('districts.geojson')), 'districts.geojson')
    const indexAt = areaIndex(districts)
    const rings = districts.features.map(({ geometry }) =>
      geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat(),
    )
    for (const [x = 0, y = 0] of rings.flat(2).filter((_, index) => index % 7 === 0)) {
      for (const aside of [-1e-3, -1e-9, 0, 1e-9, 1e-3]) {
        const found = rings.findIndex((own) => isInside(own, x + aside, y))
        expect(indexAt(x + aside, y)).toBe(found)
      }
    }
  })

  test.each([
    ['collection', []],
    ['geometry', [feature('a', { type: 'MultiPolygon', coordinates: [] })]],
  ])('knows nothing of an empty %s', (_, features) => {
    expect(areaLocator(collection(features))([46, 39])).toBeNull()
  })
})
