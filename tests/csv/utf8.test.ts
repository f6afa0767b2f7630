import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AsciiText } from '../../src/csv/asciiText'
import { endOfAscii, shortText, viewOf } from '../../src/csv/utf8'

/** Text with few letters of other scripts, and with many. */
const someText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.constantFrom('abcdefgh', ' ', 'Ə', 'Շուշի', '😀', '\u0000', '\uFEFF', '\u007F'))
    .map((parts) => parts.join('')),
)
const bytesOf = (text: string) => new TextEncoder().encode(text)
/** Bytes of a text, and a stretch of them that may cut letters. */
const someStretch = fc.tuple(someText, fc.nat(40), fc.nat(40)).map(([text, ...places]) => {
  const bytes = bytesOf(text)
  const [start = 0, end = 0] = places
    .map((place) => Math.min(place, bytes.length))
    .sort((a, b) => a - b)
  return { bytes, start, end }
})

test('the end of ASCII is the first byte that is none or zero, wherever the search begins and ends', () => {
  fc.assert(
    fc.property(someStretch, ({ bytes, start, end }) => {
      const found = bytes.subarray(start, end).findIndex((byte) => byte === 0 || byte >= 0x80)
      expect(endOfAscii(viewOf(bytes), start, end)).toBe(found === -1 ? end : start + found)
    }),
  )
})

test.each([0, 0x80, 0xff])('byte %i among letters is found wherever it stands', (byte) => {
  for (let place = 0; place < 30; place++) {
    const bytes = bytesOf('abcdefghijklmnopqrstuvwxyz1234')
    bytes[place] = byte
    expect(endOfAscii(viewOf(bytes), 0, bytes.length)).toBe(place)
  }
})

test('bytes that lie within others are looked at from their own first one', () => {
  const bytes = bytesOf('Ə and more').subarray(2)
  expect(endOfAscii(viewOf(bytes), 0, bytes.length)).toBe(bytes.length)
})

test('a short text is what the browser makes of the same bytes', () => {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  fc.assert(
    fc.property(someText, someText, (before, text) => {
      const bytes = bytesOf(before + text)
      const start = bytesOf(before).length
      expect(shortText(bytes, start, bytes.length)).toBe(decoder.decode(bytes.subarray(start)))
    }),
  )
})

test.each([4095, 4096, 10_000])('so is one of %i letters of two units each', (length) => {
  const text = `a${'😀'.repeat(length)}`
  const bytes = bytesOf(text)
  expect(shortText(bytes, 0, bytes.length)).toBe(text)
})

test('ASCII text has one character for each byte, and says where one of them is masked', () => {
  fc.assert(
    fc.property(someStretch, ({ bytes, start, end }) => {
      const all = new AsciiText(bytes)
      all.moveTo(start, end)
      const part = all.letters.slice(start - all.start, end - all.start)
      expect(part).toHaveLength(end - start)
      const isPlain = bytes.subarray(start, end).every((byte) => byte > 0 && byte < 0x80)
      expect(all.isAscii(start, end)).toBe(isPlain)
      if (isPlain) expect(part).toBe(shortText(bytes, start, end))
    }),
  )
})
