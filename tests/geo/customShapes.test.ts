import fc from 'fast-check'
import type { Geometry } from 'geojson'
import { describe, expect, test } from 'vitest'
import { checkShape } from '../../src/geo/customShapes'
import { IssueCollector } from '../../src/issues/issueCollector'
import { box, ring } from '../support/shapes'

const square = box(46, 39, 47, 40)
const twoPoints = ring('46 39, 47 39, 46 39')

function checked(geometry: unknown) {
  const issues = new IssueCollector('a', 1, '')
  const shape = checkShape(geometry as Geometry, issues)
  return { shape, found: issues.list.map(({ severity, code }) => `${severity}: ${code}`) }
}

const polygon = (...coordinates: unknown[]) => ({ type: 'Polygon', coordinates })

const parts = (...coordinates: unknown[]) => ({ type: 'MultiPolygon', coordinates })

describe('checkShape', () => {
  test.each([
    ['keeps a ring as it is', polygon(square), polygon(square), []],
    ['keeps parts as they are', parts([square], [square]), parts([square], [square]), []],
    ['closes a ring', polygon(square.slice(0, -1)), polygon(square), ['warning: openRing']],
    ['drops a flat hole', polygon(square, twoPoints), polygon(square), ['warning: shortRing']],
    ['drops flat parts', parts([twoPoints], [square], []), parts([square]), [expect.anything()]],
  ])('%s', (_, geometry, shape, found) => {
    expect(checked(geometry)).toMatchObject({ shape, found })
  })

  test.each([
    ['a point', { type: 'Point', coordinates: [46, 39] }, 'notPolygon'],
    ['nothing', null, 'notPolygon'],
    ['too few points', polygon(twoPoints), 'shortOutline'],
    ['no ring', polygon(), 'shortOutline'],
    ['metres', polygon(square.map(([x = 0, y = 0]) => [x * 1e5, y * 1e5])), 'inMetres'],
    [
      'impossible degrees',
      polygon(square.map(([x = 0, y = 0]) => [x, y * 3])),
      'coordinatesOutsideDegrees',
    ],
    ['text for numbers', polygon(square.map(([x, y]) => [String(x), y])), 'coordinatesNotNumbers'],
    ['numbers that are too large', polygon([[Infinity, 39], ...square]), 'coordinatesNotNumbers'],
    ['a ring too shallow', polygon(...square), 'coordinatesNotNumbers'],
  ])('refuses %s', (_, geometry, code) => {
    const { shape, found } = checked(geometry)
    expect(shape).toBeNull()
    expect(found).toEqual([`error: ${code}`])
  })

  test('never fails on coordinates of any kind', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Polygon', 'MultiPolygon'),
        fc.jsonValue(),
        (type, coordinates) => {
          const { shape, found } = checked({ type, coordinates })
          expect(shape !== null || found.length === 1).toBe(true)
        },
      ),
    )
  })
})
