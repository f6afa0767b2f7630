/** The memory of all typed arrays in a plain value, to be handed over instead of copied. */
export function buffersIn(value: unknown): ArrayBuffer[] {
  const buffers = new Set<ArrayBufferLike>()
  const collect = (each: unknown) => {
    if (ArrayBuffer.isView(each)) buffers.add(each.buffer)
    else if (typeof each === 'object' && each !== null) Object.values(each).forEach(collect)
  }
  collect(value)
  return [...buffers].filter((buffer) => buffer instanceof ArrayBuffer)
}
