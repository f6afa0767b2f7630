import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PARTIES } from '../../src/data/vocabulary'
import {
  arcsOf,
  countText,
  diamondRadius,
  imageIdOf,
  type MarkImage,
  markImageOf,
  ringRadius,
} from '../../src/map/markImage'

const counts = fc.array(fc.nat(50), { minLength: PARTIES.length, maxLength: PARTIES.length })

describe('image ids', () => {
  it('carry all of a mark and read back the same', () => {
    const marks = fc.record<MarkImage>({
      shape: fc.constantFrom('ring', 'diamond'),
      theme: fc.constantFrom('light', 'dark'),
      certain: counts,
      possible: counts,
      radius: fc.integer({ min: 1, max: 60 }),
      text: fc.constantFrom('', '3', '2–5'),
    })
    fc.assert(
      fc.property(marks, (mark) => {
        expect(markImageOf(imageIdOf(mark))).toEqual(mark)
      }),
    )
  })

  it('of other images are no marks', () => {
    for (const id of ['', 'hatch|light|silent', 'ring', 'ring|blue|1|1|9|', 'ring|light|1|1|x|']) {
      expect(markImageOf(id)).toBeNull()
    }
  })
})

describe('countText', () => {
  it('says a range where certain and possible differ', () => {
    expect(countText(3, 0)).toBe('3')
    expect(countText(2, 3)).toBe('2–5')
    expect(countText(0, 1)).toBe('0–1')
    expect(countText(0, 0)).toBe('')
  })
})

describe('arcsOf', () => {
  it('fills the circle from 12 o’clock without a gap, in the order of parties, by share', () => {
    fc.assert(
      fc.property(counts, counts, (certain, possible) => {
        const arcs = arcsOf(certain, possible)
        const total = [...certain, ...possible].reduce((sum, each) => sum + each, 0)
        expect(arcs[0]?.from ?? 0).toBe(0)
        expect(arcs.at(-1)?.to ?? 0).toBeCloseTo(total === 0 ? 0 : 1)
        expect(arcs.slice(1).map(({ from }) => from)).toEqual(arcs.slice(0, -1).map(({ to }) => to))
        const order = arcs.map(({ party }) => PARTIES.findIndex(({ id }) => id === party))
        expect(order).toEqual(order.toSorted((a, b) => a - b))
        for (const { party, certain: isCertain, from, to } of arcs) {
          const index = PARTIES.findIndex(({ id }) => id === party)
          const count = (isCertain ? certain : possible)[index] ?? 0
          expect((to - from) * total).toBeCloseTo(count)
        }
      }),
    )
  })

  it('keeps the certain and the possible reports of a party apart', () => {
    expect(arcsOf([1, 0, 0, 0, 0], [1, 0, 0, 0, 0])).toEqual([
      { party: 'azerbaijan', certain: true, from: 0, to: 0.5 },
      { party: 'azerbaijan', certain: false, from: 0.5, to: 1 },
    ])
  })
})

describe('ringRadius', () => {
  it('grows with the count, within limits', () => {
    const radii = [1, 2, 4, 8, 20, 100].map((count) => ringRadius(count, 100, String(count)))
    expect(radii).toEqual(radii.toSorted((a, b) => a - b))
    expect(radii[0]).toBeGreaterThanOrEqual(12)
    expect(radii.at(-1)).toBeLessThanOrEqual(30)
  })

  it('does not draw a single report as large as it can, though it is the most', () => {
    expect(ringRadius(1, 1, '1')).toBeLessThan(ringRadius(8, 8, '8'))
  })

  it('leaves room for a long text', () => {
    expect(ringRadius(1, 1, '10–15')).toBeGreaterThan(ringRadius(1, 1, '1'))
    expect(diamondRadius('10–15')).toBeGreaterThan(diamondRadius('2'))
    expect(diamondRadius('2')).toBeGreaterThan(diamondRadius(''))
  })
})
