/** Rows by the hashes of their ids: finds one without reading others. Plain, so that it can be posted. */
export interface IdIndex {
  /** In ascending order. */
  readonly hashes: Float64Array
  /** For each, its row. */
  readonly rows: Int32Array
}

/** `rowOf`: the row of each id. */
export function indexIds(ids: readonly string[], rowOf: Int32Array): IdIndex {
  const unsorted = Float64Array.from(ids, hashText)
  const order = Int32Array.from(unsorted.keys()).sort(
    (a, b) => (unsorted[a] ?? 0) - (unsorted[b] ?? 0),
  )
  return {
    hashes: Float64Array.from(order, (index) => unsorted[index] ?? 0),
    rows: order.map((index) => rowOf[index] ?? 0),
  }
}

/** The row of an id; `idAt` reads the id of a row. */
export function findRow(
  { hashes, rows }: IdIndex,
  id: string,
  idAt: (row: number) => string | undefined,
): number | undefined {
  const hash = hashText(id)
  let [low, high] = [0, hashes.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((hashes[middle] ?? 0) < hash) low = middle + 1
    else high = middle
  }
  for (; hashes[low] === hash; low++) {
    const row = rows[low] ?? -1
    if (idAt(row) === id) return row
  }
  return undefined
}

/** 53 bits: two rounds of FNV-1a, so that hardly two of a million ids share one. */
function hashText(text: string): number {
  let [one, two] = [0x811c9dc5, 0x01000193]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    one = Math.imul(one ^ code, 0x01000193)
    two = Math.imul(two ^ (code + at), 0x85ebca6b)
  }
  return (two >>> 11) * 2 ** 32 + (one >>> 0)
}
