import type { FeatureCollection } from 'geojson'
import { DATA, loadJson } from '../../../src/data/load'
import type { Day, PartyId } from '../../../src/types'
import { readScene } from './scene'
import { WAYS, type WayId } from './ways'

/** What one run draws. */
export interface Run {
  readonly way: WayId
  readonly rows: number
  /** Days of the window, which moves by one day a step. */
  readonly days: number
  /** `zoom/lat/lon`; empty for the four focus districts. */
  readonly view: string
  /** Reporting parties that the reader has chosen; none filters nothing. */
  readonly by: readonly PartyId[]
  readonly steps: number
}

/** Steps before the first that counts: what is compiled and uploaded once. */
const WARM_UP = 3

/** Milliseconds from each move of the window to the changed pixels. */
export async function measureMoves({ way, rows, days, view, by, steps }: Run): Promise<number[]> {
  const polygons = (await loadJson(`${DATA}districts.geojson`)) as FeatureCollection
  const scene = readScene(rows, polygons, by)
  const [zoom = 0, lat = 0, lon = 0] = view.split('/').map(Number)
  const container = document.getElementById('map') as HTMLElement
  const drawn = await WAYS[way](container, scene, view === '' ? null : { zoom, lat, lon })
  const times: number[] = []
  // From the middle of the data: its ends have fewer reports.
  const { from: begin, to: end } = scene.span
  const first = begin + Math.floor((end - begin - days - steps) / 2)
  for (let step = 0; step < WARM_UP + steps; step++) {
    const from = (first + step) as Day
    const start = performance.now()
    await drawn.show({ from, to: (from + days - 1) as Day })
    if (step >= WARM_UP) times.push(performance.now() - start)
  }
  return times
}
