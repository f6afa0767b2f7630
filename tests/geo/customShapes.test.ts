import fc from 'fast-check'
import type { Geometry, Position } from 'geojson'
import { describe, expect, test } from 'vitest'
import { checkShape, looksExchanged } from '../../src/geo/customShapes'
import { Remarks } from '../../src/model/issueCollector'

const box: Position[] = [
  [46, 39],
  [47, 39],
  [47, 40],
  [46, 40],
  [46, 39],
]
const twoPoints: Position[] = [
  [46, 39],
  [47, 39],
  [46, 39],
]

function checked(geometry: unknown) {
  const remarks = new Remarks('a', 1, '')
  const shape = checkShape(geometry as Geometry, remarks)
  return { shape, said: remarks.issues.map(({ severity, message }) => `${severity}: ${message}`) }
}

const polygon = (...coordinates: unknown[]) => ({ type: 'Polygon', coordinates })

describe('checkShape', () => {
  test('keeps what is right as it is', () => {
    expect(checked(polygon(box))).toEqual({ shape: polygon(box), said: [] })
    const parts = { type: 'MultiPolygon', coordinates: [[box], [box]] }
    expect(checked(parts)).toEqual({ shape: parts, said: [] })
  })

  test('closes a ring and says so', () => {
    const { shape, said } = checked(polygon(box.slice(0, -1)))
    expect(shape).toEqual(polygon(box))
    expect(said).toEqual([expect.stringMatching(/^warning: .*not closed/)])
  })

  test('leaves out a hole or a part that encloses nothing, and not the whole area', () => {
    const { shape, said } = checked(polygon(box, twoPoints))
    expect(shape).toEqual(polygon(box))
    expect(said).toEqual([expect.stringMatching(/^warning: .*that ring is left out/)])
    const parts = { type: 'MultiPolygon', coordinates: [[twoPoints], [box], []] }
    expect(checked(parts).shape).toEqual({ type: 'MultiPolygon', coordinates: [[box]] })
  })

  test.each([
    ['a point', { type: 'Point', coordinates: [46, 39] }, /is a Point, no polygon/],
    ['nothing', null, /without a geometry/],
    ['too few points', polygon(twoPoints), /fewer than four points/],
    ['no ring', polygon(), /fewer than four points/],
    ['metres', polygon(box.map(([x = 0, y = 0]) => [x * 1e5, y * 1e5])), /metres.*EPSG:4326/],
    ['impossible degrees', polygon(box.map(([x = 0, y = 0]) => [x, y * 3])), /range of degrees/],
    ['text for numbers', polygon(box.map(([x, y]) => [String(x), y])), /are no numbers/],
    ['numbers that are too large', polygon([[Infinity, 39], ...box]), /are no numbers/],
    ['a ring too shallow', polygon(...box), /are no numbers/],
  ])('refuses %s', (_, geometry, message) => {
    const { shape, said } = checked(geometry)
    expect(shape).toBeNull()
    expect(said).toEqual([expect.stringMatching(message)])
    expect(said).toEqual([expect.stringMatching(/^error: .*left out$/)])
  })

  test('never fails on coordinates of any kind', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Polygon', 'MultiPolygon'),
        fc.jsonValue(),
        (type, coordinates) => {
          const { shape, said } = checked({ type, coordinates })
          expect(shape !== null || said.length === 1).toBe(true)
        },
      ),
    )
  })
})

describe('looksExchanged', () => {
  test.each([
    ['as it should be', [46, 39, 47, 40], false],
    ['exchanged', [39, 46, 40, 47], true],
    ['where both would do', [42, 42, 43, 43], false],
    ['of another part of the world', [-60, -20, -50, -10], false],
    ['of the whole world', [-180, -90, 180, 90], false],
  ] as const)('an outline %s', (_, bounds, expected) => {
    expect(looksExchanged(bounds)).toBe(expected)
  })
})
