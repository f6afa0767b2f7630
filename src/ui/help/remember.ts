import { type Signal, signal } from '@preact/signals'

/** A yes or no of this browser's user. */
export interface Remembered {
  readonly is: Signal<boolean>
  set(value: boolean): void
}

/** Keeps an answer in this browser; where it stores nothing, until the page is closed. */
export function remember(name: string): Remembered {
  const key = `contactline-${name}`
  const is = signal(isStored(key))
  return {
    is,
    set(value) {
      is.value = value
      try {
        if (value) localStorage.setItem(key, 'yes')
        else localStorage.removeItem(key)
      } catch {
        // Private windows and strict settings: nothing is lost but the memory.
      }
    },
  }
}

function isStored(key: string): boolean {
  try {
    return localStorage.getItem(key) !== null
  } catch {
    return false
  }
}
