import { bench, describe, expect } from 'vitest'
import { unfiltered } from '../../src/data/filter'
import { sliceDataset } from '../../src/data/slice'
import { ACCUSED, KINDS, PARTIES } from '../../src/data/vocabulary'
import type { AreaId, Dataset, Filter } from '../../src/types'
import { range } from '../data/arbitraries'
import { syntheticDataset } from './synthetic'

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

const month = unfiltered(range('2022-11-01', '2022-11-30'))
const filters: readonly (readonly [string, Filter])[] = [
  ['a month', month],
  ['a month of two parties', { ...month, by: new Set(['azerbaijan', 'armenia']) }],
  ['all of time', unfiltered(range('2020-11-26', '2023-09-22'))],
]

for (const rows of [447, 1_000_000]) {
  const dataset = syntheticDataset(rows)
  const reports = reportsOf(dataset)
  for (const [name, filter] of filters) {
    describe(`${rows.toLocaleString('en')} rows, ${name}`, () => {
      // Two ways to the same answers, or the ratio means nothing.
      const slice = sliceDataset(dataset, filter)
      const plain = naive(reports, filter)
      for (const [area, { certain, possible }] of slice.areas) {
        expect(plain.areas.get(area)).toBe(certain + possible)
      }
      for (const [party, { certain, possible }] of slice.facets.by) {
        expect(plain.facets[1]?.get(party) ?? 0).toBe(certain + possible)
      }
      const time = rows > 10_000 ? 2000 : 300
      bench('slice of columns', () => void sliceDataset(dataset, filter), { time })
      bench('filters over objects', () => void naive(reports, filter), { time })
    })
  }
}
