import type { Run } from './pages/moving'
import { openPages } from './pages/open'
import { type BenchRow, median } from './row'

const MILLION = 1_000_000
const TURNS = 5
/** All points on the screen, as in measurements of layers by themselves. */
const REGION = { zoom: 7, lat: 40, lon: 47 }
/** Where there is room for single settlements. */
const CLOSE = { zoom: 10.5, lat: 39.8, lon: 46.75 }

type Case = Pick<Run, 'rows' | 'days' | 'view' | 'by'> & { readonly what: string }

const MONTH = { days: 30, view: null, by: [], what: 'a month' } as const
const CASES: readonly Case[] = [
  { ...MONTH, rows: 10_000 },
  { ...MONTH, rows: 100_000 },
  { ...MONTH, rows: MILLION },
  { ...MONTH, rows: MILLION, what: 'a month, all on the screen', view: REGION },
  { ...MONTH, rows: MILLION, what: 'a month, close by', view: CLOSE },
  { ...MONTH, rows: MILLION, what: 'a month, two parties', by: ['azerbaijan', 'armenia'] },
  { ...MONTH, rows: MILLION, what: '780 days', days: 780 },
]

/** A step of the window, from the call to the changed pixels, in a real browser without a graphics processor. */
export async function benchDrawing(): Promise<BenchRow[]> {
  const pages = await openPages()
  const rows: BenchRow[] = []
  try {
    for (const { what, ...run } of CASES) {
      const times = await pages.measure((page) =>
        page.evaluate((asked) => window.measures.measureMoves(asked), { ...run, turns: TURNS }),
      )
      rows.push({
        what: `window moved over ${run.rows.toLocaleString('en')} points: ${what}`,
        ours: median(times.ours),
        unit: 'ms',
        alternative: { name: 'the same map drawn again', value: median(times.nothing) },
        target: 'at least 0.63×',
      })
    }
  } finally {
    await pages.close()
  }
  return rows
}
