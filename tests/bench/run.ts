import { cpus, totalmem } from 'node:os'
import { benchDrawing } from './drawing'
import { benchFirst } from './first'
import { benchFormats } from './formats'
import { benchFreezing } from './freezing'
import { benchImporting } from './importing'
import { benchOverlap } from './overlap'
import { benchPoints } from './pointCounts'
import { benchPolygons } from './polygons'
import { benchPublish } from './publish'
import type { BenchRow } from './row'
import { benchSlice } from './slice'
import { benchSteps } from './steps'

/** Every measurement, in the order of the table. */
const BENCHES = {
  importing: benchImporting,
  formats: benchFormats,
  freezing: benchFreezing,
  polygons: benchPolygons,
  slice: benchSlice,
  overlap: benchOverlap,
  drawing: benchDrawing,
  first: benchFirst,
  steps: benchSteps,
  publish: benchPublish,
  points: benchPoints,
}

/** Only when they are named: they take up to an hour, and the last one an engine. */
const SELDOM: readonly string[] = ['publish', 'points']

/**
 * Runs the measurements named (without a name, all but some) and prints one Markdown table: ours, the alternative of the
 * same run, and how many times as long it takes.
 */
export async function run(names: readonly string[]): Promise<void> {
  const [cpu] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  console.log(
    `${cpus().length} × ${cpu?.model ?? 'CPU'}, ${memory} GB, Node.js ${process.version}\n`,
  )
  console.log('| measured | ours | alternative | its value | ratio | target |')
  console.log('|---|---:|---|---:|---:|---|')
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (names.length > 0 ? !names.includes(name) : SELDOM.includes(name)) continue
    for (const row of await bench()) console.log(lineOf(row))
  }
}

function lineOf({ what, ours, unit, alternative, target }: BenchRow): string {
  if (!alternative) return `| ${what} | ${amount(ours, unit)} | | | | ${target} |`
  const times = alternative.value / ours
  const ratio = `${times < 100 ? times.toPrecision(2) : Math.round(times)}×`
  const values = [amount(ours, unit), alternative.name, amount(alternative.value, unit)]
  return `| ${[what, ...values, ratio, target].join(' | ')} |`
}

function amount(value: number, unit: string): string {
  return `${value < 10 ? value.toPrecision(2) : Math.round(value).toLocaleString('en')} ${unit}`
}
