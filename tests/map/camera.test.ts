import type { FeatureCollection } from 'geojson'
import { describe, expect, it } from 'vitest'
import { findBox, focusBox, onFileBox, roomOf } from '../../src/map/camera'
import { wrap } from '../../src/map/picture'
import { CONFLICT } from '../support/conflict'
import { areaId, DISTRICTS } from './fixtures'

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

describe('wrap', () => {
  const measure = (text: string) => text.length

  it('breaks at spaces into lines that fit, and loses no word', () => {
    expect(wrap('one two  three four', 9, measure)).toEqual(['one two', 'three', 'four'])
    expect(wrap('', 9, measure)).toEqual([])
  })

  it('gives a word that is too long a line of its own', () => {
    expect(wrap('a incomprehensible b', 5, measure)).toEqual(['a', 'incomprehensible', 'b'])
    expect(wrap('incomprehensible', 5, measure)).toEqual(['incomprehensible'])
  })
})
