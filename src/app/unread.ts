import { computed } from '@preact/signals'
import { countable, needsReports } from '../folder/cellSlice'
import { estimateBytes, type ReportQuery } from '../folder/reportQuery'
import type { AreaId } from '../model/ids'
import { NOT_LOCATED } from '../model/vocabulary'
import { eventsOf } from '../query/counts'
import { rowsInArea } from '../query/rowsAtPlace'
import type { SelectedRows } from '../query/selectRows'
import { sliceDataset } from '../query/sliceDataset'
import * as state from './state'

/** A slice with more unread reports than this is too long to read. */
const MAX_READ = 100_000

/** Reports that were counted but not read. */
export interface Unread {
  readonly count: number
  /** Filters by which they are neither in the slice nor out of it. */
  readonly needs: ReturnType<typeof needsReports>
  /** What would read them, and about how many bytes that is. */
  readonly query: ReportQuery
  readonly bytes: number
  readonly isTooLong: boolean
}

/** Those of the slice; null where there are none. */
export const unreadReports = computed(() => {
  const [shown, dataset, filter] = [state.folder.value, state.dataset.value, state.filter.value]
  if (!shown || !dataset.unread) return null
  const { left } = shown.frame.conflict.published
  const needs = needsReports(filter, left)
  const slice =
    needs.length === 0 ? state.slice.value : sliceDataset(dataset, countable(filter, left))
  const { area } = filter.chosen
  return describe(slice, area.size > 0 ? [...area].map(areaOf) : null, needs)
})

/** Those of the slice in an area, or nowhere (NOT_LOCATED). */
export function unreadIn(area: AreaId): Unread | null {
  return describe(rowsInArea(state.dataset.value, state.slice.value, area), [areaOf(area)], [])
}

function describe(
  { rows }: Pick<SelectedRows, 'rows'>,
  areas: readonly string[] | null,
  needs: Unread['needs'],
): Unread | null {
  const { unread, columns } = state.dataset.value
  let count = 0
  for (const row of rows) if (unread?.[row] === 1) count += eventsOf(columns, row)
  if (count === 0) return null
  const query = { window: state.countedWindow.value, areas }
  const bytes = estimateBytes(state.folder.value?.files ?? [], query)
  return { count, needs, query, bytes, isTooLong: count > MAX_READ }
}

/** In files, reports that are nowhere have an empty area. */
function areaOf(id: string): string {
  return id === NOT_LOCATED ? '' : id
}
