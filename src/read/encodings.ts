/** Detects the encoding of text by its bytes. */

/** As much as is decoded at once. */
const CHUNK = 1 << 20
/** As much as is looked at once for letters that are not ASCII. */
const PIECE = 1 << 16
/** Control characters and others that text has not, but binary files have. */
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

/** Whether bytes are valid UTF-8. */
export function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for (let start = 0; start < bytes.length; start += PIECE) {
      const piece = bytes.subarray(start, start + PIECE)
      // Decoding takes several times longer; without anything it fails if a letter is cut off.
      if (isAscii(piece)) decoder.decode()
      else decoder.decode(piece, { stream: true })
    }
    decoder.decode()
    return true
  } catch {
    return false
  }
}

function isAscii(bytes: Uint8Array): boolean {
  let at = 0
  while (at < bytes.length && (bytes[at] ?? 0) < 0x80) at++
  return at === bytes.length
}

/** Counts the multi-byte letters of damaged UTF-8, and the replacement characters it decodes to. */
export function countUtf8(bytes: Uint8Array): { letters: number; invalid: number } {
  let [letters, invalid] = [0, 0]
  eachText(bytes, new TextDecoder(), (text) => {
    for (const letter of text) {
      if (letter === '\uFFFD') invalid++
      else if (letter > '\x7f') letters++
    }
  })
  return { letters, invalid }
}

/** Text in any encoding as UTF-8. */
export async function recode(bytes: Uint8Array, encoding: string): Promise<Uint8Array> {
  const parts: string[] = []
  eachText(bytes, new TextDecoder(encoding), (text) => parts.push(text))
  return joined(parts)
}

/** The bytes of several pieces, text as UTF-8. */
export async function joined(parts: readonly (string | Uint8Array)[]): Promise<Uint8Array> {
  return new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer())
}

/** Decodes bytes piece by piece: the whole text may not fit a string. */
function eachText(bytes: Uint8Array, decoder: TextDecoder, visit: (text: string) => void): void {
  for (let start = 0; start < bytes.length; start += CHUNK) {
    const stream = start + CHUNK < bytes.length
    visit(decoder.decode(bytes.subarray(start, start + CHUNK), { stream }))
  }
}

/**
 * Cyrillic (windows-1251) fills whole words with letters of the upper half; Turkish (windows-1254)
 * mixes them with Latin ones.
 */
export function findCodePage(sample: Uint8Array): 'windows-1251' | 'windows-1254' {
  const text = new TextDecoder('windows-1254').decode(sample)
  let [mixed, pure] = [0, 0]
  for (const word of text.match(/[a-z\x80-\uffff]+/gi) ?? []) {
    const upper = word.match(/[À-ÿĞğİıŞş]/g)?.length ?? 0
    if (/[a-z]/i.test(word)) mixed += upper
    else pure += upper
  }
  return pure > mixed ? 'windows-1251' : 'windows-1254'
}
