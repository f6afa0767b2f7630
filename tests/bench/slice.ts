import { slicesOf } from '../../src/data/day'
import { failsOf, unfiltered } from '../../src/data/filter'
import { histogram } from '../../src/data/histogram'
import { sliceDataset } from '../../src/data/slice'
import { ACCUSED, KINDS, PARTIES } from '../../src/data/vocabulary'
import type { AreaId, Dataset, DayRange, Filter, PartyId } from '../../src/types'
import { range } from '../data/arbitraries'
import { type BenchRow, median } from './row'
import { syntheticDataset } from './synthetic'

const ALL: DayRange = range('2020-11-26', '2023-09-22')

/** A report as an object, as code without columns would hold it. */
interface Report {
  readonly from: number
  readonly to: number
  readonly denied: 'yes' | 'no'
  readonly party: string
  readonly accused: string
  readonly kinds: readonly string[]
  readonly areas: readonly AreaId[]
}

function reportsOf({ columns, areaIds }: Dataset): Report[] {
  return Array.from({ length: columns.length }, (_, row) => ({
    from: columns.startDay[row] ?? 0,
    to: columns.endDay[row] ?? 0,
    denied: columns.denied[row] === 1 ? 'yes' : 'no',
    party: PARTIES[columns.party[row] ?? 0]?.id ?? '',
    accused: ACCUSED[columns.accused[row] ?? 0]?.id ?? '',
    kinds: KINDS.filter((_, bit) => ((columns.kinds[row] ?? 0) & (1 << bit)) !== 0).map(
      ({ id }) => id,
    ),
    areas: Array.from(
      columns.areaIndex.subarray(columns.areaOffset[row], columns.areaOffset[row + 1]),
      (index) => areaIds[index] as AreaId,
    ),
  }))
}

type Counts = Map<string, number>

function countBy(reports: readonly Report[], keys: (report: Report) => readonly string[]): Counts {
  const counts: Counts = new Map()
  for (const report of reports) {
    for (const key of keys(report)) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/** The plain way to the same answers: one filter for the slice and one, without its own condition, for each facet. */
function naive(reports: readonly Report[], filter: Filter): { areas: Counts; facets: Counts[] } {
  const chosen = (set: ReadonlySet<string>, keys: readonly string[]) =>
    set.size === 0 || keys.some((key) => set.has(key))
  const passing = (but?: string) =>
    reports.filter(
      (report) =>
        report.from <= filter.window.to &&
        report.to >= filter.window.from &&
        (but === 'areas' || chosen(filter.areas, report.areas)) &&
        (but === 'by' || chosen(filter.by, [report.party])) &&
        (but === 'accused' || chosen(filter.accused, [report.accused])) &&
        (but === 'kinds' || chosen(filter.kinds, report.kinds)) &&
        (but === 'denied' || filter.denied === null || filter.denied === report.denied),
    )
  return {
    areas: countBy(passing(), (report) => report.areas),
    facets: [
      countBy(passing('areas'), (report) => report.areas),
      countBy(passing('by'), (report) => [report.party]),
      countBy(passing('accused'), (report) => [report.accused]),
      countBy(passing('kinds'), (report) => report.kinds),
      countBy(passing('denied'), (report) => [report.denied]),
    ],
  }
}

const ROWS = 1_000_000
const RUNS = 15
const RUNS_OF_OBJECTS = 3

/** The slice, its counts and facets, and the histogram, of a million rows: what a step of the window or a click costs. */
export async function benchSlice(): Promise<BenchRow[]> {
  const dataset = syntheticDataset(ROWS)
  const reports = reportsOf(dataset)
  const weeks = slicesOf(dataset.span ?? ALL, 'week')
  const month = unfiltered(range('2022-11-01', '2022-11-30'))
  const some = {
    by: new Set<PartyId>(['azerbaijan', 'armenia']),
    areas: new Set(dataset.areaIds.slice(0, 4)),
  }
  const cases: readonly (readonly [string, Filter])[] = [
    ['a month', month],
    ['a month, two parties, four areas', { ...month, ...some }],
    ['all of time', unfiltered(ALL)],
    ['all of time, two parties, four areas', { ...unfiltered(ALL), ...some }],
  ]
  return cases.map(([name, filter]) => {
    checkSame(dataset, reports, filter)
    return {
      what: `slice and histogram of ${ROWS.toLocaleString('en')} rows: ${name}`,
      ours: medianOf(RUNS, () => {
        const fails = failsOf(dataset, filter)
        sliceDataset(dataset, filter, fails)
        histogram(dataset, fails, weeks)
      }),
      unit: 'ms',
      alternatives: [
        {
          name: 'filters over objects, no histogram',
          value: medianOf(RUNS_OF_OBJECTS, () => void naive(reports, filter)),
        },
      ],
      target: 'one frame, 16 ms',
    }
  })
}

/** Two ways to the same answers, or the ratio means nothing. */
function checkSame(dataset: Dataset, reports: readonly Report[], filter: Filter): void {
  const slice = sliceDataset(dataset, filter)
  const plain = naive(reports, filter)
  const same =
    [...slice.areas].every(([id, { certain, possible }]) => {
      return plain.areas.get(id) === certain + possible
    }) &&
    [...slice.facets.by].every(([id, { certain, possible }]) => {
      return (plain.facets[1]?.get(id) ?? 0) === certain + possible
    })
  if (!same) throw new Error('the slice and the filters over objects do not agree')
}

function medianOf(runs: number, run: () => void): number {
  run()
  return median(
    Array.from({ length: runs }, () => {
      const start = performance.now()
      run()
      return performance.now() - start
    }),
  )
}
