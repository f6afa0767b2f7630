/** The typed arrays that columns are made of. */
export type Numbers = Int32Array | Uint32Array | Uint16Array | Uint8Array | Float64Array

/** A column whose length is not known before its last row is read. */
export class Growing<N extends Numbers> {
  length = 0
  private values: N

  constructor(private readonly make: new (length: number) => N) {
    this.values = new make(1024)
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const longer = new this.make(this.length * 2)
      longer.set(this.values)
      this.values = longer
    }
    this.values[this.length++] = value
  }

  at(index: number): number {
    return this.values[index] ?? 0
  }

  /** A copy of exactly its values. */
  all(): N {
    return this.values.slice(0, this.length) as N
  }

  /** Its values at the places given, in their order. */
  picked(places: Int32Array): N {
    const picked = new this.make(places.length)
    for (let index = 0; index < places.length; index++) {
      picked[index] = this.values[places[index] ?? 0] ?? 0
    }
    return picked
  }
}

/** A column with several values a row: those of row r are `index[offset[r] .. offset[r + 1])`. */
export class GrowingLists<N extends Numbers> {
  private readonly ends = new Growing(Int32Array)
  private readonly values: Growing<N>

  constructor(private readonly make: new (length: number) => N) {
    this.values = new Growing(make)
  }

  /** Adds a value to the row that is being made. */
  push(value: number): void {
    this.values.push(value)
  }

  /** Ends the row that is being made. */
  endRow(): void {
    this.ends.push(this.values.length)
  }

  /** The lists of the rows given, in their order. */
  picked(rows: Int32Array): { readonly offset: Int32Array; readonly index: N } {
    const offset = new Int32Array(rows.length + 1)
    const index = new this.make(this.values.length)
    let length = 0
    for (let place = 0; place < rows.length; place++) {
      const row = rows[place] ?? 0
      const end = this.ends.at(row)
      for (let at = row === 0 ? 0 : this.ends.at(row - 1); at < end; at++) {
        index[length++] = this.values.at(at)
      }
      offset[place + 1] = length
    }
    return { offset, index: index.length === length ? index : (index.slice(0, length) as N) }
  }
}
