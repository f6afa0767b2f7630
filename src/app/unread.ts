import { computed } from '@preact/signals'
import { countable, needsReports } from '../folder/cellSlice'
import { estimateBytes } from '../folder/reportQuery'
import { NOT_LOCATED } from '../model/vocabulary'
import { eventsOf } from '../query/counts'
import { sliceDataset } from '../query/sliceDataset'
import * as state from './state'

/** A slice with more unread reports than this is too long to read. */
const MAX_READ = 100_000

/** The reports of the slice that is shown, as a question to a published folder. */
export const queryOfSlice = computed(() => {
  const { area } = state.chosen.value
  const areas = [...area].map((id) => (id === NOT_LOCATED ? '' : id))
  return { window: state.countedWindow.value, areas: area.size > 0 ? areas : null }
})

/** The reports of the slice that were counted but not read; null where there are none. */
export const unreadReports = computed(() => {
  const [shown, dataset, filter] = [state.folder.value, state.dataset.value, state.filter.value]
  const { unread } = dataset
  if (!shown || !unread) return null
  const { left } = shown.frame.conflict.published
  const needs = needsReports(filter, left)
  const slice =
    needs.length === 0 ? state.slice.value : sliceDataset(dataset, countable(filter, left))
  let count = 0
  for (const row of slice.rows) if (unread[row] === 1) count += eventsOf(dataset.columns, row)
  if (count === 0) return null
  return {
    count,
    /** Filters by which they are neither in the slice nor out of it. */
    needs,
    bytes: estimateBytes(shown.files, queryOfSlice.value),
    isTooLong: count > MAX_READ,
  }
})
