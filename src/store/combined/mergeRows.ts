import type { Codes } from '../codes'
import type { Columns } from '../dataset'

/** For each row of several datasets together, its dataset and its row there. */
export interface RowOrder {
  readonly part: Codes
  readonly row: Int32Array
}

/** In display order: latest start first, then latest end, then the order of the datasets. */
export function mergeRows(
  parts: readonly Pick<Columns, 'length' | 'startMinute' | 'endMinute'>[],
): RowOrder {
  const length = parts.reduce((sum, each) => sum + each.length, 0)
  const part: Codes = new (parts.length > 2 ** 8 ? Uint16Array : Uint8Array)(length)
  const row = new Int32Array(length)
  const next = parts.map(() => 0)
  for (let at = 0; at < length; at++) {
    let first = -1
    for (let index = 0; index < parts.length; index++) {
      if ((next[index] ?? 0) >= (parts[index]?.length ?? 0)) continue
      if (first === -1 || isEarlier(index, first)) first = index
    }
    part[at] = first
    row[at] = next[first] ?? 0
    next[first] = (next[first] ?? 0) + 1
  }
  return { part, row }

  function isEarlier(a: number, b: number): boolean {
    const [one, other] = [parts[a], parts[b]]
    const [x, y] = [next[a] ?? 0, next[b] ?? 0]
    const starts = (one?.startMinute[x] ?? 0) - (other?.startMinute[y] ?? 0)
    return starts > 0 || (starts === 0 && (one?.endMinute[x] ?? 0) > (other?.endMinute[y] ?? 0))
  }
}
