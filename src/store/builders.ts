/** The typed arrays that columns are made of. */
export type Numbers = Int32Array | Uint32Array | Uint16Array | Uint8Array | Float64Array
export type Make<N extends Numbers> = new (length: number) => N

/** The values at some indices, in their order, in a type of array that holds them all. */
export function pick<N extends Numbers>(
  values: readonly number[],
  indices: Int32Array,
  make: Make<N>,
): N {
  const picked = new make(indices.length)
  for (let at = 0; at < indices.length; at++) picked[at] = values[indices[at] ?? 0] ?? 0
  return picked
}

/** A column with several values per row: those of row r are `index[offset[r] .. offset[r + 1])`. */
export class ListBuilder {
  private readonly ends: number[] = []
  private readonly values: number[] = []

  push(value: number): void {
    this.values.push(value)
  }

  endRow(): void {
    this.ends.push(this.values.length)
  }

  picked<N extends Numbers>(
    rows: Int32Array,
    make: Make<N>,
  ): { readonly offset: Int32Array; readonly index: N } {
    const { ends, values } = this
    const offset = new Int32Array(rows.length + 1)
    const index = new make(values.length)
    let length = 0
    for (let place = 0; place < rows.length; place++) {
      const row = rows[place] ?? 0
      for (let at = ends[row - 1] ?? 0; at < (ends[row] ?? 0); at++) {
        index[length++] = values[at] ?? 0
      }
      offset[place + 1] = length
    }
    return { offset, index: index.length === length ? index : (index.slice(0, length) as N) }
  }
}
