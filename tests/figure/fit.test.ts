import type { FeatureCollection } from 'geojson'
import { describe, expect, it } from 'vitest'
import { findBox, reportsBox, roomOf } from '../../src/figure/fit'
import { areaId, DISTRICTS } from '../map/fixtures'
import { CONFLICT } from '../support/conflict'

const NONE: FeatureCollection = { type: 'FeatureCollection', features: [] }

describe('boxes', () => {
  it('surround what passes', () => {
    expect(findBox(DISTRICTS, ({ id }) => id === 'quiet')).toEqual([47.4, 40.4, 47.6, 40.6])
    expect(findBox(DISTRICTS, () => false)).toBeNull()
  })

  it('surround the districts of a slice, or else the focus districts', () => {
    const quiet = new Map([[areaId('quiet'), null]])
    expect(reportsBox(DISTRICTS, quiet, CONFLICT)).toEqual([47.4, 40.4, 47.6, 40.6])
    expect(reportsBox(DISTRICTS, new Map(), CONFLICT)).toEqual(
      [46.55, 39.61, 47.05, 40.16].map((each) => expect.closeTo(each)),
    )
    expect(reportsBox(NONE, quiet, CONFLICT)).toEqual(CONFLICT.focusBox)
  })

  it('keep a little room, less on a small map, more for legend and tools', () => {
    expect(roomOf(390, 300).top).toBeLessThan(roomOf(1080, 640).top)
    expect(roomOf(10, 10)).toEqual({ top: 16, right: 16, bottom: 16, left: 16 })
    expect(roomOf(1080, 640).right).toBeGreaterThan(200)
    expect(roomOf(844, 300).right).toBeLessThan(100)
    expect(roomOf(390, 500).bottom).toBeGreaterThan(roomOf(390, 500).top)
  })
})
