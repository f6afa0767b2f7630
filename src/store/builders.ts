/** The typed arrays that columns come to. */
export type Numbers = Int32Array | Uint32Array | Uint16Array | Uint8Array | Float64Array
export type Make<N extends Numbers> = new (length: number) => N

const FIRST_LENGTH = 1024

/**
 * Whole numbers of 32 bits whose count is not known before the last. All are kept alike until then: a method that meets
 * several kinds of array is many times slower than one that meets one.
 */
export class Int32Builder {
  length = 0
  private values = new Int32Array(FIRST_LENGTH)

  push(value: number): void {
    if (this.length === this.values.length) {
      const longer = new Int32Array(this.length * 2)
      longer.set(this.values)
      this.values = longer
    }
    this.values[this.length++] = value
  }

  at(index: number): number {
    return this.values[index] ?? 0
  }

  /** A copy of its values in a type of array that holds them all. */
  all<N extends Numbers>(make: Make<N>): N {
    const all = new make(this.length)
    all.set(this.values.subarray(0, this.length))
    return all
  }

  /** Its values at the places given, in their order. */
  picked<N extends Numbers>(places: Int32Array, make: Make<N>): N {
    const picked = new make(places.length)
    for (let index = 0; index < places.length; index++) {
      picked[index] = this.values[places[index] ?? 0] ?? 0
    }
    return picked
  }
}

/** The same for fractions. */
export class Float64Builder {
  length = 0
  private values = new Float64Array(FIRST_LENGTH)

  push(value: number): void {
    if (this.length === this.values.length) {
      const longer = new Float64Array(this.length * 2)
      longer.set(this.values)
      this.values = longer
    }
    this.values[this.length++] = value
  }

  picked(places: Int32Array): Float64Array {
    return Float64Array.from(places, (place) => this.values[place] ?? 0)
  }
}

/** A column with several values a row: those of row r are `index[offset[r] .. offset[r + 1])`. */
export class ListBuilder {
  private readonly ends = new Int32Builder()
  private readonly values = new Int32Builder()

  /** Adds a value to the row that is being made. */
  push(value: number): void {
    this.values.push(value)
  }

  /** Ends the row that is being made. */
  endRow(): void {
    this.ends.push(this.values.length)
  }

  /** The lists of the rows given, in their order. */
  picked<N extends Numbers>(
    rows: Int32Array,
    make: Make<N>,
  ): { readonly offset: Int32Array; readonly index: N } {
    const offset = new Int32Array(rows.length + 1)
    const index = new make(this.values.length)
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
