import { SHIPPED_CONFLICT as CONFLICT } from '../../src/app/shippedConflict'
import type { DayRange } from '../../src/model/day'
import { splitWindow } from '../../src/model/day'
import { failedConditions, unfiltered } from '../../src/query/conditions'
import type { GroupCounts } from '../../src/query/counts'
import type { Filter } from '../../src/query/filter'
import { countGroupsByArea } from '../../src/query/groups'
import { histogram } from '../../src/query/histogram'
import { sliceDataset } from '../../src/query/sliceDataset'
import type { Dataset } from '../../src/store/dataset'
import { choosing, range } from '../support/arbitraries'
import { type Counts, histogramOfObjects, reportsOf, sliceOfObjects } from './objects'
import { type BenchRow, median } from './row'
import { syntheticDataset } from './synthetic'

const ROWS = 1_000_000
const SHIPPED_ROWS = 447
const RUNS = 31
const RUNS_OF_OBJECTS = 3
const MONTH = range('2022-11-01', '2022-11-30')

/**
 * The slice with all its counts and facets and the counts by area and party: what a step of the window costs. With the
 * filters judged anew and the histogram by week: what a press on a filter costs.
 */
export async function benchSlice(): Promise<BenchRow[]> {
  const few = rowsOf(syntheticDataset(SHIPPED_ROWS)).slice(-1)
  return [...rowsOf(syntheticDataset(ROWS)), ...few]
}

function rowsOf(dataset: Dataset): BenchRow[] {
  const all = dataset.span ?? MONTH
  const weeks = splitWindow(all, 'week')
  const pressed = {
    by: ['azerbaijan', 'armenia'],
    area: dataset.areaIds.slice(0, 4),
  }
  const month = unfiltered(MONTH)
  const wide = unfiltered(all)
  const cases: readonly { what: string; filter: Filter; isPressed: boolean }[] = [
    { what: 'window moved to a month', filter: month, isPressed: false },
    { what: 'filters pressed, a month', filter: choosing(month, pressed), isPressed: true },
    { what: 'filters cleared, all of time', filter: wide, isPressed: true },
    { what: 'filters pressed, all of time', filter: choosing(wide, pressed), isPressed: true },
  ]
  const measured = cases.map(({ what, filter, isPressed }) => {
    const judged = failedConditions(dataset, filter)
    const run = () => {
      const fails = isPressed ? failedConditions(dataset, filter) : judged
      const slice = sliceDataset(dataset, filter, fails)
      const groups = countGroupsByArea(dataset, slice, 'party')
      return { slice, groups, bins: isPressed ? histogram(dataset, fails, weeks) : [] }
    }
    return { what, filter, isPressed, answer: run(), ours: medianOf(RUNS, run) }
  })
  // Made last: a heap full of objects slows down whatever is measured beside it.
  const reports = reportsOf(dataset)
  return measured.map(({ what, filter, isPressed, answer, ours }) => {
    const plain = () => ({
      ...sliceOfObjects(reports, filter),
      bins: isPressed ? histogramOfObjects(reports, filter, weeks) : new Map<string, number>(),
    })
    checkSame(answer, plain())
    return {
      what: `slice of ${dataset.columns.length.toLocaleString('en')} rows: ${what}`,
      ours,
      unit: 'ms',
      alternatives: [{ name: 'filters over objects', value: medianOf(RUNS_OF_OBJECTS, plain) }],
      target: 'at most 60 ms, 2 ms for the shipped rows',
    }
  })
}

interface Ours {
  readonly slice: ReturnType<typeof sliceDataset>
  readonly groups: ReadonlyMap<string, GroupCounts>
  readonly bins: readonly (GroupCounts & { readonly range: DayRange })[]
}
interface Plain extends ReturnType<typeof sliceOfObjects> {
  readonly bins: Counts
}

/** Two ways to the same answers, or the ratio means nothing. */
function checkSame({ slice, groups, bins }: Ours, plain: Plain): void {
  const { area, by, accused, kind, denied } = slice.facets
  const facets = [area, by, accused, kind, denied].map((facet) =>
    [...facet].map(([id, { certain, possible }]) => [id, certain + possible] as const),
  )
  const byParty = (name: string | number, { certain, possible }: GroupCounts) =>
    CONFLICT.parties.map(
      ({ id }, party) => [`${name} ${id}`, (certain[party] ?? 0) + (possible[party] ?? 0)] as const,
    )
  const pairs = [
    [[['reports', slice.rows.length]], new Map([['reports', plain.reports]])],
    [[...groups].flatMap(([area, counts]) => byParty(area, counts)), plain.areasByParty],
    [bins.flatMap((bin, index) => byParty(index, bin)), plain.bins],
    ...facets.map((facet, index) => [facet, plain.facets[index] ?? new Map()] as const),
  ] as const
  for (const [ours, theirs] of pairs) {
    const known = new Map<string, number>(ours as readonly (readonly [string, number])[])
    for (const id of new Set([...known.keys(), ...theirs.keys()])) {
      // Reports without an area have no object that names one.
      if (id === 'unlocated') continue
      if ((known.get(id) ?? 0) !== (theirs.get(id) ?? 0)) {
        throw new Error(`columns and objects do not agree on ${id}`)
      }
    }
  }
}

function medianOf(runs: number, run: () => unknown): number {
  run()
  const times = Array.from({ length: runs }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return median(times)
}
