/** Makes a function that computes its value once for each object, and keeps it as long as that. */
export function memoize<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>()
  return (key) => {
    const found = known.get(key) ?? { value: make(key) }
    known.set(key, found)
    return found.value
  }
}

/** Texts that a cache holds: files repeat their names, dates and sources, but need not. */
const MAX_TEXTS = 20_000

/** Makes a function of a text that computes each value once. */
export function memoizeText<Value>(make: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const own = copyText(text)
    const made = make(own)
    if (known.size < MAX_TEXTS) known.set(own, made)
    return made
  }
}

/** Copies a text, so that it does not keep the text it was cut from in memory. */
export function copyText(text: string): string {
  return ` ${text}`.slice(1)
}
