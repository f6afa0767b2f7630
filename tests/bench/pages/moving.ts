import type { FeatureCollection } from 'geojson'
import type { Day } from '../../../src/model/day'
import { DATA, loadJson } from '../../../src/open/fetchFile'
import { readScene } from './scene'
import { openWays, type WayId } from './ways'

/** What one run draws. */
export interface Run {
  readonly ways: readonly WayId[]
  readonly rows: number
  /** Days of the window, which moves by one day a step. */
  readonly days: number
  /** `zoom/lat/lon`; empty for the four focus districts. */
  readonly view: string
  /** Reporting parties that the reader has chosen; none filters nothing. */
  readonly by: readonly string[]
  readonly turns: number
}

/** Of a turn, the steps that count, and those before them: what is compiled, uploaded or written once. */
const STEPS = 5
const WARM_UP = 2

/**
 * Milliseconds from each move of the window to the changed pixels, for each way. The ways take turns on one map: a machine that
 * slows down meanwhile slows all of them.
 */
export async function measureMoves({
  ways,
  rows,
  days,
  view,
  by,
  turns,
}: Run): Promise<Partial<Record<WayId, number[]>>> {
  const polygons = (await loadJson(`${DATA}districts.geojson`)) as FeatureCollection
  const scene = readScene(rows, polygons, by)
  const [zoom = 0, lat = 0, lon = 0] = view.split('/').map(Number)
  const container = document.getElementById('map') as HTMLElement
  const opened = await openWays(ways, container, scene, view === '' ? null : { zoom, lat, lon })
  // From the middle of the data: its ends have fewer reports.
  const { from: begin, to: end } = scene.span
  const first = begin + Math.floor((end - begin - days - turns * (WARM_UP + STEPS)) / 2)
  const times: Partial<Record<WayId, number[]>> = {}
  for (let turn = 0; turn < turns; turn++) {
    for (const [id, way] of opened) {
      const own: number[] = []
      for (let step = 0; step < WARM_UP + STEPS; step++) {
        const from = first + turn * (WARM_UP + STEPS) + step
        const start = performance.now()
        await way.show({ from: from as Day, to: (from + days - 1) as Day })
        own.push(performance.now() - start)
      }
      await way.leave()
      times[id] = [...(times[id] ?? []), ...own.slice(WARM_UP)]
    }
  }
  return times
}
