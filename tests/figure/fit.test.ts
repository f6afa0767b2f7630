import fc from 'fast-check'
import type { FeatureCollection } from 'geojson'
import { describe, expect, it } from 'vitest'
import { findBox, reportsBox, roomOf } from '../../src/figure/fit'
import { boxAround } from '../../src/geo/boxAround'
import type { Bounds } from '../../src/geo/edges'
import { areaId, DISTRICTS } from '../map/fixtures'
import { CONFLICT } from '../support/conflict'
import { smallDataset } from '../support/fixtures'

const EMPTY = smallDataset([])
const NONE: FeatureCollection = { type: 'FeatureCollection', features: [] }

describe('boxes', () => {
  it('surround what passes', () => {
    expect(findBox(DISTRICTS, ({ id }) => id === 'quiet')).toEqual([47.4, 40.4, 47.6, 40.6])
    expect(findBox(DISTRICTS, () => false)).toBeNull()
  })

  it('surround the districts of a slice, or else the focus districts', () => {
    const rows = new Int32Array()
    const quiet = { areas: new Map([[areaId('quiet'), null]]), rows }
    expect(reportsBox(DISTRICTS, EMPTY, quiet)).toEqual([47.4, 40.4, 47.6, 40.6])
    expect(reportsBox(DISTRICTS, EMPTY, { areas: new Map(), rows })).toEqual(
      [46.55, 39.61, 47.05, 40.16].map((each) => expect.closeTo(each)),
    )
    expect(reportsBox(NONE, EMPTY, quiet)).toEqual(CONFLICT.focusBox)
  })

  it('are the narrowest that hold every part, across 180 degrees too', () => {
    const degree = (min: number, max: number) => fc.integer({ min, max })
    const part = fc
      .tuple(degree(-180, 180), degree(-85, 84), degree(0, 90))
      .map(([west, south, width]): Bounds => [west, south, Math.min(180, west + width), south + 1])
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
        const [west, south, east, north] = boxAround(parts) ?? [0, 0, -1, 0]
        const holds = (from: number, width: number) =>
          parts.every(([start, , end]) => ((start - from + 720) % 360) + end - start <= width)
        expect(west >= -180 && west <= 180).toBe(true)
        expect(holds(west, east - west)).toBe(true)
        // From no degree of the circle does a narrower one hold them.
        for (let from = -180; from < 180; from++) {
          if (east > west) expect(holds(from, east - west - 1)).toBe(false)
        }
        expect([south, north]).toEqual([
          Math.min(...parts.map((each) => each[1])),
          Math.max(...parts.map((each) => each[3])),
        ])
      }),
    )
    expect(boxAround([])).toBeNull()
  })

  it('keep a little room, less on a small map, more for legend and tools', () => {
    expect(roomOf(390, 300).top).toBeLessThan(roomOf(1080, 640).top)
    expect(roomOf(10, 10)).toEqual({ top: 16, right: 16, bottom: 16, left: 16 })
    expect(roomOf(1080, 640).right).toBeGreaterThan(200)
    expect(roomOf(844, 300).right).toBeLessThan(100)
    expect(roomOf(390, 500).bottom).toBeGreaterThan(roomOf(390, 500).top)
  })
})
