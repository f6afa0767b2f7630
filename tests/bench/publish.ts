import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { benchFolderPage } from './folderPage'
import { measureFirstView, measureFolder } from './folderSize'
import { type GedPart, gedLikeRows } from './gedRows'
import type { BenchRow } from './row'

/** `ROWS=200000 npm run bench -- publish` takes a look at fewer. */
const ROWS = Number(process.env.ROWS ?? 10_000_000)
/** What fits into memory at once is read the old way. */
const ROWS_IN_MEMORY = Math.min(ROWS, 1_000_000)
const PART = (process.env.PART ?? 'region') as GedPart
const MEGABYTE = 1e6
const MILLION = 1_000_000
const BUFFER = 1 << 22
/** Bytes that a row takes on the disk: as text, sorted and published. */
const DISK_BYTES = 2500
/** Prints the most memory that a process had, in kB, when it ends. */
const WATCH =
  'data:text/javascript,process.on("exit",()=>console.error("peak "+process.resourceUsage().maxRSS))'

/**
 * The built command publishes generated rows (`npm run build:cli` first), and the page reads them.
 * With FOLDER, only the page is measured, on a folder that is there.
 */
export async function benchPublish(): Promise<BenchRow[]> {
  if (process.env.FOLDER) return benchFolderPage(process.env.FOLDER)
  const folder = mkdtempSync(join(process.env.BENCH_FOLDER ?? tmpdir(), 'contactline-'))
  try {
    const { bavail, bsize } = statfsSync(folder)
    if (bavail * bsize < ROWS * DISK_BYTES) {
      throw new Error(`${folder} needs ${(ROWS * DISK_BYTES) / 1e9} GB: set ROWS or BENCH_FOLDER`)
    }
    const [file, fewer] = [join(folder, 'ged.csv'), join(folder, 'fewer.csv')]
    writeRows(file, ROWS)
    writeRows(fewer, ROWS_IN_MEMORY)
    const out = join(folder, 'published')
    const ours = run(['publish', file, '--out', out])
    const old = run(['stats', fewer])
    console.error(ours.output)
    const name = `${ROWS.toLocaleString('en')} rows like UCDP’s, ${Math.round(sizeOf(file))} MB`
    const oldName = `stats of ${ROWS_IN_MEMORY.toLocaleString('en')} rows, in memory`
    return [
      { what: `publish, ${name}`, ours: (1000 * ROWS) / ours.ms, unit: 'rows/s', target: '' },
      {
        what: 'its time for a million rows',
        ours: (MILLION * ours.ms) / ROWS,
        unit: 'ms',
        alternative: { name: oldName, value: (MILLION * old.ms) / ROWS_IN_MEMORY },
        target: '',
      },
      {
        what: 'its memory at the peak',
        ours: ours.peak,
        unit: 'MB',
        alternative: { name: oldName, value: old.peak },
        target: 'at most 1,000 MB',
      },
      ...rowsOfFolder(out),
      ...(await benchFolderPage(out, fewer)),
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** A line for each kind of file, and what the page fetches for its first view. */
function rowsOfFolder(folder: string): BenchRow[] {
  const kinds = measureFolder(folder)
  const whole = kinds.reduce((sum, { bytes }) => sum + bytes, 0) / MEGABYTE
  const count = (value: number) => value.toLocaleString('en')
  const rows = kinds.map(
    ({ kind, files, bytes, groups, largestGroup, largestFooter }): BenchRow => {
      const inside = `${count(groups)} groups of at most ${count(largestGroup)} bytes, footers of at most ${count(largestFooter)}`
      const what = `${kind}: files ${count(files)}${groups > 0 ? `, ${inside}` : ''}`
      return { what, ours: bytes / MEGABYTE, unit: 'MB', target: '' }
    },
  )
  const first = measureFirstView(folder)
  return [
    { what: 'the folder', ours: whole, unit: 'MB', target: '' },
    ...rows,
    {
      what: `data of the first view: ${first.from} to ${first.to}, ${first.left} columns of codes left out`,
      ours: first.bytes / MEGABYTE,
      unit: 'MB',
      target: 'at most 1 MB',
    },
  ]
}

function run(args: readonly string[]): { ms: number; peak: number; output: string } {
  const start = performance.now()
  const command = ['--max-old-space-size=16384', '--import', WATCH, 'bin/contactline.mjs', ...args]
  const { stderr, stdout, status } = spawnSync(process.execPath, command, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  const ms = performance.now() - start
  if (status !== 0) throw new Error(`${args[0]} ended with ${status}: ${stderr.slice(-1000)}`)
  const peak = Number(/peak (\d+)/.exec(stderr)?.[1]) * (1024 / MEGABYTE)
  return { ms, peak, output: stdout }
}

function writeRows(file: string, rows: number): void {
  const descriptor = openSync(file, 'w')
  let text = ''
  for (const line of gedLikeRows(rows, PART)) {
    text += line
    if (text.length < BUFFER) continue
    writeSync(descriptor, text)
    text = ''
  }
  writeSync(descriptor, text)
  closeSync(descriptor)
}

function sizeOf(path: string): number {
  return statSync(path).size / MEGABYTE
}
