/** Numbers pairs of whole numbers, from 0 on in the order in which they are first met. */
export class PairInterner {
  /** By number. */
  readonly first: number[] = []
  readonly second: number[] = []
  /** An open hash table of numbers, at most half full; -1: free. */
  private slots = new Int32Array(1024).fill(-1)

  get count(): number {
    return this.first.length
  }

  numberOf(first: number, second: number): number {
    const slot = this.slotOf(first, second)
    const known = this.slots[slot] ?? -1
    if (known !== -1) return known
    const number = this.count
    this.first.push(first)
    this.second.push(second)
    this.slots[slot] = number
    if (this.count * 2 > this.slots.length) this.grow()
    return number
  }

  /** Where the pair stands, or would. */
  private slotOf(first: number, second: number): number {
    const mask = this.slots.length - 1
    const mixed = Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b)
    let slot = (mixed ^ (mixed >>> 15)) & mask
    for (;;) {
      const number = this.slots[slot] ?? -1
      if (number === -1) return slot
      if ((this.first[number] ?? 0) === first && (this.second[number] ?? 0) === second) return slot
      slot = (slot + 1) & mask
    }
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2).fill(-1)
    for (let number = 0; number < this.count; number++) {
      this.slots[this.slotOf(this.first[number] ?? 0, this.second[number] ?? 0)] = number
    }
  }
}
