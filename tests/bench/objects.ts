import { SHIPPED_CONFLICT as CONFLICT } from '../../src/app/shippedConflict'
import type { DayRange } from '../../src/model/day'
import type { AreaId } from '../../src/model/ids'
import type { Filter } from '../../src/query/filter'
import type { Dataset } from '../../src/store/dataset'

/** A report as an object, as code without columns would hold it. */
export interface Report {
  readonly from: number
  readonly to: number
  readonly denied: 'yes' | 'no'
  readonly party: string
  readonly accused: string
  readonly kinds: readonly string[]
  readonly areas: readonly AreaId[]
}

export type Counts = ReadonlyMap<string, number>

export function reportsOf({ columns, areaIds }: Dataset): Report[] {
  const kindsOf = Array.from({ length: 2 ** CONFLICT.kinds.length }, (_, bits) =>
    CONFLICT.kinds.filter((_, bit) => (bits & (1 << bit)) !== 0).map(({ id }) => id),
  )
  return Array.from({ length: columns.length }, (_, row) => ({
    from: columns.startDay[row] ?? 0,
    to: columns.endDay[row] ?? 0,
    denied: columns.codes.denied[row] === 1 ? 'yes' : 'no',
    party: CONFLICT.parties[columns.codes.by[row] ?? 0]?.id ?? '',
    accused: CONFLICT.accused[columns.codes.accused[row] ?? 0]?.id ?? '',
    kinds: kindsOf[columns.codes.kind[row] ?? 0] ?? [],
    areas: Array.from(
      columns.areaIndex.subarray(columns.areaOffset[row], columns.areaOffset[row + 1]),
      (index) => areaIds[index] as AreaId,
    ),
  }))
}

/**
 * The plain way to the same answers: one filter for the slice and one, without its own condition, for each facet. Certain
 * and possible reports are not told apart, and there are no facets of placement and agreement.
 */
export function sliceOfObjects(
  reports: readonly Report[],
  filter: Filter,
): { readonly reports: number; readonly areasByParty: Counts; readonly facets: readonly Counts[] } {
  const wanted = filter.chosen
  const chosen = (set: ReadonlySet<string>, keys: readonly string[]) =>
    set.size === 0 || keys.some((key) => set.has(key))
  const passing = (but?: string) =>
    reports.filter(
      (report) =>
        report.from <= filter.window.to &&
        report.to >= filter.window.from &&
        (but === 'area' || chosen(wanted.area, report.areas)) &&
        (but === 'by' || chosen(wanted.by, [report.party])) &&
        (but === 'accused' || chosen(wanted.accused, [report.accused])) &&
        (but === 'kind' || chosen(wanted.kind, report.kinds)) &&
        (but === 'denied' || chosen(wanted.denied, [report.denied])),
    )
  const slice = passing()
  return {
    reports: slice.length,
    areasByParty: countBy(slice, ({ areas, party }) => areas.map((area) => `${area} ${party}`)),
    facets: [
      countBy(passing('area'), (report) => report.areas),
      countBy(passing('by'), (report) => [report.party]),
      countBy(passing('accused'), (report) => [report.accused]),
      countBy(passing('kind'), (report) => report.kinds),
      countBy(passing('denied'), (report) => [report.denied]),
    ],
  }
}

/** Reports of each range of days by party, of those that pass the filters by party and area. */
export function histogramOfObjects(
  reports: readonly Report[],
  { chosen: { by, area: areas } }: Pick<Filter, 'chosen'>,
  ranges: readonly DayRange[],
): Counts {
  const first = ranges[0]?.from ?? 0
  const rangeOf = new Map(
    ranges.flatMap(({ from, to }, index) =>
      Array.from({ length: to - from + 1 }, (_, day) => [from + day, index] as const),
    ),
  )
  const passing = reports.filter(
    ({ party, areas: named }) =>
      (by.size === 0 || by.has(party)) &&
      (areas.size === 0 || named.some((area) => areas.has(area))),
  )
  return countBy(passing, ({ from, to, party }) => {
    const [start, end] = [rangeOf.get(Math.max(from, first)) ?? 0, rangeOf.get(to)]
    const last = end ?? ranges.length - 1
    return Array.from({ length: last - start + 1 }, (_, index) => `${start + index} ${party}`)
  })
}

function countBy(reports: readonly Report[], keys: (report: Report) => readonly string[]): Counts {
  const counts = new Map<string, number>()
  for (const report of reports) {
    for (const key of keys(report)) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}
