import { splitWindow } from '../../src/model/day'
import { failedConditions, unfiltered } from '../../src/query/conditions'
import { countGroupsByArea } from '../../src/query/groups'
import { histogram } from '../../src/query/histogram'
import { sliceDataset } from '../../src/query/sliceDataset'
import type { Dataset } from '../../src/store/dataset'
import { choosing, range } from '../support/arbitraries'
import { type BenchRow, medianTime } from './row'
import { syntheticDataset } from './synthetic'

const ROWS = 1_000_000
const SHIPPED_ROWS = 447
const RUNS = 31
const MONTH = range('2022-11-01', '2022-11-30')

/**
 * The slice with all its counts and facets and the counts by area and party: what a step of the window costs. With the
 * filters evaluated again and the histogram by week: what a press on a filter costs.
 */
export async function benchSlice(): Promise<BenchRow[]> {
  const few = rowsOf(syntheticDataset(SHIPPED_ROWS)).slice(-1)
  return [...rowsOf(syntheticDataset(ROWS)), ...few]
}

function rowsOf(dataset: Dataset): BenchRow[] {
  const all = dataset.span ?? MONTH
  const weeks = splitWindow(all, 'week')
  const pressed = { by: ['azerbaijan', 'armenia'], area: dataset.areaIds.slice(0, 4) }
  const month = unfiltered(MONTH)
  const wide = unfiltered(all)
  const cases = [
    { what: 'window moved to a month', filter: month, isPressed: false },
    { what: 'filters pressed, a month', filter: choosing(month, pressed), isPressed: true },
    { what: 'filters cleared, all of time', filter: wide, isPressed: true },
    { what: 'filters pressed, all of time', filter: choosing(wide, pressed), isPressed: true },
  ]
  return cases.map(({ what, filter, isPressed }) => {
    const judged = failedConditions(dataset, filter)
    const run = () => {
      const fails = isPressed ? failedConditions(dataset, filter) : judged
      const slice = sliceDataset(dataset, filter, fails)
      countGroupsByArea(dataset, slice, 'party')
      if (isPressed) histogram(dataset, fails, weeks)
    }
    return {
      what: `slice of ${dataset.columns.length.toLocaleString('en')} rows: ${what}`,
      ours: medianTime(RUNS, run),
      unit: 'ms' as const,
      target: 'at most 60 ms, 2 ms for the shipped rows',
    }
  })
}
