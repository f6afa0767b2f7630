import { cpus, totalmem } from 'node:os'
import { benchDrawing } from './drawing'
import { benchFreezing } from './freezing'
import { benchImporting } from './importing'
import { benchPolygons } from './polygons'
import type { BenchRow } from './row'
import { benchSlice } from './slice'

/** Every measurement, in the order of the table. */
const BENCHES = {
  importing: benchImporting,
  freezing: benchFreezing,
  polygons: benchPolygons,
  slice: benchSlice,
  drawing: benchDrawing,
}

/**
 * Runs the measurements named (all of them without a name) and prints one Markdown table: ours, the alternatives of the
 * same run, and how many times as long they take.
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
    if (names.length > 0 && !names.includes(name)) continue
    for (const row of await bench()) console.log(linesOf(row).join('\n'))
  }
}

function linesOf({ what, ours, unit, alternatives, target }: BenchRow): string[] {
  if (alternatives.length === 0) return [`| ${what} | ${amount(ours, unit)} | | | | ${target} |`]
  return alternatives.map(({ name, value }, index) => {
    const own = index === 0 ? [what, amount(ours, unit)] : ['', '']
    const times = value / ours
    const ratio = `${times < 100 ? times.toPrecision(2) : Math.round(times)}×`
    const cells = [...own, name, amount(value, unit), ratio, index === 0 ? target : '']
    return `| ${cells.join(' | ')} |`
  })
}

function amount(value: number, unit: string): string {
  return `${value < 10 ? value.toPrecision(2) : Math.round(value).toLocaleString('en')} ${unit}`
}
