import type { AreaId } from '../model/ids'
import { ACCUSED, AGREEMENTS, PARTIES } from '../model/vocabulary'
import type { Dataset } from '../store/dataset'
import { groupKeysOf } from '../store/groupKeys'
import { tallyAreas } from './areaTally'
import type { Colouring, GroupCounts, GroupId } from './counts'
import { rowsByGroupKey } from './rowsByGroupKey'
import type { Slice } from './slice'

/** A group of reports that share a colour; groupWords.ts has its words on the screen. */
export interface Group {
  readonly id: GroupId
  /** The word in a sentence. */
  readonly record: string
  /** The word in a legend. */
  readonly label: string
}

/** The groups of each colouring, in the order of rings, stacks and legends. Codes in Columns are places in it. */
export const GROUPS: Readonly<Record<Colouring, readonly Group[]>> = {
  party: PARTIES,
  accused: ACCUSED,
  agreement: AGREEMENTS,
}

/** In the order of the choice. The first is the usual one. */
export const COLOURINGS: readonly Colouring[] = ['party', 'accused', 'agreement']

/** The group of a row, whose colour it takes; undefined for a row that is not there. */
export function groupAt(
  { columns }: Dataset,
  row: number,
  colouring: Colouring,
): GroupId | undefined {
  return GROUPS[colouring][columns[colouring][row] ?? -1]?.id
}

/** The reports of a slice by group. */
export function countGroups(dataset: Dataset, slice: Slice, colouring: Colouring): GroupCounts {
  const rows = rowsByGroupKey(dataset, slice)
  const codes = groupKeysOf(dataset.columns).codes[colouring]
  const counts = noneOf(colouring)
  codes.forEach((code, profile) => {
    addTo(counts, code, true, rows[2 * profile])
    addTo(counts, code, false, rows[2 * profile + 1])
  })
  return counts
}

/**
 * The same for each area that has a report in the slice. A report that names several areas counts in
 * each, so that an area's groups add up to its count.
 */
export function countGroupsByArea(
  dataset: Dataset,
  slice: Slice,
  colouring: Colouring,
): ReadonlyMap<AreaId, GroupCounts> {
  const { areaIds, columns } = dataset
  const rows = rowsByGroupKey(dataset, slice)
  const { codes, areaSet, areaSets } = groupKeysOf(columns)
  const groupOf = codes[colouring]
  const width = 2 * GROUPS[colouring].length
  const bySet = new Int32Array(areaSets.count * width)
  for (let at = 0; at < rows.length; at++) {
    const profile = at >> 1
    const place = (areaSet[profile] ?? 0) * width + 2 * (groupOf[profile] ?? 0) + (at & 1)
    bySet[place] = (bySet[place] ?? 0) + (rows[at] ?? 0)
  }
  const byArea = tallyAreas(areaSets, bySet, width, areaIds.length)
  return new Map(
    areaIds.flatMap((id, area) => {
      const counts = byArea.subarray(area * width, (area + 1) * width)
      if (counts.every((rows) => rows === 0)) return []
      const column = (odd: 0 | 1) => Array.from(counts).filter((_, place) => place % 2 === odd)
      return [[id, { certain: column(0), possible: column(1) }] as const]
    }),
  )
}

/** The areas that any report names, in any slice. */
export function areasOnFile({ areaIds, columns }: Dataset): Set<AreaId> {
  const { areaSets } = groupKeysOf(columns)
  const indices = new Set(areaSets.area.subarray(1))
  return new Set(Array.from(indices).flatMap((index) => areaIds[index] ?? []))
}

/** Counts of a colouring while they are being made. */
export interface MutableCounts {
  readonly certain: number[]
  readonly possible: number[]
}

/** A zero for each group of a colouring. */
export function noneOf(colouring: Colouring): MutableCounts {
  return { certain: GROUPS[colouring].map(() => 0), possible: GROUPS[colouring].map(() => 0) }
}

/** Counts reports in the group of that code. */
export function addTo(
  counts: MutableCounts,
  code: number | undefined,
  certain: boolean,
  reports = 1,
): void {
  const column = certain ? counts.certain : counts.possible
  if (code !== undefined) column[code] = (column[code] ?? 0) + reports
}
