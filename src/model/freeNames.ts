/**
 * Makes a function that returns each name as it is, or the first free one with a number after it,
 * from 2. Case does not tell names apart.
 */
export function freeNames(
  withNumber: (name: string, number: number) => string,
  taken: Iterable<string> = [],
): (name: string) => string {
  const used = new Set(Array.from(taken, (name) => name.toLowerCase()))
  /** The next number for a name: trying each again would take the square of them. */
  const nextOf = new Map<string, number>()
  return (wanted) => {
    const key = wanted.toLowerCase()
    let name = wanted
    let next = nextOf.get(key) ?? 2
    for (; used.has(name.toLowerCase()); next++) name = withNumber(wanted, next)
    nextOf.set(key, next)
    used.add(name.toLowerCase())
    return name
  }
}
