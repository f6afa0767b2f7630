import fc from 'fast-check'
import { MercatorCoordinate } from 'maplibre-gl'
import { describe, expect, it } from 'vitest'
import { countText, halfWidth } from '../../../src/figure/markPicture'
import { MAX_ZOOM } from '../../../src/map/camera'
import type { Digits } from '../../../src/map/marks/digits'
import { ACROSS, MAX_CHARACTERS, SHAPE, TEXEL, TEXELS } from '../../../src/map/marks/markShader'
import type { Mark } from '../../../src/map/marks/marks'
import { buildRuns, markTexels, TEXT_SIZES } from '../../../src/map/marks/markTexels'
import { findOrigin } from '../../../src/map/marks/origin'
import { CONFLICT } from '../../support/conflict'
import { markOf } from '../fixtures'

const ORIGIN = findOrigin(CONFLICT)

const CHARACTERS = '0123456789–.kM'
const WIDTH = 7
/** Every character is 7 device px wide, and on the sheet they stand 10 apart. */
const DIGITS: Digits = {
  canvas: {} as HTMLCanvasElement,
  rows: new Map(
    TEXT_SIZES.map((size, row) => [
      size,
      {
        top: 20 * row,
        height: 12,
        characters: new Map(
          Array.from(CHARACTERS, (character, at) => [character, { left: 10 * at, width: WIDTH }]),
        ),
      },
    ]),
  ),
}

const read = (marks: readonly Mark[], selected: string[] = [], level = 0) =>
  markTexels(marks, new Set(selected), level, DIGITS, 1, ORIGIN)

const texel = (floats: Float32Array, mark: number, at: number, length = 4) =>
  Array.from(floats.subarray((mark * TEXELS + at) * 4, (mark * TEXELS + at) * 4 + length))

describe('buildRuns', () => {
  it('parts marks where their shape changes, and leaves none out', () => {
    const shapes = ['ring', 'ring', 'bin', 'diamond', 'diamond', 'ring'] as const
    const marks = shapes.map((shape, at) => markOf(`m${at}`, { shape }))
    expect(buildRuns(marks)).toEqual([
      { shape: 'ring', first: 0, count: 2 },
      { shape: 'bin', first: 2, count: 1 },
      { shape: 'diamond', first: 3, count: 2 },
      { shape: 'ring', first: 5, count: 1 },
    ])
    expect(buildRuns([])).toEqual([])
  })
})

describe('markTexels', () => {
  it('has where a mark is, and how far it stands aside at a level of zoom', () => {
    const at = [46.752, 39.758] as const
    const mark: Mark = { ...markOf('a'), at, shifts: (level) => (level === 1 ? [-3, 12] : [0, 0]) }
    for (const [level, aside] of [
      [0, [0, 0]],
      [1, [-3, 12]],
      [2, [0, 0]],
    ] as const) {
      const [x = 0, y = 0, ...shift] = texel(read([mark], [], level).floats, 0, TEXEL.place)
      expect(shift).toEqual(aside)
      const { lng, lat } = new MercatorCoordinate(x + ORIGIN.x, y + ORIGIN.y).toLngLat()
      // A hundredth of a pixel at the closest zoom.
      expect(Math.abs(lng - at[0])).toBeLessThan(360 / (512 * 2 ** MAX_ZOOM) / 100)
      expect(Math.abs(lat - at[1])).toBeLessThan(360 / (512 * 2 ** MAX_ZOOM) / 100)
    }
  })

  it('has the shape and the size of a mark', () => {
    const { floats } = read([markOf('a'), markOf('b', { radius: 10, text: '' })])
    expect(texel(floats, 0, TEXEL.mark)).toEqual([SHAPE.ring, 20, 20, 1])
    expect(texel(floats, 1, TEXEL.mark)).toEqual([SHAPE.ring, 10, 10, 0])
  })

  it('has where the shares of the groups end, and the whole for groups that there are none of', () => {
    const { floats } = read([markOf('a')])
    const shares = texel(floats, 0, TEXEL.shares, 16)
    expect(shares.slice(0, 6).map((share) => Math.round(share * 5))).toEqual([3, 3, 3, 4, 5, 5])
    expect(shares.slice(6)).toEqual(Array(10).fill(1))
  })

  it('says which mark has a line round it', () => {
    const { floats } = read([markOf('a', { text: '' })], ['a'])
    expect(texel(floats, 0, TEXEL.mark)[3]).toBe(2)
  })

  it('centres the text, in a bin above its foot', () => {
    const [ring, bin] = [markOf('a', { text: '2–5' }), markOf('b', { shape: 'bin', text: '12' })]
    const { floats } = read([ring, bin])
    expect(texel(floats, 0, TEXEL.line)).toEqual([-11, -6, 12, 20 * TEXT_SIZES.indexOf(15)])
    expect(texel(floats, 1, TEXEL.line)).toEqual([-7, -8, 12, 0])
    expect(texel(floats, 1, TEXEL.mark)[2]).toBe(halfWidth(bin.picture))
  })

  it('finds each character of any count on the sheet', () => {
    fc.assert(
      fc.property(fc.nat(100_000_000), fc.nat(100_000_000), (certain, possible) => {
        const text = countText(certain, possible)
        fc.pre(text !== '')
        expect(text.length).toBeLessThanOrEqual(MAX_CHARACTERS)
        const { floats } = read([markOf('a', { text })])
        const ends = texel(floats, 0, TEXEL.ends, MAX_CHARACTERS)
        const onSheet = texel(floats, 0, TEXEL.onSheet, MAX_CHARACTERS)
        const found = Array.from({ length: text.length }, (_, at) => {
          const x = at * WIDTH + 3
          const character = ends.filter((end) => end <= x).length
          return CHARACTERS[Math.floor((x + (onSheet[character] ?? 0)) / 10)]
        })
        expect(found.join('')).toBe(text)
        const after = ends.filter((end) => end <= text.length * WIDTH).length
        expect((onSheet[after] ?? -Infinity) + text.length * WIDTH).toBeLessThan(0)
      }),
    )
  })

  it('fills whole rows of the texture', () => {
    const many = Array.from({ length: ACROSS + 1 }, (_, at) => markOf(`m${at}`))
    const { floats, rows } = read(many)
    expect(rows).toBe(2)
    expect(floats).toHaveLength(2 * ACROSS * TEXELS * 4)
  })
})
