import { type IssueMessage, issueMessage } from '../issues/issue'
import { type Problem, UserError } from '../issues/problem'
import { countUtf8, findCodePage, utf16Of } from './encodings'

/** More than any file that a browser can hold comes to: a small archive can be made that unpacks without end. */
const MAX_BYTES = 2 ** 31
/** As much of a file as its encoding is told from. */
const SAMPLE = 1 << 20
/** Of one gzip archive in another. */
const MAX_LAYERS = 3
/** A part of the bytes: text has none, but programs leave a few in it. */
const MAX_ZEROS = 0.02
/** Text is UTF-8 that was damaged, no text of a code page, when it has so many letters of UTF-8 for each stray byte. */
const STRAY_PART = 4

/** What files are that are often taken for data, by how they begin. */
const OTHERS: readonly { readonly start: readonly number[]; readonly problem: Problem }[] = [
  { start: [0x50, 0x4b, 0x03, 0x04], problem: { code: 'workbook' } },
  { start: [0xd0, 0xcf, 0x11, 0xe0], problem: { code: 'office' } },
  { start: [0x25, 0x50, 0x44, 0x46], problem: { code: 'pdf' } },
  { start: [0x89, 0x50, 0x4e, 0x47], problem: { code: 'picture' } },
  { start: [0xff, 0xd8, 0xff], problem: { code: 'picture' } },
  { start: [0x47, 0x49, 0x46, 0x38], problem: { code: 'picture' } },
  { start: [0x7b, 0x5c, 0x72, 0x74, 0x66], problem: { code: 'rtf' } },
  { start: [0, 0, 0x27, 0x0a], problem: { code: 'shapefile' } },
  { start: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], problem: { code: 'database' } },
]

export interface Decoded {
  /** UTF-8 without a byte order mark; a part of the given bytes where they are that already. */
  readonly bytes: Uint8Array
  /** Its name (WHATWG). */
  readonly encoding: string
  readonly notes: readonly IssueMessage[]
}

/**
 * Unpacks gzip and turns text of any usual encoding into UTF-8. Throws a UserError for what is not
 * text. The encoding is detected by a byte order mark, by zeros in every other byte (UTF-16), by
 * being valid UTF-8, else by its letters.
 */
export async function decodeText(given: Uint8Array): Promise<Decoded> {
  if (given.length === 0) throw new UserError({ code: 'emptyFile' })
  const bytes = await unpacked(given)
  const other = OTHERS.find(({ start }) => start.every((byte, at) => bytes[at] === byte))
  if (other) throw new UserError(other.problem)
  const utf16 = utf16Of(bytes)
  if (utf16) return { bytes: recode(bytes, utf16), encoding: utf16.toUpperCase(), notes: [] }
  const counts = countUtf8(bytes)
  const { zeros } = counts
  if (zeros === 0) return ofBytes(bytes, counts, [])
  const text = bytes.filter((byte) => byte !== 0)
  if (zeros > bytes.length * MAX_ZEROS) throw new UserError({ code: 'notText' })
  return ofBytes(text, countUtf8(text), [issueMessage('nulBytes', '', { n: zeros })])
}

/** Text of one byte a letter or of UTF-8. */
function ofBytes(
  bytes: Uint8Array,
  { strays, letters }: ReturnType<typeof countUtf8>,
  notes: readonly IssueMessage[],
): Decoded {
  if (strays === 0) return { bytes: bytes.subarray(marksIn(bytes)), encoding: 'UTF-8', notes }
  if (strays * STRAY_PART < letters) {
    const invalid = issueMessage('invalidUtf8', '', { n: strays })
    return { bytes: recode(bytes, 'utf-8'), encoding: 'UTF-8', notes: [...notes, invalid] }
  }
  const codePage = findCodePage(bytes.subarray(0, SAMPLE))
  return { bytes: recode(bytes, codePage), encoding: codePage, notes }
}

async function unpacked(given: Uint8Array): Promise<Uint8Array> {
  let bytes = given
  for (let layer = 0; layer < MAX_LAYERS && bytes[0] === 0x1f && bytes[1] === 0x8b; layer++) {
    bytes = await unpack(bytes)
  }
  return bytes
}

/** Bytes of the byte order marks that the text begins with: programs put one before another. */
function marksIn(bytes: Uint8Array): number {
  let at = 0
  while (bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf) at += 3
  return at
}

async function unpack(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([bytes as BlobPart]).stream().pipeThrough(new DecompressionStream('gzip'))
  const parts: Uint8Array[] = []
  let length = 0
  try {
    for (const reader = stream.getReader(); ; ) {
      const { done, value } = await reader.read()
      if (done) break
      length += value.length
      if (length > MAX_BYTES) break
      parts.push(value)
    }
  } catch {
    throw new UserError({ code: 'gzipDamaged' })
  }
  if (length > MAX_BYTES) throw new UserError({ code: 'fileTooLarge' })
  return joined(parts, length)
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

function recode(bytes: Uint8Array, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding)
  const encoder = new TextEncoder()
  const parts: Uint8Array[] = []
  let length = 0
  for (let at = 0; at < bytes.length; at += SAMPLE) {
    const last = at + SAMPLE >= bytes.length
    const part = encoder.encode(decoder.decode(bytes.subarray(at, at + SAMPLE), { stream: !last }))
    parts.push(part)
    length += part.length
  }
  return joined(parts, length)
}
