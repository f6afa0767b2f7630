import type { CodedFacetKey } from '../model/facets'
import { PUBLISHED_FACETS } from '../publish/sortedReport'
import type { CountedRows } from './countedRows'
import { pickRows } from './joinRows'

/**
 * Counts without reports that were read, so that each report counts once. `read` has a row for each
 * of them; `left` are the columns of codes that the counts do not have.
 */
export function withoutRead(
  counts: CountedRows,
  read: CountedRows,
  left: readonly CodedFacetKey[],
): CountedRows {
  const keys = PUBLISHED_FACETS.filter((key) => !left.includes(key))
  const numbers = new Map<string, number>()
  for (let row = 0; row < read.length; row++) {
    const key = keyOf(read, keys, row)
    numbers.set(key, (numbers.get(key) ?? 0) + (read.number[row] ?? 0))
  }
  const days = new Set(read.firstDay)
  const number = counts.number.map((events, row) => {
    if (!days.has(counts.firstDay[row] ?? Number.NaN)) return events
    return events - (numbers.get(keyOf(counts, keys, row)) ?? 0)
  })
  const rows = Int32Array.from(number, (_, row) => row).filter((row) => (number[row] ?? 0) > 0)
  return pickRows({ ...counts, number }, rows)
}

function keyOf(
  { firstDay, lastDay, codes, areas, areaLists }: CountedRows,
  keys: readonly CodedFacetKey[],
  row: number,
): string {
  const list = areaLists?.[areas?.[row] ?? -1]
  return [firstDay[row], lastDay[row], ...keys.map((key) => codes[key][row]), list].join(' ')
}
