import { UNSPECIFIED_KIND } from '../../model/conflict'
import { facetValues } from '../../model/facets'
import type { AreaId } from '../../model/ids'
import type { Dataset, Sites } from '../../store/dataset'

/** What comparing takes of a dataset: plain values, so that a worker can be sent them. */
export interface Comparable extends Pick<Dataset, 'conflict' | 'columns' | 'areaIds'> {
  readonly sites: Pick<Sites, 'lon' | 'lat'>
}

/** What is compared of the rows of a dataset, to find those that another dataset has too. */
export interface Events<Of extends Comparable = Comparable> {
  readonly dataset: Of
  /** Rows of the dataset, in its order. */
  readonly rows: Int32Array
  /** For each row of the dataset, bit k for kind k of both vocabularies; 0 can be any kind. */
  readonly kinds: Uint32Array
}

/** The rows of two datasets, with the kinds of reports numbered alike. */
export function comparable<Of extends Comparable>(
  a: Pick<Events<Of>, 'dataset' | 'rows'>,
  b: Pick<Events<Of>, 'dataset' | 'rows'>,
): readonly [Events<Of>, Events<Of>] {
  const known = new Set(facetValues('kind', b.dataset.conflict))
  const shared = facetValues('kind', a.dataset.conflict).filter(
    (id) => known.has(id) && id !== UNSPECIFIED_KIND,
  )
  return [withKinds(a, shared), withKinds(b, shared)]
}

function withKinds<Of extends Comparable>(
  { dataset, rows }: Pick<Events<Of>, 'dataset' | 'rows'>,
  shared: readonly string[],
): Events<Of> {
  const values = facetValues('kind', dataset.conflict)
  const places = values.map((id) => shared.indexOf(id))
  const kinds = Uint32Array.from(dataset.columns.codes.kind, (code) => {
    let bits = 0
    for (let value = 0; value < values.length; value++) {
      if ((code & (1 << value)) === 0) continue
      const place = places[value] ?? -1
      // A kind that the other dataset does not know contradicts none of its kinds.
      if (place === -1) return 0
      bits |= 1 << place
    }
    return bits
  })
  return { dataset, rows, kinds }
}

export function areCompatible(a: number, b: number): boolean {
  return a === 0 || b === 0 || (a & b) !== 0
}

/** Days between two intervals of days: 0 where they share one. */
export function daysBetween(
  [aStart, aEnd]: readonly [number, number],
  [bStart, bEnd]: readonly [number, number],
): number {
  return Math.max(0, bStart - aEnd, aStart - bEnd)
}

/** The first and last day of a row. */
export function daysOfRow({ dataset: { columns } }: Events, row: number): [number, number] {
  return [columns.startDay[row] ?? 0, columns.endDay[row] ?? 0]
}

/** Indices of the settlements of a row, whose position is known. */
export function sitesOfRow({ dataset: { columns } }: Events, row: number): Int32Array {
  return columns.siteIndex.subarray(columns.siteOffset[row], columns.siteOffset[row + 1])
}

export function areasOfRow({ dataset: { columns, areaIds } }: Events, row: number): AreaId[] {
  const indices = columns.areaIndex.subarray(columns.areaOffset[row], columns.areaOffset[row + 1])
  return Array.from(indices, (index) => areaIds[index]).filter((id) => id !== undefined)
}
