import type { Conflict, Term } from '../model/conflict'
import type { CodedFacetKey } from '../model/facets'
import type { AreaId } from '../model/ids'
import { memoize } from '../model/memoize'
import { AGREEMENTS } from '../model/vocabulary'
import type { Codes } from '../store/codes'
import type { Dataset } from '../store/dataset'
import { hasSides } from '../store/pairing'
import { type Colouring, type Count, eventsOf, type GroupCounts, type GroupId } from './counts'
import { hasSiteIn } from './rowsAtPlace'
import type { SelectedRows } from './selectRows'
import type { Slice } from './slice'

/** A group of reports that share a colour; groupWords.ts has its words on the screen. */
export type Group = Term<GroupId>

/** The agreement of a report with the other side's, as groups: their words are not data. */
const AGREEMENT_GROUPS: readonly Group[] = AGREEMENTS.map((id) => ({ id, record: id, label: id }))

/** The facet whose values a colouring gives colours to. */
export const COLOURED_FACET: Readonly<Record<Exclude<Colouring, 'overlap'>, CodedFacetKey>> = {
  party: 'by',
  accused: 'accused',
  kind: 'kind',
  agreement: 'agreement',
  dataset: 'dataset',
}

/** The groups of a colouring, in the order of rings, stacks and legends: that of the codes in Columns. */
export function groupsOf(
  { parties, accused, kinds, datasets = [], compared = [] }: Conflict,
  colouring: Colouring,
): readonly Group[] {
  const agreement = AGREEMENT_GROUPS
  const known = { party: parties, accused, kind: kinds, agreement, dataset: datasets }
  return { ...known, overlap: compared }[colouring]
}

/** In the order of the choice. The first is the usual one. */
export const COLOURINGS: readonly Colouring[] = [
  'party',
  'accused',
  'kind',
  'agreement',
  'dataset',
  'overlap',
]

/** Those that a conflict has groups for: kinds need colours, agreement needs two sides. */
export const colouringsOf = memoize((conflict: Conflict): readonly Colouring[] =>
  COLOURINGS.filter((colouring) => {
    if (colouring === 'kind') return conflict.kinds.every(({ colour }) => colour !== undefined)
    if (colouring === 'overlap') return conflict.compared !== undefined
    if (colouring === 'dataset') return conflict.datasets !== undefined
    return colouring !== 'agreement' || hasSides(conflict)
  }),
)

/** What a dataset is coloured by at first: who acts, or what happened where that is always one. */
export function firstColouring(dataset: Dataset): Colouring {
  const differ = (colouring: Colouring) => {
    const codes = groupCodes(dataset, colouring)
    return codes.some((code) => code !== codes[0])
  }
  const hasKinds = colouringsOf(dataset.conflict).includes('kind')
  return hasKinds && !differ('party') && differ('kind') ? 'kind' : 'party'
}

/** For each row the index of its group. Kinds with colours are one for each report. */
export function groupCodes({ columns }: Pick<Dataset, 'columns'>, colouring: Colouring): Codes {
  if (colouring === 'kind') return kindCodes(columns)
  if (colouring === 'overlap') return columns.overlap ?? columns.codes.dataset
  return columns.codes[COLOURED_FACET[colouring]]
}

const kindCodes = memoize(({ codes }: Dataset['columns']) =>
  Uint8Array.from(codes.kind, (bits) => 31 - Math.clz32(bits & -bits)),
)

/** The group of a row, whose colour it takes; undefined for a row that is not there. */
export function groupAt(dataset: Dataset, row: number, colouring: Colouring): GroupId | undefined {
  const code = groupCodes(dataset, colouring)[row] ?? -1
  return groupsOf(dataset.conflict, colouring)[code]?.id
}

export function countGroups(
  dataset: Dataset,
  { rows, certain }: SelectedRows,
  colouring: Colouring,
): GroupCounts {
  const codes = groupCodes(dataset, colouring)
  const counts = noneOf(dataset.conflict, colouring)
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] ?? -1
    addTo(counts, codes[row], certain[index] === 1, eventsOf(dataset.columns, row))
  }
  return counts
}

/**
 * The same for each area that has a report in the slice. A report that names several areas counts in
 * each, so that an area's groups add up to its count. `part`: all of its reports, or those that are
 * known to the district only.
 */
export function countGroupsByArea(
  dataset: Dataset,
  { rows, certain, areas }: Slice,
  colouring: Colouring,
  part: 'all' | 'districtOnly' = 'all',
): ReadonlyMap<AreaId, GroupCounts> {
  const { areaIds, columns, conflict } = dataset
  const { areaOffset, areaIndex } = columns
  const codes = groupCodes(dataset, colouring)
  const counts = areaIds.map(() => noneOf(conflict, colouring))
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] ?? 0
    const end = areaOffset[row + 1] ?? 0
    for (let at = areaOffset[row] ?? 0; at < end; at++) {
      const area = areaIndex[at] ?? -1
      if (part === 'districtOnly' && hasSiteIn(dataset, row, area)) continue
      const own = counts[area]
      if (own) addTo(own, codes[row], certain[index] === 1, eventsOf(columns, row))
    }
  }
  const entries = areaIds.map((id, area): [AreaId, GroupCounts | undefined] => [id, counts[area]])
  return new Map(entries.filter((entry): entry is [AreaId, GroupCounts] => areas.has(entry[0])))
}

/** The areas that any report names, in any slice. */
export const areasOnFile = memoize(({ areaIds, columns, whole }: Dataset): ReadonlySet<AreaId> => {
  if (whole) return whole.areas
  const { areaIndex } = columns
  const isNamed = new Uint8Array(areaIds.length)
  for (let at = 0; at < areaIndex.length; at++) isNamed[areaIndex[at] ?? -1] = 1
  return new Set(areaIds.filter((_, area) => isNamed[area] === 1))
})

export function sumGroups({ certain, possible }: GroupCounts): Count {
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
  return { certain: sum(certain), possible: sum(possible) }
}

export interface MutableCounts {
  readonly certain: number[]
  readonly possible: number[]
}

/** A zero for each group of a colouring. */
export function noneOf(conflict: Conflict, colouring: Colouring): MutableCounts {
  const groups = groupsOf(conflict, colouring)
  return { certain: groups.map(() => 0), possible: groups.map(() => 0) }
}

/** Counts the events of a row in the group of that code. */
export function addTo(
  counts: MutableCounts,
  code: number | undefined,
  certain: boolean,
  events: number,
): void {
  const column = certain ? counts.certain : counts.possible
  if (code !== undefined) column[code] = (column[code] ?? 0) + events
}
