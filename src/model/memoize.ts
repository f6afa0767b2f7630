/**
 * A function of an object whose value is computed once per object and cached while the object
 * lives.
 */
export interface Memoized<Key extends object, Value> {
  (key: Key): Value
  /** Stores a value that was computed elsewhere, for example in a worker. */
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
