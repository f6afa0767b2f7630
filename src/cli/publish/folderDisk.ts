import { createHash } from 'node:crypto'
import {
  appendFileSync,
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { ByteSource, Disk } from '../../publish/disk'

const PIECE = 1 << 22

/** A file that is open until `close`. Throws as Node does if it cannot be opened. */
export function openSource(path: string): ByteSource & { close(): void } {
  const descriptor = openSync(path, 'r')
  return {
    size: fstatSync(descriptor).size,
    read(offset, length) {
      const bytes = new Uint8Array(length)
      let end = 0
      for (let read = -1; read !== 0 && end < length; end += read) {
        read = readSync(descriptor, bytes, end, length - end, offset + end)
      }
      return bytes.subarray(0, end)
    },
    close: () => closeSync(descriptor),
  }
}

/** The SHA-256 of a file, as hexadecimal digits. */
export function checksumOf(source: ByteSource, onProgress: (bytes: number) => void = () => {}) {
  const hash = createHash('sha256')
  for (let offset = 0; offset < source.size; offset += PIECE) {
    hash.update(source.read(offset, PIECE))
    onProgress(Math.min(source.size, offset + PIECE))
  }
  return hash.digest('hex')
}

/** A folder as a disk. Files stay open until they are removed or the program ends. */
export function folderDisk(folder: string): Disk {
  const open = new Map<string, ReturnType<typeof openSource>>()
  const close = (name: string) => {
    open.get(name)?.close()
    open.delete(name)
  }
  return {
    append(name, bytes) {
      close(name)
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      appendFileSync(join(folder, name), bytes)
    },
    replace(name, bytes) {
      close(name)
      const draft = join(folder, `${name}.draft`)
      writeFileSync(draft, bytes)
      renameSync(draft, join(folder, name))
    },
    open(name) {
      const known = open.get(name)
      if (known) return known
      try {
        const source = openSource(join(folder, name))
        open.set(name, source)
        return source
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
        throw error
      }
    },
    remove(name) {
      close(name)
      rmSync(join(folder, name), { force: true })
    },
  }
}
