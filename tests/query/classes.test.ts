import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classBreaks, classOf } from '../../src/query/classes'

const labels = (max: number) => classBreaks(max).map((each) => each.label)

describe('classBreaks', () => {
  it('has no class where no district has a report', () => {
    for (const max of [0, -1, Number.NaN]) expect(classBreaks(max)).toEqual([])
  })

  it('gives every number its own class while there are few', () => {
    expect(labels(1)).toEqual(['1'])
    expect(labels(5)).toEqual(['1', '2', '3', '4', '5'])
  })

  it('widens the classes as the maximum grows, and leaves out those past it', () => {
    expect(labels(6)).toEqual(['1', '2–3', '4–6'])
    expect(labels(13)).toEqual(['1', '2–3', '4–6', '7–12', '13+'])
    expect(labels(40)).toEqual(['1–2', '3–6', '7–12', '13–24', '25+'])
    expect(labels(100)).toEqual(['1–5', '6–15', '16–30', '31–60', '61+'])
  })

  it('covers every count from 1 to the maximum exactly once, in whole numbers, never empty or reversed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (max, at) => {
          const classes = classBreaks(max)
          expect(classes.length).toBeGreaterThan(0)
          expect(classes.length).toBeLessThanOrEqual(5)
          expect(classes[0]?.from).toBe(1)
          classes.forEach((each, index) => {
            expect(Number.isInteger(each.from)).toBe(true)
            expect(each.to).toBeGreaterThanOrEqual(each.from)
            const next = classes[index + 1]
            if (next) expect(next.from).toBe(each.to + 1)
          })
          const count = 1 + Math.floor(at * (max - 1))
          const index = classOf(classes, count)
          expect(classes[index - 1]?.from).toBeLessThanOrEqual(count)
          expect(classes[index - 1]?.to).toBeGreaterThanOrEqual(count)
        },
      ),
    )
  })
})

describe('classOf', () => {
  it('is 0 for a count that is in no class', () => {
    expect(classOf(classBreaks(13), 0)).toBe(0)
    expect(classOf([], 3)).toBe(0)
  })
})
