/**
 * Ids of several datasets as those of one. An id that an earlier dataset has too gets the dataset's
 * own id in front; all others stay as they are.
 */
export class IdSpace<Id extends string> {
  /** `owners`: the id of each dataset. `has`: whether one of them has an id. */
  constructor(
    private readonly owners: readonly string[],
    private readonly has: (owner: number, id: Id) => boolean,
  ) {}

  /** The id among all datasets of one that a dataset has. */
  shared(owner: number, id: Id): Id {
    return this.isTaken(owner, id) ? (`${this.owners[owner]}-${id}` as Id) : id
  }

  /** Whose id it is, and which there; undefined if no dataset has it. */
  find(shared: Id): { readonly owner: number; readonly id: Id } | undefined {
    const first = this.owners.findIndex((_, owner) => this.has(owner, shared))
    if (first !== -1) return { owner: first, id: shared }
    for (const [owner, name] of this.owners.entries()) {
      if (!shared.startsWith(`${name}-`)) continue
      const id = shared.slice(name.length + 1) as Id
      if (this.has(owner, id) && this.isTaken(owner, id)) return { owner, id }
    }
    return undefined
  }

  private isTaken(owner: number, id: Id): boolean {
    for (let earlier = 0; earlier < owner; earlier++) if (this.has(earlier, id)) return true
    return false
  }
}
