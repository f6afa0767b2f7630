import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstStartedBy, runsEndingFrom } from '../../src/store/timeOrder'
import { syntheticDataset } from '../bench/synthetic'

const { columns } = syntheticDataset(10_000)
const somewhere = fc.nat(columns.length - 1)

test('the first row that starts by a day', () => {
  fc.assert(
    fc.property(somewhere, fc.integer({ min: -1, max: 1 }), (row, more) => {
      const day = (columns.startDay[row] ?? 0) + more
      const first = columns.startDay.findIndex((start) => start <= day)
      expect(firstStartedBy(columns, day)).toBe(first === -1 ? columns.length : first)
    }),
  )
})

test('runs in order hold every later row that touches a day or a later one', () => {
  const none = [columns.length, columns.length] as const
  fc.assert(
    fc.property(somewhere, somewhere, fc.integer({ min: -1, max: 99 }), (first, row, more) => {
      const day = (columns.endDay[row] ?? 0) + more
      let next = first
      for (const [from, to] of [...runsEndingFrom(columns, first, day), none]) {
        expect(from).toBeGreaterThanOrEqual(next)
        expect(columns.endDay.subarray(next, from).every((end) => end < day)).toBe(true)
        next = to
      }
    }),
  )
})
