import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TextInterner } from '../../src/store/textInterner'

test('texts are numbered in the order in which they first come', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
      const index = new TextInterner()
      const distinct = [...new Set(texts)]
      for (const text of texts) expect(index.numberOf(text)).toBe(distinct.indexOf(text))
      expect(index.size).toBe(distinct.length)
    }),
  )
})

test('several texts are one thing, told from others that are cut elsewhere', () => {
  const index = new TextInterner()
  expect(index.numberOf('APA', 'fire', '')).toBe(0)
  expect(index.numberOf('APA', '', 'fire')).toBe(1)
  expect(index.numberOf('AP', 'Afire', '')).toBe(2)
  expect(index.numberOf('APA', 'fire', '')).toBe(0)
})

test('it grows, forgets nothing, and is the same after it was handed over', () => {
  const index = new TextInterner()
  const texts = Array.from({ length: 50_000 }, (_, number) => `UCDP-${number}`)
  for (const text of texts) index.numberOf(text)
  const other = TextInterner.from(structuredClone(index.tables))
  expect(texts.map((text) => other.find(text))).toEqual(texts.map((_, number) => number))
  expect(other.find('UCDP-50000')).toBe(-1)
  expect(other.numberOf('UCDP-50000')).toBe(50_000)
})
