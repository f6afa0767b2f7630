import { area, booleanPointInPolygon, featureCollection, intersect, polygon } from '@turf/turf'
import fc from 'fast-check'
import type { MultiPolygon, Polygon, Position } from 'geojson'
import { describe, expect, test } from 'vitest'
import { outlineOf } from '../../src/geo/edges'
import { findCrossing, findLabelPoint, findOverlaps } from '../../src/geo/polygonChecks'
import { runs } from '../propertyRuns'
import { box, ring, star } from '../support/shapes'

const polygonOf = (...coordinates: Position[][]): Polygon => ({ type: 'Polygon', coordinates })
const outline = (...coordinates: Position[][]) => outlineOf(polygonOf(...coordinates))

const NO_PARTS: MultiPolygon = { type: 'MultiPolygon', coordinates: [] }
const CENTRE = [46, 39] as const
const radii = fc.array(
  fc.integer({ min: 10, max: 100 }).map((hundredths) => hundredths / 100),
  { minLength: 5, maxLength: 12 },
)

describe('findLabelPoint', () => {
  test('lies in the area, whatever its shape and its hole', () => {
    fc.assert(
      fc.property(radii, fc.boolean(), (outer, hasHole) => {
        const hole = outer.map((each) => each / 3)
        const rings = [star(CENTRE, outer), ...(hasHole ? [star(CENTRE, hole)] : [])]
        const shape: Polygon = { type: 'Polygon', coordinates: rings }
        const point = findLabelPoint(shape)
        expect(point && booleanPointInPolygon([...point], shape, { ignoreBoundary: true })).toBe(
          true,
        )
      }),
    )
  })

  test('is far from the outline: in the body of a bottle, not in its long neck', () => {
    const bottle = ring(
      '46 39.48, 48 39.48, 48 39, 49 39, 49 40, 48 40, 48 39.52, 46 39.52, 46 39.48',
    )
    const [lon, lat] = findLabelPoint(polygonOf(bottle)) ?? [0, 0]
    expect(lon).toBeCloseTo(48.5)
    expect(Math.abs(lat - 39.5)).toBeLessThan(0.2)
  })

  test.each([
    ['from west to east', '46 39, 47 39, 47 39.0000001, 46 39.0000001, 46 39'],
    ['from south to north', '46 39, 46.0000001 39, 46.0000001 40, 46 40, 46 39'],
    ['across', '46 39, 46.001 39, 47 39.999, 47 40, 46.999 40, 46 39.001, 46 39'],
  ])('is at once in a very thin area %s', (_, corners) => {
    const shape = polygonOf(ring(corners))
    const point = findLabelPoint(shape)
    expect(point && booleanPointInPolygon([...point], shape, { ignoreBoundary: true })).toBe(true)
  })

  test('is nowhere in an outline without a surface', () => {
    for (const flat of [polygonOf(box(46, 39, 46, 39)), polygonOf(box(46, 39, 47, 39)), NO_PARTS]) {
      expect(findLabelPoint(flat)).toBeNull()
    }
  })
})

describe('findCrossing', () => {
  const corner = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }))

  test('is there exactly when two edges cross', () => {
    fc.assert(
      fc.property(fc.array(corner, { minLength: 3, maxLength: 9 }), (ring) => {
        const edges = ring.map((to, index) => [ring.at(index - 1) ?? to, to] as const)
        const side = (a: Position, b: Position, p: Position) =>
          Math.sign(
            ((b[0] ?? 0) - (a[0] ?? 0)) * ((p[1] ?? 0) - (a[1] ?? 0)) -
              ((b[1] ?? 0) - (a[1] ?? 0)) * ((p[0] ?? 0) - (a[0] ?? 0)),
          )
        const cross = edges.some(([a, b]) =>
          edges.some(([c, d]) => {
            return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
          }),
        )
        expect(findCrossing(outline(ring)) !== null).toBe(cross)
      }),
      { numRuns: runs(500) },
    )
  })

  test('is where they cross', () => {
    const bow = ring('47 39, 47.3 39.3, 47.3 39, 47 39.3, 47 39')
    const [lon, lat] = findCrossing(outline(bow)) ?? [0, 0]
    expect(lon).toBeCloseTo(47.15)
    expect(lat).toBeCloseTo(39.15)
  })

  test('is not where parts or a hole only touch, nor where a point is written twice', () => {
    const coordinates = [[box(46, 39, 47, 40)], [box(47, 40, 48, 41)]]
    expect(findCrossing(outlineOf({ type: 'MultiPolygon', coordinates }))).toBeNull()
    const hole = ring('46 39.5, 46.5 39.2, 46.5 39.8, 46 39.5')
    expect(findCrossing(outline(box(46, 39, 47, 40), hole))).toBeNull()
    expect(findCrossing(outline(box(46, 39, 47, 40).flatMap((each) => [each, each])))).toBeNull()
  })
})

describe('findOverlaps', () => {
  const moved = fc.tuple(fc.integer({ min: -200, max: 200 }), fc.integer({ min: -200, max: 200 }))

  test('has what shares a good part of its surface, and not what shares a sliver', () => {
    fc.assert(
      fc.property(radii, radii, moved, (first, second, [east, north]) => {
        const a = star(CENTRE, first)
        const b = star([46 + east / 100, 39 + north / 100], second)
        const both = intersect(featureCollection([polygon([a]), polygon([b])]))
        const smaller = Math.min(area(polygon([a])), area(polygon([b])))
        const share = both ? area(both) / smaller : 0
        const [, found] = findOverlaps([outline(a), outline(b)]).found
        if (share > 0.05) expect(found).toEqual([0])
        if (share < 0.001) expect(found).toEqual([])
      }),
    )
  })

  const whole = outline(box(46, 39, 48, 41))
  const [west, east] = [outline(box(46, 39, 47, 41)), outline(box(47, 39, 48, 41))]
  const around = outline(box(46, 39, 49, 42), box(47, 40, 48, 41))

  test.each([
    ['names the earlier areas to the later one', [west, east, whole], [[], [], [0, 1]]],
    ['names the earlier area to each later one', [whole, west, east], [[], [0], [0]]],
    ['has no sliver', [outline(box(46, 39, 47.005, 41)), east], [[], []]],
    ['has more than a sliver', [west, outline(box(46.95, 39, 48, 41))], [[], [0]]],
    ['has no hole', [around, outline(box(47, 40, 48, 41))], [[], []]],
  ])('%s', (_, outlines, found) => {
    expect(findOverlaps(outlines).found).toEqual(found)
  })
})
