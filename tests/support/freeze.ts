/**
 * Freezes a value all the way down and gives it back, so that code which changes its input throws.
 * Maps and sets lose their changing methods. Typed arrays cannot be frozen and are left as they are.
 */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  if (ArrayBuffer.isView(value)) return value
  if (value instanceof Map || value instanceof Set) {
    for (const name of ['set', 'add', 'delete', 'clear']) {
      if (name in value) Object.defineProperty(value, name, { value: refuse })
    }
    for (const [key, held] of value.entries()) {
      deepFreeze(key)
      deepFreeze(held)
    }
  }
  Object.freeze(value)
  for (const held of Object.values(value)) deepFreeze(held)
  return value
}

function refuse(): never {
  throw new TypeError('a frozen map or set was changed')
}
