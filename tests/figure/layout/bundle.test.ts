import { expect, test } from 'vitest'
import { bundle } from '../../../src/figure/layout/bundle'

test('marks on both sides of 180 degrees are neighbours', () => {
  const marks = [178.9, -179.99, 179.99, -178.9].map((lon) => ({
    at: [lon, -17] as const,
    radius: 10,
  }))
  expect(bundle(marks, 5)).toEqual([[0], [1, 2], [3]])
  expect(bundle(marks.slice(0, 3), 0)).toEqual([[0, 1, 2]])
})
