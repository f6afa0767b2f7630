import { describe, expect, it } from 'vitest'
import { countText, diamondRadius, ringRadius } from '../../src/figure/markPicture'

it.each([
  [3, 0, '3'],
  [2, 3, '2–5'],
  [0, 1, '0–1'],
  [0, 0, ''],
  [1234, 0, '1.2k'],
  [12_345, 4000, '12k–16k'],
  [12_345, 6, '12k'],
  [999, 1, '999–1k'],
  [1_234_567, 0, '1.2M'],
])('counts %i certain and %i possible reports as %j', (certain, possible, text) => {
  expect(countText(certain, possible)).toBe(text)
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
