import type { AreaId, Colouring, Dataset, GroupCounts, GroupId, Slice } from '../types'
import { ACCUSED, AGREEMENTS, PARTIES } from './vocabulary'

/** A group of reports that share a colour. */
interface Group {
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

/** What each colouring is called, in the order of the choice. The first is the usual one. */
export const COLOURINGS: readonly { readonly id: Colouring; readonly label: string }[] = [
  { id: 'party', label: 'Reporting party' },
  { id: 'accused', label: 'Accused party' },
  { id: 'agreement', label: 'Agreement' },
]

/** The group of a row, whose colour it takes; undefined for a row that is not there. */
export function groupAt(
  { columns }: Dataset,
  row: number,
  colouring: Colouring,
): GroupId | undefined {
  return GROUPS[colouring][columns[colouring][row] ?? -1]?.id
}

/** The reports of a slice by group. */
export function countGroups(
  { columns }: Dataset,
  { rows, certain }: Slice,
  colouring: Colouring,
): GroupCounts {
  const counts = noneOf(colouring)
  rows.forEach((row, index) => {
    addTo(counts, columns[colouring][row], certain[index] === 1)
  })
  return counts
}

/**
 * The same for each area that has a report in the slice. A report that names several areas counts in
 * each, so that an area's groups add up to its count.
 */
export function countGroupsByArea(
  { columns, areaIds }: Dataset,
  { rows, certain }: Slice,
  colouring: Colouring,
): ReadonlyMap<AreaId, GroupCounts> {
  const byArea = new Map<AreaId, MutableCounts>()
  rows.forEach((row, index) => {
    const end = columns.areaOffset[row + 1] ?? 0
    for (let at = columns.areaOffset[row] ?? 0; at < end; at++) {
      const area = areaIds[columns.areaIndex[at] ?? -1]
      if (area === undefined) continue
      const counts = byArea.get(area) ?? noneOf(colouring)
      byArea.set(area, counts)
      addTo(counts, columns[colouring][row], certain[index] === 1)
    }
  })
  return byArea
}

/** The areas that any report names, in any slice. */
export function areasOnFile({ areaIds, columns }: Dataset): Set<AreaId> {
  const ids = new Set<AreaId>()
  for (const index of new Set(columns.areaIndex)) {
    const id = areaIds[index]
    if (id !== undefined) ids.add(id)
  }
  return ids
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

/** Counts one report in the group of that code. */
export function addTo(counts: MutableCounts, code: number | undefined, certain: boolean): void {
  const column = certain ? counts.certain : counts.possible
  if (code !== undefined) column[code] = (column[code] ?? 0) + 1
}

/**
 * The groups that have reports, in words: `Azerbaijan 2, Russia 1`, `accused: Armenia 3, not stated 1`,
 * `one side 2, denied 1`. `textOf` writes a count; empty when there is no report.
 */
export function groupWords(
  { certain, possible }: GroupCounts,
  colouring: Colouring,
  textOf: (certain: number, possible: number) => string,
): string {
  const words = GROUPS[colouring].flatMap(({ record }, index) => {
    const [sure, maybe] = [certain[index] ?? 0, possible[index] ?? 0]
    return sure + maybe === 0 ? [] : [`${record} ${textOf(sure, maybe)}`]
  })
  if (words.length === 0) return ''
  return `${colouring === 'accused' ? 'accused: ' : ''}${words.join(', ')}`
}
