/** A function of an object whose value is worked out once for each object, and kept as long as the object is. */
export interface Memoized<Key extends object, Value> {
  (key: Key): Value
  /** Takes a value that was worked out elsewhere, in a worker say. */
  keep(key: Key, value: Value): void
}

export function memoize<Key extends object, Value>(
  make: (key: Key) => Value,
): Memoized<Key, Value> {
  const known = new WeakMap<Key, { readonly value: Value }>()
  const once = (key: Key) => {
    const found = known.get(key) ?? { value: make(key) }
    known.set(key, found)
    return found.value
  }
  return Object.assign(once, {
    keep(key: Key, value: Value) {
      known.set(key, { value })
    },
  })
}
