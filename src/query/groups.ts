import type { Conflict, Term } from '../model/conflict'
import type { CodedFacetKey } from '../model/facets'
import type { AreaId } from '../model/ids'
import { AGREEMENTS } from '../model/vocabulary'
import type { Dataset } from '../store/dataset'
import { groupKeysOf } from '../store/groupKeys'
import { tallyAreas } from './areaTally'
import type { Colouring, Count, GroupCounts, GroupId } from './counts'
import { rowsByGroupKey } from './rowsByGroupKey'
import type { Slice } from './slice'

/** A group of reports that share a colour; groupWords.ts has its words on the screen. */
export type Group = Term<GroupId>

/** The agreement of a report with the other side's, as groups: their words are not data. */
const AGREEMENT_GROUPS: readonly Group[] = AGREEMENTS.map((id) => ({ id, record: id, label: id }))

/** The facet whose values a colouring gives colours to. */
export const COLOURED_FACET: Readonly<Record<Colouring, CodedFacetKey>> = {
  party: 'by',
  accused: 'accused',
  agreement: 'agreement',
}

/** The groups of a colouring, in the order of rings, stacks and legends: that of the codes in Columns. */
export function groupsOf({ parties, accused }: Conflict, colouring: Colouring): readonly Group[] {
  return { party: parties, accused, agreement: AGREEMENT_GROUPS }[colouring]
}

/** In the order of the choice. The first is the usual one. */
export const COLOURINGS: readonly Colouring[] = ['party', 'accused', 'agreement']

/** The group of a row, whose colour it takes; undefined for a row that is not there. */
export function groupAt(
  { columns, conflict }: Dataset,
  row: number,
  colouring: Colouring,
): GroupId | undefined {
  const code = columns.codes[COLOURED_FACET[colouring]][row] ?? -1
  return groupsOf(conflict, colouring)[code]?.id
}

/** The reports of a slice by group. */
export function countGroups(dataset: Dataset, slice: Slice, colouring: Colouring): GroupCounts {
  const rows = rowsByGroupKey(dataset, slice)
  const codes = groupKeysOf(dataset.columns).codes[COLOURED_FACET[colouring]]
  const counts = noneOf(dataset.conflict, colouring)
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
  const { areaIds, columns, conflict } = dataset
  const rows = rowsByGroupKey(dataset, slice)
  const { codes, areaSet, areaSets } = groupKeysOf(columns)
  const groupOf = codes[COLOURED_FACET[colouring]]
  const width = 2 * groupsOf(conflict, colouring).length
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

/** The reports of all groups together. */
export function sumGroups({ certain, possible }: GroupCounts): Count {
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
  return { certain: sum(certain), possible: sum(possible) }
}

/** Counts of a colouring while they are being made. */
export interface MutableCounts {
  readonly certain: number[]
  readonly possible: number[]
}

/** A zero for each group of a colouring. */
export function noneOf(conflict: Conflict, colouring: Colouring): MutableCounts {
  const groups = groupsOf(conflict, colouring)
  return { certain: groups.map(() => 0), possible: groups.map(() => 0) }
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
