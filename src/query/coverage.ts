import type { Dataset } from '../store/dataset'
import { totalOf } from './classes'
import { sumGroups } from './groups'
import { histogram } from './histogram'
import { tableUnit, wholeSlices } from './timeSlices'

/**
 * Counts the reports of each party in each month (each year of very many), from the first to the
 * last that any report touches, whatever the filters, in the order of the conflict's parties. A
 * report across the end of a month is possible in each month it touches. Without reports there are
 * no months.
 */
export function coverage({ whole, ...rows }: Dataset) {
  const dataset = whole?.overview ?? rows
  const { columns, span } = dataset
  if (!span) return []
  const ranges = wholeSlices(span, tableUnit(span))
  return histogram(dataset, new Uint32Array(columns.length), ranges).map((bin) => {
    const total = sumGroups(bin)
    return {
      range: bin.range,
      byParty: bin.certain.map((certain, party) => ({
        certain,
        possible: bin.possible[party] ?? 0,
      })),
      total,
      onFile: totalOf(total) > 0,
    }
  })
}
