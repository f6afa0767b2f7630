import type { Run } from './pages/moving'
import { openPages } from './pages/open'
import type { WayId } from './pages/ways'
import { type BenchRow, median } from './row'

const MILLION = 1_000_000
const TURNS = 5
/** All points on the screen, as in measurements of layers by themselves. */
const REGION = '7/40/47'
/** Where points stand far enough apart to be drawn one by one. */
const CLOSE = '10.5/39.8/46.75'
const NAMES: Readonly<Record<WayId, string>> = {
  ours: 'ours',
  sorted: 'bare layer of sorted vertices, no filter, no hover',
  setData: 'setData of the slice, circle layer',
  nothing: 'the same map drawn again',
}

type Case = Omit<Run, 'turns'> & { readonly what: string }

const MONTH = { days: 30, view: '', by: [] } as const
const CASES: readonly Case[] = [
  { ...MONTH, rows: 10_000, what: 'a month', ways: ['sorted', 'setData', 'nothing'] },
  { ...MONTH, rows: 100_000, what: 'a month', ways: ['sorted', 'setData'] },
  { ...MONTH, rows: MILLION, what: 'a month', ways: ['sorted', 'setData', 'nothing'] },
  {
    ...MONTH,
    rows: MILLION,
    what: 'a month, all on the screen',
    view: REGION,
    ways: ['sorted', 'nothing'],
  },
  { ...MONTH, rows: MILLION, what: 'a month, close by', view: CLOSE, ways: ['sorted', 'setData'] },
  {
    ...MONTH,
    rows: MILLION,
    what: 'a month, two parties',
    by: ['azerbaijan', 'armenia'],
    ways: ['setData'],
  },
  // setData of so many features ends the page.
  { ...MONTH, days: 780, rows: MILLION, what: '780 days', ways: ['sorted'] },
]

/** A step of the window, from the call to the changed pixels, in a real browser without a graphics processor. */
export async function benchDrawing(): Promise<BenchRow[]> {
  const pages = await openPages()
  const measure = (run: Omit<Run, 'turns'>) =>
    pages.measure((page) =>
      page.evaluate((asked) => window.measures.measureMoves(asked), { ...run, turns: TURNS }),
    )
  const rows: BenchRow[] = []
  try {
    for (const { what, ways, ...run } of CASES) {
      const taking = ways.filter((way) => way !== 'setData')
      const times = await measure({ ...run, ways: ['ours', ...taking] })
      // On a page of its own: it has a million objects, which would be in the way of all others.
      if (ways.includes('setData')) {
        Object.assign(times, await measure({ ...run, ways: ['setData'] }))
      }
      const timeOf = (way: WayId) => median(times[way] ?? [])
      rows.push({
        what: `window moved over ${run.rows.toLocaleString('en')} points: ${what}`,
        ours: timeOf('ours'),
        unit: 'ms',
        alternatives: ways.map((way) => ({ name: NAMES[way], value: timeOf(way) })),
        target: 'bare layer 1×, setData 5×',
      })
    }
  } finally {
    await pages.close()
  }
  return rows
}
