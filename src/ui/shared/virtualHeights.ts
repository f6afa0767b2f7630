/** Layout gives heights in fractions of a px; less than this is no change. */
const SAME = 0.1

/**
 * Heights of the rows of a long list, px: measured where a row has been drawn, the same estimate elsewhere. How much the
 * measured ones differ from it is kept in a Fenwick tree (P. M. Fenwick 1994, doi:10.1002/spe.4380240306) of which
 * only the nodes in use are there: a million rows that nobody has looked at take no memory.
 */
export class RowHeights {
  private readonly measured = new Map<number, number>()
  /** Of node n: by how much the `n & -n` rows that end before row n are higher than estimated. */
  private readonly tree = new Map<number, number>()

  /** `estimate` is more than 0. */
  constructor(
    readonly count: number,
    private readonly estimate: number,
  ) {}

  /** Of all rows together. */
  get total(): number {
    return this.topOf(this.count)
  }

  heightOf(row: number): number {
    return this.measured.get(row) ?? this.estimate
  }

  /** Where a row begins, from the top of the list; for `count`, where the last one ends. */
  topOf(row: number): number {
    let top = row * this.estimate
    for (let node = row; node > 0; node &= node - 1) top += this.tree.get(node) ?? 0
    return top
  }

  /** The row so far from the top; beyond the ends the first or the last one; -1 in a list without rows. */
  rowAt(offset: number): number {
    let row = 0
    let rest = offset
    for (let step = 2 ** Math.floor(Math.log2(this.count)); step >= 1; step /= 2) {
      const height = step * this.estimate + (this.tree.get(row + step) ?? 0)
      if (row + step > this.count || height > rest) continue
      row += step
      rest -= height
    }
    return Math.min(row, this.count - 1)
  }

  /** Takes in how high a row has been drawn, more than 0. */
  measure(row: number, height: number): void {
    const higher = height - this.heightOf(row)
    if (Math.abs(higher) < SAME) return
    this.measured.set(row, height)
    for (let node = row + 1; node <= this.count; node += node & -node) {
      this.tree.set(node, (this.tree.get(node) ?? 0) + higher)
    }
  }
}
