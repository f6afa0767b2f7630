import { endOfAscii, viewOf } from '../csv/utf8'

/** Tells encodings of text by its bytes. */

/** What binary files have and text has not: control characters, and what no letter is written with. */
const NO_LETTERS = /[^\P{Cc}\t\r\n]|\uFFFD/u

/** Which UTF-16 the text is in, by its byte order mark or by its zeros; null for none. */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  // Latin letters, digits, spaces and separators have a zero in one of their two bytes.
  const sample = bytes.subarray(0, 4096)
  const zeros = [0, 0]
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (Math.max(even, odd) < sample.length / 32 || Math.min(even, odd) > sample.length / 64)
    return null
  const encoding = odd > even ? 'utf-16le' : 'utf-16be'
  const text = new TextDecoder(encoding).decode(sample, { stream: true })
  return NO_LETTERS.test(text) ? null : encoding
}

/**
 * How many letters of two and more bytes the text has in UTF-8 (RFC 3629), how many bytes that are no part of any, and how
 * many that are zero; far faster than decoding.
 */
export function countUtf8(bytes: Uint8Array): { letters: number; strays: number; zeros: number } {
  const view = viewOf(bytes)
  let [letters, strays, zeros] = [0, 0, 0]
  for (let at = endOfAscii(view, 0, bytes.length); at < bytes.length; ) {
    const lead = bytes[at] ?? 0
    const length = lead < 0x80 ? 1 : lengthAt(bytes, at, lead)
    if (length === 0) strays++
    else if (length > 1) letters++
    else if (lead === 0) zeros++
    at += length || 1
    // Most of what stands between letters of other scripts are these again, or one space.
    if (length === 1) at = endOfAscii(view, at, bytes.length)
  }
  return { letters, strays, zeros }
}

/** Bytes of the letter with this lead byte; 0 when it is none. */
function lengthAt(bytes: Uint8Array, at: number, lead: number): number {
  const length = lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
  for (let next = 1; next < length; next++) {
    if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0
  }
  const second = bytes[at + 1] ?? 0
  // What fewer bytes could write, surrogates, and what lies beyond Unicode.
  if ((lead === 0xe0 && second < 0xa0) || (lead === 0xf0 && second < 0x90)) return 0
  if ((lead === 0xed && second > 0x9f) || (lead === 0xf4 && second > 0x8f)) return 0
  return length
}

/**
 * Cyrillic (windows-1251) fills whole words with letters of the upper half; Turkish (windows-1254) mixes them with plain
 * Latin ones.
 */
export function findCodePage(sample: Uint8Array): 'windows-1251' | 'windows-1254' {
  let [upper, mixed, pure] = [0, 0, 0]
  let isMixed = false
  const endWord = () => {
    if (isMixed) mixed += upper
    else pure += upper
    upper = 0
    isMixed = false
  }
  for (const byte of sample) {
    if (byte >= 0xc0) upper++
    else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) isMixed = true
    else if (byte < 0x80) endWord()
  }
  endWord()
  return pure > mixed ? 'windows-1251' : 'windows-1254'
}
