import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ExternalSort } from '../../src/publish/externalSort'
import { integersOf, SortKey } from '../../src/publish/sortKey'
import { MemoryDisk } from './memoryDisk'

const LOW = -(2 ** 31)
const record = fc.record({
  number: fc.oneof(fc.integer({ min: -2, max: 2 }), fc.integer({ min: LOW, max: -LOW - 1 })),
  text: fc.oneof(fc.constantFrom('', 'a', 'ab', 'é', '\u{1f600}'), fc.string({ unit: 'binary' })),
})

test('sorts what does not fit in memory as Array.sort does, and keeps the order of equal keys', () => {
  fc.assert(
    fc.property(fc.array(record), fc.integer({ min: 1, max: 200 }), (records, runBytes) => {
      const sort = new ExternalSort(new MemoryDisk(), 'test', 0, runBytes)
      const key = new SortKey()
      records.forEach(({ number, text }, index) => {
        const { bytes } = key.clear().integer(number).text(text)
        sort.add(bytes, new TextEncoder().encode(JSON.stringify(index)))
      })
      const found = Array.from(sort.merge(), ({ view, keyStart, value }) => {
        return [...integersOf(view, keyStart, 1), Number(new TextDecoder().decode(value))]
      })
      const letters = (text: string): string[] => Array.from(text.replaceAll('\0', ' '))
      const compareTexts = (a: string, b: string) => {
        const [one, two] = [letters(a), letters(b)]
        const at = one.findIndex((letter, index) => letter !== two[index])
        if (at === -1) return one.length - two.length
        return (one[at]?.codePointAt(0) ?? 0) - (two[at]?.codePointAt(0) ?? -1)
      }
      const expected = [...records.entries()].sort(
        ([, a], [, b]) => a.number - b.number || compareTexts(a.text, b.text),
      )
      expect(found).toEqual(expected.map(([index, { number }]) => [number, index]))
    }),
  )
})
