import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addUp, countRows } from '../../src/publish/countTables'

const LENGTH = 4
const someSums = fc
  .array(
    fc.record({
      key: fc.array(fc.nat(2), { minLength: LENGTH, maxLength: LENGTH }),
      values: fc.tuple(fc.nat(9), fc.nat(9)),
    }),
  )
  .map((sums) => sums.toSorted((a, b) => Number(a.key.join('')) - Number(b.key.join(''))))

test('sums add up by the first numbers of their keys, and their rows are known before', () => {
  fc.assert(
    fc.property(someSums, (sums) => {
      const rows = countRows(sums)
      for (let length = 0; length <= LENGTH; length++) {
        const expected = new Map<string, number[]>()
        for (const { key, values } of sums) {
          const name = key.slice(0, length).join()
          const known = expected.get(name) ?? [0, 0]
          expected.set(
            name,
            known.map((value, at) => value + (values[at] ?? 0)),
          )
        }
        const copies = sums.map(({ key, values }) => ({ key, values: [...values] }))
        const found = Array.from(addUp(copies, length), ({ key, values }) => [key.join(), values])
        expect(found).toEqual([...expected])
        if (sums.length > 0 && length > 0) expect(rows[length]).toBe(expected.size)
      }
    }),
  )
})
