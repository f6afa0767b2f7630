import type { Disk } from '../../src/publish/disk'

/** A disk in memory, which breaks after some writes: all later ones fail. */
export class MemoryDisk implements Disk {
  readonly files = new Map<string, Uint8Array>()
  writesLeft = Number.POSITIVE_INFINITY

  append(name: string, bytes: Uint8Array): void {
    const known = this.files.get(name) ?? new Uint8Array()
    // A write that is cut off leaves a part.
    const isCut = this.writesLeft <= 1
    const written = isCut ? bytes.subarray(0, bytes.length >> 1) : bytes
    const all = new Uint8Array(known.length + written.length)
    all.set(known)
    all.set(written, known.length)
    if (this.writesLeft > 0) this.files.set(name, all)
    this.count()
  }

  replace(name: string, bytes: Uint8Array): void {
    this.count()
    this.files.set(name, bytes.slice())
  }

  open(name: string) {
    const bytes = this.files.get(name)
    return bytes ? memorySource(bytes) : null
  }

  remove(name: string): void {
    this.files.delete(name)
  }

  private count(): void {
    this.writesLeft--
    if (this.writesLeft <= 0) throw new Error('the disk is gone')
  }
}

export function memorySource(bytes: Uint8Array) {
  return {
    size: bytes.length,
    read: (offset: number, length: number) => bytes.subarray(offset, offset + length),
  }
}
