import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BenchRow } from './row'
import { ucdpLikeCsv } from './ucdp'

/** `ROWS=10000000 npm run bench -- publish` measures more. */
const ROWS = Number(process.env.ROWS ?? 1_000_000)
const MEGABYTE = 1e6
const BUFFER = 1 << 22
/** Prints the most memory that a process had, in kB, when it ends. */
const WATCH =
  'data:text/javascript,process.on("exit",()=>console.error("peak "+process.resourceUsage().maxRSS))'

/** The built command publishes generated rows: `npm run build:cli` first. */
export function benchPublish(): BenchRow[] {
  const folder = mkdtempSync(join(process.env.BENCH_FOLDER ?? tmpdir(), 'contactline-'))
  try {
    const file = join(folder, 'ged.csv')
    writeRows(file)
    const out = join(folder, 'published')
    const start = performance.now()
    const args = ['--import', WATCH, 'bin/contactline.mjs', 'publish', file, '--out', out]
    const { stderr, stdout, status } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    const ms = performance.now() - start
    if (status !== 0) throw new Error(`publish ended with ${status}: ${stderr.slice(-1000)}`)
    console.error(stdout)
    const size = sizeOf(file)
    const name = `${ROWS.toLocaleString('en')} rows like UCDP’s, ${Math.round(size)} MB`
    const peak = Number(/peak (\d+)/.exec(stderr)?.[1]) * (1024 / MEGABYTE)
    const folderSize = readdirSync(out, { recursive: true, encoding: 'utf8' })
      .map((path) => sizeOf(join(out, path)))
      .reduce((sum, each) => sum + each, 0)
    return [
      { what: `publish, ${name}`, ours: (1000 * ROWS) / ms, unit: 'rows/s', target: '' },
      { what: 'its memory at the peak', ours: peak, unit: 'MB', target: '1,000 MB' },
      { what: 'the folder', ours: folderSize, unit: 'MB', target: '' },
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function writeRows(file: string): void {
  const descriptor = openSync(file, 'w')
  let text = ''
  for (const line of ucdpLikeCsv(ROWS)) {
    text += line
    if (text.length < BUFFER) continue
    writeSync(descriptor, text)
    text = ''
  }
  writeSync(descriptor, text)
  closeSync(descriptor)
}

function sizeOf(path: string): number {
  const stat = statSync(path)
  return stat.isFile() ? stat.size / MEGABYTE : 0
}
