import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  avoid,
  type Circle,
  type Offset,
  type Ring,
  scaleAt,
  spread,
} from '../../../src/figure/layout/avoid'

const circle = (lon: number, lat: number, radius = 15): Ring => ({
  at: [lon, lat],
  radius,
  room: 0.1,
})

const ZOOMS = [6, 7, 8.5]

/** At several zooms. */
const offsetsOf = (rings: readonly Ring[], fixed: readonly Circle[]): Offset[][] => {
  const byZoom = ZOOMS.map((zoom) => spread(rings, fixed, zoom))
  return rings.map((_, index) => byZoom.map((offsets) => offsets[index] ?? [NaN, NaN]))
}

describe('spread', () => {
  it('leaves marks alone that have room', () => {
    expect(offsetsOf([circle(46, 40), circle(47, 40)], [circle(46.5, 39)])).toEqual(
      [0, 1].map(() => ZOOMS.map(() => [0, 0])),
    )
  })

  it('moves a ring off a settlement mark at the same place, by as much as both need', () => {
    const [offsets] = offsetsOf([circle(46, 40)], [circle(46, 40, 12)])
    ZOOMS.forEach((zoom, level) => {
      expect(offsets?.[level]?.[0]).toBe(0)
      expect(-(offsets?.[level]?.[1] ?? 0)).toBeGreaterThanOrEqual(Math.floor(27 * scaleAt(zoom)))
    })
  })

  it('moves two rings apart evenly', () => {
    const [a, b] = offsetsOf([circle(46, 40), circle(46.02, 40)], [])
    ZOOMS.forEach((_, level) => {
      expect(a?.[level]?.[0]).toBeLessThan(0)
      expect(Math.abs((a?.[level]?.[0] ?? 0) + (b?.[level]?.[0] ?? 0))).toBeLessThanOrEqual(1)
    })
  })

  it('keeps a ring in its district, and the other moves farther, where that is enough', () => {
    const narrow = { ...circle(46, 40), room: 2 / 2 ** 7 }
    const wide = { ...circle(46.1, 40), room: 40 / 2 ** 7 }
    const [[small = [0, 0], large = [0, 0]] = []] = [spread([narrow, wide], [], 7)]
    expect(Math.hypot(...small)).toBeLessThanOrEqual(2.5)
    expect(large[0]).toBeGreaterThan(-small[0])
  })

  it('leaves a crowd where it is rather than let it wander off', () => {
    const crowd = Array.from({ length: 20 }, (_, index) => circle(46 + index / 1000, 40, 28))
    const far = offsetsOf(crowd, [])
      .flat()
      .map(([x, y]) => Math.hypot(x, y))
    expect(Math.max(...far)).toBeGreaterThan(30)
    expect(Math.max(...far)).toBeLessThanOrEqual(97)
  })

  it('takes a ring that marks shut in to a place that stays free until the next half level', () => {
    const zoom = 6
    const latStretch = 1 / Math.cos((40 * Math.PI) / 180)
    const perDegree = (level: number) => (512 * 2 ** level) / 360
    const around = Array.from({ length: 6 }, (_, index) => {
      const angle = (index * Math.PI) / 3
      return [16 * Math.cos(angle), 16 * Math.sin(angle)] as const
    })
    const fixed = around.map(([x, y]) => {
      return circle(46 + x / perDegree(zoom), 40 - y / latStretch / perDegree(zoom), 7)
    })
    const [[right, down] = [0, 0]] = spread([circle(46, 40, 13)], fixed, zoom)
    for (const level of [6, 6.2, 6.49]) {
      const larger = 2 ** (level - zoom)
      for (const [x, y] of around) {
        const apart = Math.hypot(right - x * larger, down - y * larger)
        expect(apart).toBeGreaterThan((13 + 7) * scaleAt(level) - 1)
      }
    }
  })

  it('lets no ring stray far, however many there are, and gives the same for the same', () => {
    const degrees = fc.integer({ min: 0, max: 200 }).map((steps) => steps / 100)
    const near = fc.tuple(degrees, degrees).map(([lon, lat]) => circle(45 + lon, 39 + lat))
    const circles = fc.array(near, { maxLength: 15 })
    fc.assert(
      fc.property(circles, circles, (rings, fixed) => {
        const offsets = offsetsOf(rings, fixed)
        expect(offsets).toHaveLength(rings.length)
        for (const [x, y] of offsets.flat()) expect(Math.hypot(x, y)).toBeLessThanOrEqual(97)
        expect(offsetsOf(rings, fixed)).toEqual(offsets)
      }),
    )
  })
})

describe('avoid', () => {
  const ring = circle(46, 40, 20)
  const bin = circle(46.001, 40, 12)

  it('moves a mark off a ring, wherever that has moved, and leaves others alone', () => {
    const [beside, far] = avoid([bin, circle(47, 40, 12)], [], [{ ...ring, offset: [0, 0] }], 8)
    expect(beside?.[0]).toBeGreaterThanOrEqual(30)
    expect(far).toEqual([0, 0])
    const [left] = avoid([bin], [], [{ ...ring, offset: [15, 0] }], 8)
    expect(left?.[0]).toBeLessThan(0)
  })

  it('leaves no mark on a lone ring, however the marks before it push it', () => {
    const zoom = 8
    const perDegree = (512 * 2 ** zoom) / 360
    const near = fc.tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -30, max: 30 }))
    fc.assert(
      fc.property(fc.array(near, { minLength: 1, maxLength: 12 }), (places) => {
        const marks = places.map(([x, y]) => circle(46 + x / perDegree, 40 + y / perDegree, 12))
        const offsets = avoid(marks, [], [{ ...ring, offset: [0, 0] }], zoom)
        const latStretch = 1 / Math.cos((40 * Math.PI) / 180)
        offsets.forEach(([right, down], index) => {
          const [x = 0, y = 0] = places[index] ?? []
          const apart = Math.hypot(x + right, y * -latStretch + down)
          // Offsets are whole px.
          expect(apart).toBeGreaterThan(20 + 12 - 1)
        })
      }),
    )
  })
})
