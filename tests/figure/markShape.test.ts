import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { GroupLook } from '../../src/figure/groupColours'
import type { MarkPicture } from '../../src/figure/markPicture'
import { type ShapePath, shapeMark } from '../../src/figure/markShape'
import { findPalette } from '../../src/figure/palette'

const PALETTE = findPalette('light')
const LOOKS: readonly GroupLook[] = [
  { id: 'a', colour: '#111111', cue: 'none' },
  { id: 'b', colour: '#222222', cue: 'notched' },
  { id: 'c', colour: '#333333', cue: 'double' },
]
const ONE_SIDE: MarkPicture = {
  shape: 'ring',
  certain: [1, 0, 0],
  possible: [0, 0, 0],
  radius: 20,
  text: '1',
}

const draw = (picture: Partial<MarkPicture>, isSelected = false) =>
  shapeMark({ ...ONE_SIDE, ...picture }, LOOKS, PALETTE, isSelected)
const numbers = (d: string) => (d.match(/-?[\d.]+/g) ?? []).map(Number)
const colours = (paths: readonly ShapePath[]) =>
  new Set(paths.flatMap(({ fill, stroke }) => [fill ?? [], stroke ?? []].flat()))

/** The part of the whole turn that an arc covers. */
function turnOf({ d }: ShapePath): number {
  const [fromX = 0, fromY = 0] = numbers(d)
  const [toX = 0, toY = 0] = numbers(d).slice(-2)
  const [from, to] = [Math.atan2(fromX, -fromY), Math.atan2(toX, -toY)]
  const turn = ((to - from) / (2 * Math.PI) + 1) % 1
  return d.endsWith('Z') ? 1 : turn
}

/** The part of the whole turn that a sector of a diamond covers, which has corners on its way. */
function sectorOf({ d }: ShapePath): number {
  const at = (x = 0, y = 0) => (Math.atan2(x, -y) / (2 * Math.PI) + 1) % 1
  const found = numbers(d).slice(2)
  const [begin, end] = [at(...found.slice(0, 2)), at(...found.slice(-2))]
  const turn = (end - begin + 1) % 1
  // The least share is far larger: the sector ends where it begins.
  return turn < 0.005 || turn > 0.995 ? 1 : turn
}

describe('shapeMark', () => {
  it('paints each group by its part of the reports, possible ones pale', () => {
    const counts = fc.array(fc.nat(6), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(counts, counts, (certain, possible) => {
        const total = [...certain, ...possible].reduce((sum, count) => sum + count, 0)
        fc.pre(total > 0)
        const ring = draw({ certain, possible })
        const stack = draw({ shape: 'stack', certain, possible })
        for (const [paths, partOf] of [
          [ring.paths, turnOf],
          [stack.paths, sectorOf],
        ] as const) {
          LOOKS.forEach(({ colour }, group) => {
            for (const [counted, isPale] of [
              [certain, false],
              [possible, true],
            ] as const) {
              const own = paths.filter(
                ({ fill, stroke, opacity = 1 }) =>
                  (fill ?? stroke) === colour && opacity < 1 === isPale,
              )
              const part = own.reduce((sum, path) => sum + partOf(path), 0)
              expect(part).toBeCloseTo((counted[group] ?? 0) / total, 2)
            }
          })
        }
      }),
    )
  })

  it('tells groups without colour: notches, a double line, and gaps between them', () => {
    const lines = (certain: number[]) =>
      draw({ certain }).paths.filter(({ stroke }) => stroke === PALETTE.raised)
    expect(lines([3, 0, 0])).toEqual([])
    const [notches] = lines([0, 3, 0])
    expect(notches?.d.match(/M/g)?.length).toBeGreaterThan(10)
    const [double] = lines([0, 0, 3])
    expect(turnOf(double as ShapePath)).toBe(1)
    expect(lines([1, 2, 0]).at(-1)?.d.match(/M/g)).toHaveLength(2)
  })

  it('outlines a single possible report of a settlement, which is pale', () => {
    const site = { shape: 'diamond', text: '', radius: 7 } as const
    const outlined = (picture: Partial<MarkPicture>) =>
      draw({ ...site, ...picture }).paths.some(({ stroke }) => stroke === LOOKS[0]?.colour)
    expect(outlined({ certain: [0, 0, 0], possible: [1, 0, 0] })).toBe(true)
    expect(outlined({})).toBe(false)
  })

  it('has a number in the middle, smaller where it is long', () => {
    expect(draw({}).text).toMatchObject({ value: '1', size: 15, fill: PALETTE.ink })
    expect(draw({ radius: 13 }).text?.size).toBe(13)
    expect(draw({ text: '10–15' }).text?.size).toBe(12)
    expect(draw({ text: '' }).text).toBeNull()
  })

  it('puts a halo under a selected mark, and nothing else', () => {
    for (const shape of ['ring', 'diamond', 'stack'] as const) {
      const plain = draw({ shape }).paths
      const selected = draw({ shape }, true).paths
      expect(selected.slice(-plain.length)).toEqual(plain)
      const halo = selected.slice(0, -plain.length)
      expect(colours(halo)).toEqual(new Set([PALETTE.ink, PALETTE.raised]))
      const reach = (path?: ShapePath) => Math.max(...numbers(path?.d ?? ''))
      expect(reach(halo[0])).toBeGreaterThan(reach(plain[0]))
    }
  })
})
