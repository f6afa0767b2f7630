import { Unzip, type UnzipDecoder } from 'fflate'
import { UserError } from '../../issues/problem'
import { joined } from '../encodings'
import { gunzipMembers, inflate, UnpackedBytes } from './inflate'
import type { InnerFile } from './innerFile'

/** Archives in each other. */
const MAX_LAYERS = 3
const CHUNK = 1 << 16
/** Folders, and what systems add to archives. */
const NO_FILE = /\/$|^__MACOSX\/|(?:^|\/)\.|(?:^|\/)thumbs\.db$/i
const OFFICE = /^(?:word|ppt)\/|^content\.xml$/

/**
 * Unpacks gzip, ZIP and Excel workbooks, told by their first bytes. A file that is none of these is
 * returned as it is. Throws a UserError for an archive that is damaged or unpacks to too much.
 */
export function unpackFile(bytes: Uint8Array): Promise<readonly InnerFile[]> {
  return unpack(bytes, 0, new UnpackedBytes(bytes.length))
}

async function unpack(
  bytes: Uint8Array,
  layer: number,
  unpacked: UnpackedBytes,
): Promise<readonly InnerFile[]> {
  const isGzip = startsWith(bytes, 0x1f, 0x8b)
  const isZip = startsWith(bytes, 0x50, 0x4b, 3, 4)
  if (layer === MAX_LAYERS || !(isGzip || isZip)) return [{ name: '', bytes }]
  if (isGzip) return unpack(await gunzip(bytes, unpacked), layer + 1, unpacked)
  const entries = await unzip(bytes, unpacked)
  if (entries.some(({ name }) => name === 'xl/workbook.xml')) {
    const { readWorkbook } = await import('./workbook')
    return readWorkbook(entries)
  }
  if (entries.some(({ name }) => OFFICE.test(name))) throw new UserError({ code: 'office' })
  const files = entries.filter(({ name }) => !NO_FILE.test(name))
  const inner: InnerFile[] = []
  for (const file of files) {
    const found = await unpack(file.bytes, layer + 1, unpacked)
    inner.push(...found.map(({ name, bytes }) => ({ name: name || file.name, bytes })))
  }
  if (inner.length === 0) throw new UserError({ code: 'emptyFile' })
  return inner
}

async function gunzip(bytes: Uint8Array, unpacked: UnpackedBytes): Promise<Uint8Array> {
  try {
    return await joined(await inflate([bytes], 'gzip', unpacked))
  } catch (error) {
    if (error instanceof UserError) throw error
  }
  return damagedAs('gzipDamaged', () => joined(gunzipMembers(bytes, unpacked)))
}

/** Passes packed bytes on: the browser unpacks them faster than a library. */
class Packed implements UnzipDecoder {
  static compression = 8
  ondata: UnzipDecoder['ondata'] = () => {}
  push(chunk: Uint8Array, isLast: boolean): void {
    this.ondata(null, chunk as Uint8Array<ArrayBuffer>, isLast)
  }
}

async function unzip(archive: Uint8Array, unpacked: UnpackedBytes): Promise<InnerFile[]> {
  const entries: { name: string; isPacked: boolean; isWhole: boolean; parts: Uint8Array[] }[] = []
  const reader = new Unzip((file) => {
    const isPacked = file.compression === Packed.compression
    const entry = { name: file.name, isPacked, isWhole: false, parts: [] as Uint8Array[] }
    entries.push(entry)
    file.ondata = (error, data, isLast) => {
      if (error) throw error
      entry.parts.push(data)
      entry.isWhole = isLast
    }
    file.start()
  })
  reader.register(Packed)
  return damagedAs('zipDamaged', async () => {
    for (let at = 0; at < archive.length; at += CHUNK) {
      reader.push(archive.subarray(at, at + CHUNK), at + CHUNK >= archive.length)
    }
    if (entries.length === 0 || !entries.every(({ isWhole }) => isWhole)) {
      throw new Error('it is cut off')
    }
    const files: InnerFile[] = []
    for (const { name, isPacked, parts } of entries) {
      const own = isPacked ? await inflate(parts, 'deflate-raw', unpacked) : parts
      files.push({ name, bytes: await joined(own) })
    }
    return files
  })
}

async function damagedAs<T>(
  code: 'gzipDamaged' | 'zipDamaged',
  read: () => Promise<T>,
): Promise<T> {
  try {
    return await read()
  } catch (error) {
    throw error instanceof UserError ? error : new UserError({ code })
  }
}

function startsWith(bytes: Uint8Array, ...start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte)
}
