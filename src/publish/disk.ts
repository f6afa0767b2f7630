/** A file that is read in pieces: it may be larger than memory. */
export interface ByteSource {
  /** In bytes. */
  readonly size: number
  /** Fewer bytes at the end; none past it. */
  read(offset: number, length: number): Uint8Array
}

/** A folder that files are written to, by name. */
export interface Disk {
  append(name: string, bytes: Uint8Array): void
  /** Writes a whole file or nothing. */
  replace(name: string, bytes: Uint8Array): void
  /** Null if there is no such file. */
  open(name: string): ByteSource | null
  remove(name: string): void
}
