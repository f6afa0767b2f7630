import { type IssueMessage, issueMessage } from '../issues/issue'
import { type Problem, UserError } from '../issues/problem'
import { countUtf8, findCodePage, isUtf8, recode, utf16Of } from './encodings'

/** Bytes that a code page is told from. */
const SAMPLE = 1 << 20
/** Part of the bytes: text has no zeros, but programs leave a few in it. */
const MAX_ZEROS = 0.02
/**
 * Above this ratio of multi-byte letters to invalid bytes, text is damaged UTF-8, not a code page.
 */
const STRAY_PART = 4

/** Files that are often taken for data, by their first bytes. */
const OTHERS: readonly { readonly start: readonly number[]; readonly problem: Problem }[] = [
  { start: [0xd0, 0xcf, 0x11, 0xe0], problem: { code: 'office' } },
  { start: [0x25, 0x50, 0x44, 0x46], problem: { code: 'pdf' } },
  { start: [0x89, 0x50, 0x4e, 0x47], problem: { code: 'picture' } },
  { start: [0xff, 0xd8, 0xff], problem: { code: 'picture' } },
  { start: [0x47, 0x49, 0x46, 0x38], problem: { code: 'picture' } },
  { start: [0x7b, 0x5c, 0x72, 0x74, 0x66], problem: { code: 'rtf' } },
  { start: [0, 0, 0x27, 0x0a], problem: { code: 'shapefile' } },
  { start: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], problem: { code: 'database' } },
  { start: [0x50, 0x41, 0x52, 0x31], problem: { code: 'parquet' } },
  { start: [0x66, 0x67, 0x62, 0x03], problem: { code: 'flatGeobuf' } },
  { start: [0x37, 0x7a, 0xbc, 0xaf], problem: { code: 'otherArchive' } },
  { start: [0x52, 0x61, 0x72, 0x21], problem: { code: 'otherArchive' } },
  { start: [0xfd, 0x37, 0x7a, 0x58], problem: { code: 'otherArchive' } },
  { start: [0x42, 0x5a, 0x68], problem: { code: 'otherArchive' } },
  { start: [0x28, 0xb5, 0x2f, 0xfd], problem: { code: 'otherArchive' } },
]

export interface Decoded {
  /** UTF-8 without a byte order mark; a part of the given bytes where they are that already. */
  readonly bytes: Uint8Array
  /** Its name (WHATWG). */
  readonly encoding: string
  readonly notes: readonly IssueMessage[]
}

/**
 * Turns text of any usual encoding into UTF-8. Throws a UserError for what is not text. The encoding is detected by a byte order mark, by zeros in every other byte (UTF-16), by
 * being valid UTF-8, else by its letters.
 */
export async function decodeText(bytes: Uint8Array): Promise<Decoded> {
  if (bytes.length === 0) throw new UserError({ code: 'emptyFile' })
  const other = OTHERS.find(({ start }) => start.every((byte, at) => bytes[at] === byte))
  if (other) throw new UserError(other.problem)
  const utf16 = utf16Of(bytes)
  if (utf16) {
    return { bytes: await recode(bytes, utf16), encoding: utf16.toUpperCase(), notes: [] }
  }
  if (!bytes.includes(0)) return decodeBytes(bytes, [])
  const text = bytes.filter((byte) => byte !== 0)
  const n = bytes.length - text.length
  if (n > bytes.length * MAX_ZEROS) throw new UserError({ code: 'notText' })
  return decodeBytes(text, [issueMessage('nulBytes', '', { n })])
}

/** Text in UTF-8 or a code page. */
async function decodeBytes(bytes: Uint8Array, notes: readonly IssueMessage[]): Promise<Decoded> {
  if (isUtf8(bytes)) return { bytes: bytes.subarray(marksIn(bytes)), encoding: 'UTF-8', notes }
  const { letters, invalid } = countUtf8(bytes)
  if (invalid * STRAY_PART < letters) {
    const note = issueMessage('invalidUtf8', '', { n: invalid })
    return { bytes: await recode(bytes, 'utf-8'), encoding: 'UTF-8', notes: [...notes, note] }
  }
  const codePage = findCodePage(bytes.subarray(0, SAMPLE))
  return { bytes: await recode(bytes, codePage), encoding: codePage, notes }
}

/** Bytes of the byte order marks that the text begins with: programs put one before another. */
export function marksIn(bytes: Uint8Array): number {
  let at = 0
  while (bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf) at += 3
  return at
}
