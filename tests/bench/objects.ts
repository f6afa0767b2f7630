import { SHIPPED_CONFLICT as CONFLICT } from '../../src/app/shippedConflict'
import type { Filter } from '../../src/query/filter'
import type { Dataset } from '../../src/store/dataset'

/** The facets that are compared. */
export const FACETS = ['area', 'by', 'accused', 'kind', 'denied'] as const
type Facet = (typeof FACETS)[number]

/** A report as an object, as code without columns would hold it. */
interface Report {
  readonly from: number
  readonly to: number
  readonly values: Readonly<Record<Facet, readonly string[]>>
}

export function reportsOf({ columns, areaIds }: Dataset): Report[] {
  const { areaOffset, areaIndex, codes, startDay, endDay } = columns
  const kindsOf = Array.from({ length: 2 ** CONFLICT.kinds.length }, (_, bits) =>
    CONFLICT.kinds.filter((_, bit) => (bits & (1 << bit)) !== 0).map(({ id }) => id),
  )
  return Array.from({ length: columns.length }, (_, row) => ({
    from: startDay[row] ?? 0,
    to: endDay[row] ?? 0,
    values: {
      area: Array.from(
        areaIndex.subarray(areaOffset[row], areaOffset[row + 1]),
        (index) => areaIds[index] ?? '',
      ),
      by: [CONFLICT.parties[codes.by[row] ?? 0]?.id ?? ''],
      accused: [CONFLICT.accused[codes.accused[row] ?? 0]?.id ?? ''],
      kind: kindsOf[codes.kind[row] ?? 0] ?? [],
      denied: [codes.denied[row] === 1 ? 'yes' : 'no'],
    },
  }))
}

/**
 * The plain way to the size of a slice and its facets: one filter for the slice and one, without its
 * own condition, for each facet. Certain and possible reports are counted together.
 */
export function sliceOfObjects(reports: readonly Report[], { window, chosen }: Filter) {
  const passing = (except?: Facet) =>
    reports.filter(
      ({ from, to, values }) =>
        from <= window.to &&
        to >= window.from &&
        FACETS.every((facet) => {
          const wanted: ReadonlySet<string> = chosen[facet]
          return facet === except || wanted.size === 0 || values[facet].some((id) => wanted.has(id))
        }),
    )
  const facets = FACETS.map((facet) => {
    const counts = new Map<string, number>()
    for (const { values } of passing(facet)) {
      for (const id of values[facet]) counts.set(id, (counts.get(id) ?? 0) + 1)
    }
    return counts
  })
  return { reports: passing().length, facets }
}
