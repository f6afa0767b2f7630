/** A value that is computed on first use and cached. */
export function lazy<Value>(work: () => Value): () => Value {
  let kept: { readonly value: Value } | null = null
  return () => {
    kept ??= { value: work() }
    return kept.value
  }
}
