import type { Day, DayRange, Unit } from '../../../model/day'
import { splitWindow } from '../../../model/day'
import type { Failed } from '../../../query/conditions'
import { sumGroups } from '../../../query/groups'
import { timeSlices } from '../../../query/timeSlices'
import type { Dataset } from '../../../store/dataset'
import { filedBins } from '../bins'

/**
 * The days, weeks or months of a window in order of time, which can be switched off. Each has its
 * reports, whether it is on or off; `onFile` is false where no report at all is on file, which is
 * not zero; `on` is `mixed` if some of its days are off.
 */
export function dateSlices(
  dataset: Dataset,
  fails: Failed,
  window: DayRange,
  unit: Unit,
  off: ReadonlySet<Day>,
  possible = true,
) {
  return filedBins(dataset, fails, timeSlices(dataset, window, unit), { possible }).map((bin) => ({
    range: bin.range,
    count: sumGroups(bin),
    onFile: bin.onFile,
    on: onOf(bin.range, off),
  }))
}

function onOf(range: DayRange, off: ReadonlySet<Day>): boolean | 'mixed' {
  if (off.size === 0) return true
  const days = splitWindow(range, 'day')
  const count = days.filter(({ from }) => off.has(from)).length
  if (count === 0) return true
  return count === days.length ? false : 'mixed'
}
