import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PairInterner } from '../../src/store/pairInterner'
import { runs } from '../propertyRuns'

test('numbers pairs in the order in which they are first met, however many', () => {
  const small = fc.integer({ min: -1, max: 40 })
  const any = fc.integer()
  const pairs = fc.array(fc.oneof(fc.tuple(small, small), fc.tuple(any, any)), {
    maxLength: 3000,
    size: 'max',
  })
  fc.assert(
    fc.property(pairs, (list) => {
      const numbers = new PairInterner()
      const known = new Map<string, number>()
      for (const [first, second] of list) {
        const key = `${first} ${second}`
        if (!known.has(key)) known.set(key, known.size)
        expect(numbers.numberOf(first, second)).toBe(known.get(key))
      }
      expect(numbers.count).toBe(known.size)
    }),
    { numRuns: runs(20) },
  )
})
