import { COUNT_FIELDS } from '../model/fields'
import type { AreaId } from '../model/ids'
import { MINUTES_PER_DAY } from '../model/interval'
import type { PublishedConflict } from '../publish/publishedFolder'
import { APPROXIMATE } from '../publish/sortedReport'
import { type Columns, type Dataset, NO_AREA, type Sites } from '../store/dataset'
import type { CountedRows } from './countedRows'

/** What all datasets of a published folder share. */
export interface FolderFrame extends Pick<Dataset, 'areas' | 'span'> {
  readonly conflict: PublishedConflict
}

/**
 * Rows of counts, in display order, as rows of a dataset: each is as many events as it counts, and
 * none has a report to show. Rows of cells have a site each.
 */
export function countedDataset(rows: CountedRows, { conflict, areas, span }: FolderFrame): Dataset {
  const { length, firstDay: startDay, lastDay: endDay, codes, number: events } = rows
  const sites = sitesOf(rows)
  const areaIds: readonly AreaId[] = [...areas.keys()]
  const none = new Int32Array(length).fill(-1)
  const columns: Columns = {
    length,
    startMinute: startDay.map((day) => day * MINUTES_PER_DAY),
    endMinute: endDay.map((day) => (day + 1) * MINUTES_PER_DAY - 1),
    startDay,
    endDay,
    codes,
    counts: Object.fromEntries(COUNT_FIELDS.map((name) => [name, none])) as Columns['counts'],
    events,
    notAdded: new Uint8Array(length),
    ...areaColumns(rows, areaIds),
    sourceOffset: new Int32Array(length + 1),
    sourceIndex: new Int32Array(0),
    denialSource: none,
    siteOffset: Int32Array.from({ length: length + 1 }, (_, row) => Math.min(row, sites.length)),
    siteIndex: Int32Array.from({ length: sites.length }, (_, site) => site),
    direction: new Uint8Array(length),
    originOffset: new Int32Array(length + 1),
    originIndex: new Int32Array(0),
  }
  return {
    conflict,
    columns,
    incidents: { length, at: () => undefined },
    places: [],
    areas,
    areaIds,
    sources: new Map(),
    sourceOrder: [],
    sourceIndexOf: new Map(),
    sites,
    origins: [],
    rowOf: new Map(),
    pairsOf: () => [],
    issues: [],
    span,
  }
}

/** The areas of each row, as `Columns` has them. */
export function areaColumns(
  { length, areas, areaLists = [] }: CountedRows,
  ids: readonly AreaId[],
): Pick<Columns, 'areaOffset' | 'areaIndex' | 'areaApproximate'> {
  const places = new Map(ids.map((id, index) => [id as string, index]))
  const lists = areaLists.map((list) =>
    list.split(' ').flatMap((word) => {
      const isApproximate = word.endsWith(APPROXIMATE)
      const index = places.get(isApproximate ? word.slice(0, -APPROXIMATE.length) : word)
      return index === undefined ? [] : { index, isApproximate }
    }),
  )
  const areaOffset = new Int32Array(length + 1)
  for (let row = 0; row < length; row++) {
    areaOffset[row + 1] = (areaOffset[row] ?? 0) + (lists[areas?.[row] ?? -1]?.length ?? 0)
  }
  const areaIndex = new Uint16Array(areaOffset[length] ?? 0)
  const areaApproximate = new Uint8Array(areaIndex.length)
  for (let row = 0; row < length; row++) {
    let at = areaOffset[row] ?? 0
    for (const { index, isApproximate } of lists[areas?.[row] ?? -1] ?? []) {
      areaIndex[at] = index
      areaApproximate[at++] = isApproximate ? 1 : 0
    }
  }
  return { areaOffset, areaIndex, areaApproximate }
}

function sitesOf({ lon = new Float64Array(0), lat = new Float64Array(0) }: CountedRows): Sites {
  const { length } = lon
  const area = new Uint16Array(length).fill(NO_AREA)
  return { length, lon, lat, area, names: { length, at: () => '' } }
}
