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
 * How many letters of two and more bytes the text has in UTF-8 (RFC 3629), and how many bytes that are no part of any;
 * some ten times as fast as decoding.
 */
export function countUtf8(bytes: Uint8Array): { letters: number; strays: number } {
  let [at, letters, strays] = [0, 0, 0]
  // Four bytes at a time where none has its highest bit set: most of most files is ASCII.
  const aligned = bytes.byteOffset % 4 === 0
  const words = aligned ? new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2) : []
  while (at < bytes.length) {
    while (at % 4 === 0 && ((words[at >> 2] ?? -1) & 0x80808080) === 0) at += 4
    if (at >= bytes.length) break
    const lead = bytes[at] ?? 0
    if (lead < 0x80) {
      at++
      continue
    }
    const length = lengthAt(bytes, at, lead)
    if (length === 0) strays++
    else letters++
    at += length || 1
  }
  return { letters, strays }
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
export function codePageOf(sample: Uint8Array): 'windows-1251' | 'windows-1254' {
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
