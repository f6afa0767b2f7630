import { sliceAround, splitWindow } from '../model/day'
import type { Dataset } from '../store/dataset'
import { totalOf } from './classes'
import { sumGroups } from './groups'
import { histogram } from './histogram'

/**
 * Counts the reports of each party in each month, from the first to the last month that any report
 * touches, whatever the filters, in the order of the conflict's parties. A report across the end of a month is possible in each month it touches. Without reports
 * there are no months.
 */
export function coverage(dataset: Dataset) {
  const { columns, span } = dataset
  if (!span) return []
  const months = splitWindow(
    { from: sliceAround(span.from, 'month').from, to: sliceAround(span.to, 'month').to },
    'month',
  )
  return histogram(dataset, new Uint32Array(columns.length), months).map((bin) => {
    const total = sumGroups(bin)
    return {
      month: bin.range,
      byParty: bin.certain.map((certain, party) => ({
        certain,
        possible: bin.possible[party] ?? 0,
      })),
      total,
      onFile: totalOf(total) > 0,
    }
  })
}
