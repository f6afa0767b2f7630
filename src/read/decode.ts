import { countUtf8, findCodePage, utf16Of } from './encodings'
import { NotData } from './format'

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
const OTHERS: readonly { readonly start: readonly number[]; readonly sentence: string }[] = [
  {
    start: [0x50, 0x4b, 0x03, 0x04],
    sentence:
      'This is an Excel workbook or another ZIP archive. Save the sheet as “CSV UTF-8”, or unpack the archive, and open that.',
  },
  {
    start: [0xd0, 0xcf, 0x11, 0xe0],
    sentence: 'This is an old Excel or Word file. Save it as “CSV UTF-8” and open that.',
  },
  { start: [0x25, 0x50, 0x44, 0x46], sentence: 'This is a PDF. Open a CSV or GeoJSON file.' },
  { start: [0x89, 0x50, 0x4e, 0x47], sentence: 'This is a picture. Open a CSV or GeoJSON file.' },
  { start: [0xff, 0xd8, 0xff], sentence: 'This is a picture. Open a CSV or GeoJSON file.' },
  { start: [0x47, 0x49, 0x46, 0x38], sentence: 'This is a picture. Open a CSV or GeoJSON file.' },
  {
    start: [0x7b, 0x5c, 0x72, 0x74, 0x66],
    sentence: 'This is RTF, as word processors write it. Open a CSV or GeoJSON file.',
  },
  {
    start: [0, 0, 0x27, 0x0a],
    sentence: 'This is a part of a shapefile. Convert it to GeoJSON (WGS 84) and open that.',
  },
  {
    start: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65],
    sentence: 'This is a database or GeoPackage. Export it as GeoJSON or CSV and open that.',
  },
]

export interface Decoded {
  /** UTF-8 without a byte order mark; a part of the given bytes where they are that already. */
  readonly bytes: Uint8Array
  readonly encoding: string
  /** What there is to say of it. */
  readonly notes: readonly string[]
}

/**
 * Unpacks gzip and turns text of any usual encoding into UTF-8. Throws NotData for what is no text. The encoding
 * is told by a byte order mark, by zeros in every other byte (UTF-16), by being valid UTF-8, else by its letters.
 */
export async function decodeText(given: Uint8Array): Promise<Decoded> {
  if (given.length === 0) throw new NotData('The file is empty.')
  const bytes = await unpacked(given)
  const other = OTHERS.find(({ start }) => start.every((byte, at) => bytes[at] === byte))
  if (other) throw new NotData(other.sentence)
  const utf16 = utf16Of(bytes)
  if (utf16) return { bytes: recode(bytes, utf16), encoding: utf16.toUpperCase(), notes: [] }
  const counts = countUtf8(bytes)
  const { zeros } = counts
  if (zeros === 0) return ofBytes(bytes, counts, [])
  const text = bytes.filter((byte) => byte !== 0)
  if (zeros > bytes.length * MAX_ZEROS) {
    throw new NotData('This is no text. Open a CSV or GeoJSON file.')
  }
  return ofBytes(text, countUtf8(text), [
    `bytes that are zero, which text has not, left out: ${zeros}`,
  ])
}

/** Text of one byte a letter or of UTF-8. */
function ofBytes(
  bytes: Uint8Array,
  { strays, letters }: ReturnType<typeof countUtf8>,
  notes: readonly string[],
): Decoded {
  if (strays === 0) return { bytes: bytes.subarray(marksIn(bytes)), encoding: 'UTF-8', notes }
  if (strays * STRAY_PART < letters) {
    const told = `bytes that are no UTF-8, each read as \uFFFD: ${strays}`
    return { bytes: recode(bytes, 'utf-8'), encoding: 'UTF-8', notes: [...notes, told] }
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
    throw new NotData(
      'The gzip archive is damaged, or made of several parts. Unpack it and open what is in it.',
    )
  }
  if (length > MAX_BYTES) throw new NotData('The file is larger than 2 GB when unpacked.')
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
