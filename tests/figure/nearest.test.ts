import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Pixel } from '../../src/figure/camera'
import { findNearest } from '../../src/figure/nearest'
import { runs } from '../propertyRuns'

const DIRECTIONS: readonly Pixel[] = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
]

const places = fc.uniqueArray(fc.tuple(fc.nat(900), fc.nat(900)) as fc.Arbitrary<Pixel>, {
  minLength: 2,
  maxLength: 30,
  selector: String,
})

describe('findNearest', () => {
  it('finds the nearest point in a quarter of the circle round a direction', () => {
    const distance = (from: Pixel, to: Pixel) => Math.hypot(to[0] - from[0], to[1] - from[1])
    fc.assert(
      fc.property(
        places,
        fc.constantFrom(...DIRECTIONS),
        ([from = [0, 0] as const, ...others], ahead) => {
          const within = others.filter(([x, y]) => {
            const quarters = Math.atan2(y - from[1], x - from[0]) / (Math.PI / 2)
            return DIRECTIONS.at(Math.floor(quarters + 0.5 + 1e-9) % 4) === ahead
          })
          const nearest = Math.min(...within.map((to) => distance(from, to)))
          const found = others[findNearest(others, from, ahead)]
          expect(found ? distance(from, found) : Infinity).toBe(nearest)
        },
      ),
      { numRuns: runs(200) },
    )
  })

  it('reaches every point from every other, step by step', () => {
    fc.assert(
      fc.property(places, (points) => {
        const reached = new Set([0])
        for (const at of reached) {
          for (const direction of DIRECTIONS) {
            const to = findNearest(points, points[at] as Pixel, direction)
            if (to >= 0) reached.add(to)
          }
        }
        expect(reached.size).toBe(points.length)
      }),
      { numRuns: runs(200) },
    )
  })
})
