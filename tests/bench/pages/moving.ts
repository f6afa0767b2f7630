import type { FeatureCollection } from 'geojson'
import type { Day } from '../../../src/model/day'
import type { View } from '../../../src/model/view'
import { DATA, loadJson } from '../../../src/open/fetchFile'
import { readScene } from './scene'
import { openSiteMap } from './siteMap'

/** What one run draws. */
export interface Run {
  readonly rows: number
  /** Days of the window, which moves by one day a step. */
  readonly days: number
  /** Null for the four focus districts. */
  readonly view: View | null
  /** Reporting parties that the reader has chosen; none filters nothing. */
  readonly by: readonly string[]
  readonly turns: number
}

/** Of a turn, the steps that count, and those before them: what is compiled, uploaded or written once. */
const STEPS = 5
const WARM_UP = 2

/**
 * Milliseconds from each move of the window to the changed pixels, and those of drawing the same map
 * again. Both take turns on one map: a machine that slows down meanwhile slows both.
 */
export async function measureMoves({ rows, days, view, by, turns }: Run) {
  const polygons = (await loadJson(`${DATA}districts.geojson`)) as FeatureCollection
  const scene = readScene(rows, polygons, by)
  const site = await openSiteMap(document.getElementById('map') as HTMLElement, view)
  // From the middle of the data: its ends have fewer reports.
  const { from: begin, to: end } = scene.span
  const first = begin + Math.floor((end - begin - days - turns * (WARM_UP + STEPS)) / 2)
  const times = { ours: [] as number[], nothing: [] as number[] }
  for (let turn = 0; turn < turns; turn++) {
    for (const way of ['ours', 'nothing'] as const) {
      for (let step = 0; step < WARM_UP + STEPS; step++) {
        const from = (first + turn * (WARM_UP + STEPS) + step) as Day
        const start = performance.now()
        if (way === 'ours') {
          site.show(scene.dataset, scene.sliceOf({ from, to: (from + days - 1) as Day }))
        }
        await site.drawn()
        if (step >= WARM_UP) times[way].push(performance.now() - start)
      }
      site.clear()
      await site.rested()
    }
  }
  return times
}
