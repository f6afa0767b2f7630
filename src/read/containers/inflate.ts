import { Gunzip } from 'fflate'
import { UserError } from '../../issues/problem'

/** Unpacked bytes that any archive may have, and the most that one may have. */
const MIN_CAP = 1 << 26
const MAX_CAP = 1 << 30
/** Tables are not packed tighter: an archive that is unpacks without end. */
const MAX_RATIO = 50
const CHUNK = 1 << 16

/** Counts the bytes that an archive unpacks to. Throws a UserError once they are too many. */
export class UnpackedBytes {
  private readonly cap: number
  private count = 0

  /** `archive`: its size in bytes. */
  constructor(archive: number) {
    this.cap = Math.min(MAX_CAP, Math.max(MIN_CAP, archive * MAX_RATIO))
  }

  add(length: number): void {
    this.count += length
    if (this.count <= this.cap) return
    const params = { megabytes: Math.floor(this.cap / 1e6) }
    throw new UserError({ code: 'fileTooLarge', params })
  }
}

/** Unpacks bytes. Rejects for damaged ones, and with a UserError for too many. */
export async function inflate(
  parts: readonly Uint8Array[],
  format: 'gzip' | 'deflate-raw',
  unpacked: UnpackedBytes,
): Promise<Uint8Array[]> {
  const blob = new Blob(parts as readonly BlobPart[] as BlobPart[])
  const reader = blob.stream().pipeThrough(new DecompressionStream(format)).getReader()
  const found: Uint8Array[] = []
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return found
      unpacked.add(value.length)
      found.push(value)
    }
  } finally {
    reader.cancel().catch(() => {})
  }
}

/** Unpacks gzip of several members, which browsers do not. Throws as `inflate` rejects. */
export function gunzipMembers(bytes: Uint8Array, unpacked: UnpackedBytes): Uint8Array[] {
  const found: Uint8Array[] = []
  let size = 0
  const reader = new Gunzip((data) => {
    unpacked.add(data.length)
    size += data.length
    found.push(data)
  })
  reader.onmember = () => {
    size = 0
  }
  for (let at = 0; at < bytes.length; at += CHUNK) {
    reader.push(bytes.subarray(at, at + CHUNK), at + CHUNK >= bytes.length)
  }
  // The last bytes say how long the last member is: the library does not miss what was cut off.
  const end = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4)
  if (end.getUint32(0, true) !== size) throw new Error('it is cut off')
  return found
}
