import type { FeatureCollection } from 'geojson'
import { describe, expect, it } from 'vitest'
import { findBox, focusBox, onFileBox, roomOf } from '../../src/figure/fit'
import { areaId, DISTRICTS } from '../map/fixtures'
import { CONFLICT } from '../support/conflict'

const NONE: FeatureCollection = { type: 'FeatureCollection', features: [] }

describe('boxes', () => {
  it('surround what passes', () => {
    expect(findBox(DISTRICTS, ({ id }) => id === 'quiet')).toEqual([47.4, 40.4, 47.6, 40.6])
    expect(findBox(DISTRICTS, () => false)).toBeNull()
    expect(focusBox(DISTRICTS, CONFLICT)).toEqual(
      [46.55, 39.61, 47.05, 40.16].map((each) => expect.closeTo(each)),
    )
  })

  it('fall back on the focus districts', () => {
    expect(focusBox(NONE, CONFLICT)[0]).toBeCloseTo(45.6)
    expect(onFileBox(DISTRICTS, new Set(), CONFLICT)).toEqual(focusBox(DISTRICTS, CONFLICT))
    expect(onFileBox(DISTRICTS, new Set([areaId('quiet')]), CONFLICT)[0]).toBeCloseTo(47.4)
  })

  it('keep a little room, less on a small map', () => {
    expect(roomOf(390, 500).left).toBeLessThan(roomOf(1080, 640).left ?? 0)
    expect(roomOf(10, 10)).toEqual({ top: 16, right: 16, bottom: 16, left: 16 })
    expect(roomOf(1080, 640).right).toBeGreaterThan(200)
  })
})
