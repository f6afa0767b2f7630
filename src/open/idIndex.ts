/** Rows by the hashes of their ids: finds one without reading others. Plain, so that it can be posted. */
export interface IdIndex {
  readonly length: number
  /** Of each row its hash times `length`, and its number; in ascending order. */
  readonly keys: Float64Array
}

/** `rowOf`: the row of each id. */
export function indexIds(ids: readonly string[], rowOf: Int32Array): IdIndex {
  const { length } = ids
  const keys = Float64Array.from(
    ids,
    (id, index) => hashFor(id, length) * length + (rowOf[index] ?? 0),
  )
  return { length, keys: keys.sort() }
}

/** The row of an id; `idAt` reads the id of a row. */
export function findRow(
  { length, keys }: IdIndex,
  id: string,
  idAt: (row: number) => string | undefined,
): number | undefined {
  const least = hashFor(id, length) * length
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((keys[middle] ?? 0) < least) low = middle + 1
    else high = middle
  }
  for (; low < length; low++) {
    const row = (keys[low] ?? 0) - least
    if (row >= length) break
    if (idAt(row) === id) return row
  }
  return undefined
}

/**
 * A hash that is exact with a row number below it: two rounds of FNV-1a, so that few of a million
 * ids share one.
 */
function hashFor(text: string, length: number): number {
  let [one, two] = [0x811c9dc5, 0x01000193]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    one = Math.imul(one ^ code, 0x01000193)
    two = Math.imul(two ^ (code + at), 0x85ebca6b)
  }
  const hash = (two >>> 11) * 2 ** 32 + (one >>> 0)
  return hash % Math.floor(2 ** 53 / Math.max(1, length))
}
