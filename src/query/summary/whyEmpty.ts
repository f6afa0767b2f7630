import { intersect, splitWindow } from '../../model/day'
import { columnsOnFile, type Dataset } from '../../store/dataset'
import { isOnFile, spanOf } from '../../store/daysOnFile'
import type { Slice } from '../slice'

/**
 * Why a slice has no reports: there are none on file in its window, or only on dates that are
 * switched off, or the filters leave none.
 */
export type Emptiness = 'none' | 'off' | 'filtered'

/** Null for a slice with reports. */
export function whyEmpty(
  dataset: Pick<Dataset, 'columns' | 'whole'>,
  { rows, filter: { window, off } }: Pick<Slice, 'rows' | 'filter'>,
): Emptiness | null {
  if (rows.length > 0) return null
  const columns = columnsOnFile(dataset)
  const span = spanOf(columns)
  const days = span && intersect(window, span)
  if (!days || !isOnFile(columns, days)) return 'none'
  if (off.size === 0) return 'filtered'
  const isOn = splitWindow(days, 'day').some((day) => !off.has(day.from) && isOnFile(columns, day))
  return isOn ? 'filtered' : 'off'
}
