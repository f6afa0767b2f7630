import type { AsyncBuffer } from 'hyparquet'
import { UserError } from '../issues/problem'
import type { RangeOfFile } from '../open/fetchFile'
import type { PublishedFile } from '../publish/publishedFolder'
import { isListed } from '../publish/reportList'

/** Requests bytes `from` to before `to` of a file of a folder. Rejects with a UserError. */
export type ReadRange = (path: string, from: number, to: number) => Promise<RangeOfFile>

/**
 * Bytes between two wanted ranges that are read with them, rather than by a request of their own.
 * Of reports, few pages are wanted, and those between are long.
 */
const MAX_GAP = { reports: 2048, others: 16_384 }
/** Ranges of no more bytes are kept, as indexes of pages are looked up again and again. */
const SMALL = { bytes: 4096, kept: 4000 }
/** Longer runs are read by several requests. */
const MAX_RUN = 4_000_000

interface Wanted {
  readonly from: number
  readonly to: number
  resolve(bytes: ArrayBuffer): void
  reject(reason: unknown): void
}

/**
 * A file of a published folder, of which ranges are read. Those that are asked for together are read
 * together. Rejects with a UserError when the file is not the one that dataset.json describes.
 */
export class RangedFile implements AsyncBuffer {
  readonly byteLength: number
  private queue: Wanted[] = []
  private readonly kept = new Map<string, Promise<ArrayBuffer>>()
  private version: string | null = null
  /** Where the host sends no ranges, or all was asked for. */
  private whole: ArrayBuffer | null = null

  constructor(
    readonly file: Pick<PublishedFile, 'path' | 'bytes' | 'footer'>,
    private readonly read: ReadRange,
  ) {
    this.byteLength = file.bytes
  }

  slice(from: number, to = this.byteLength): Promise<ArrayBuffer> {
    const key = `${from}-${to}`
    const known = this.kept.get(key)
    if (known) return known
    const read = new Promise<ArrayBuffer>((resolve, reject) => {
      if (this.queue.length === 0) setTimeout(() => this.flush())
      this.queue.push({ from, to, resolve, reject })
    })
    if (to - from > SMALL.bytes) return read
    if (this.kept.size > SMALL.kept) this.kept.clear()
    this.kept.set(key, read)
    read.catch(() => this.kept.delete(key))
    return read
  }

  /** Reads the whole file, so that nothing else is requested of it. */
  async hold(): Promise<void> {
    this.whole ??= await this.slice(0)
  }

  private flush(): void {
    const wanted = this.queue.toSorted((a, b) => a.from - b.from)
    this.queue = []
    const gap = isListed(this.file) ? MAX_GAP.reports : MAX_GAP.others
    let [run, end]: [Wanted[], number] = [[], 0]
    for (const each of wanted) {
      const [first] = run
      const isFar = each.from - end > gap || each.to - (first?.from ?? 0) > MAX_RUN
      if (first && isFar) {
        void this.readRun(run, end)
        run = []
      }
      end = run.length === 0 ? each.to : Math.max(end, each.to)
      run.push(each)
    }
    if (run.length > 0) void this.readRun(run, end)
  }

  private async readRun(run: readonly Wanted[], to: number): Promise<void> {
    const from = run[0]?.from ?? 0
    try {
      const bytes = this.whole?.slice(from, to) ?? (await this.request(from, to))
      for (const each of run) each.resolve(bytes.slice(each.from - from, each.to - from))
    } catch (error) {
      for (const each of run) each.reject(error)
    }
  }

  private async request(from: number, to: number): Promise<ArrayBuffer> {
    const { path, bytes: size } = this.file
    const { bytes, isWhole, total, version } = await this.read(path, from, to)
    const isOther = this.version !== null && version !== null && version !== this.version
    const hasOtherSize = isWhole ? bytes.byteLength !== size : (total ?? size) !== size
    if (isOther || hasOtherSize || (!isWhole && bytes.byteLength !== to - from)) {
      throw new UserError({ code: 'folderChanged', params: { path } })
    }
    this.version = version
    if (!isWhole) return bytes
    this.whole = bytes
    return bytes.slice(from, to)
  }
}
