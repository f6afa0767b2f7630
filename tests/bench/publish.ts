import { spawnSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPackage } from '../../src/cli/engine/loadPackage'
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
const DISK_BYTES = 3500
/** Prints the most memory that a process had, in kB, and its time of the processors, in µs, when it ends. */
const WATCH =
  'data:text/javascript,process.on("exit",()=>{const used=process.resourceUsage();console.error("peak "+used.maxRSS+" processor "+(used.userCPUTime+used.systemCPUTime))})'

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
        what: 'its time of the processor for a million rows',
        ours: (MILLION * ours.processorMs) / ROWS,
        unit: 'ms',
        alternative: { name: oldName, value: (MILLION * old.processorMs) / ROWS_IN_MEMORY },
        target: '',
      },
      {
        what: 'its memory at the peak',
        ours: ours.peak,
        unit: 'MB',
        alternative: { name: oldName, value: old.peak },
        target: 'at most 1,000 MB',
      },
      ...rowsOfEngine(file, out, ours),
      ...rowsOfFolder(out),
      ...(await benchFolderPage(out, fewer)),
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The same by an engine, beside our own join; nothing where it is not installed. */
function rowsOfEngine(file: string, own: string, ours: Run): BenchRow[] {
  if (!findPackage('chdb')) return []
  const out = `${own}-by-engine`
  const engine = run(['publish', file, '--out', out, '--engine', 'clickhouse'])
  const besideOwn = (
    what: string,
    unit: BenchRow['unit'],
    value: (run: Run) => number,
  ): BenchRow => {
    const alternative = { name: 'own join', value: value(ours) }
    return { what: `by an engine, ${what}`, ours: value(engine), unit, alternative, target: '' }
  }
  return [
    besideOwn('the same rows', 'rows/s', ({ ms }) => (1000 * ROWS) / ms),
    besideOwn(
      'its time of the processor for a million rows',
      'ms',
      ({ processorMs }) => (MILLION * processorMs) / ROWS,
    ),
    besideOwn('its memory at the peak', 'MB', ({ peak }) => peak),
    {
      what: 'by an engine, files that differ from those of our own join',
      ours: countDifferent(own, out),
      unit: 'files',
      target: '0',
    },
  ]
}

/** Files that are not the same in two folders, except for `dataset.json`, which names the engine. */
function countDifferent(own: string, other: string): number {
  const list = (folder: string) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.parquet'),
    )
  const paths = new Set([...list(own), ...list(other)])
  return [...paths].filter((path) => {
    const [ours, others] = [own, other].map((folder) => readIfThere(join(folder, path)))
    return !ours || !others?.equals(ours)
  }).length
}

function readIfThere(path: string): Buffer | null {
  return existsSync(path) ? readFileSync(path) : null
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

interface Run {
  /** On the clock. */
  readonly ms: number
  readonly processorMs: number
  /** MB. */
  readonly peak: number
  readonly output: string
}

function run(args: readonly string[]): Run {
  const start = performance.now()
  const command = ['--max-old-space-size=16384', '--import', WATCH, 'bin/contactline.mjs', ...args]
  const { stderr, stdout, status } = spawnSync(process.execPath, command, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  const ms = performance.now() - start
  if (status !== 0) throw new Error(`${args[0]} ended with ${status}: ${stderr.slice(-1000)}`)
  const [, peak, processor] = /peak (\d+) processor (\d+)/.exec(stderr) ?? []
  return {
    ms,
    processorMs: Number(processor) / 1000,
    peak: Number(peak) * (1024 / MEGABYTE),
    output: stdout,
  }
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
