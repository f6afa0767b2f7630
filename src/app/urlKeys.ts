import type { Day } from '../model/day'
import { formatSlice, lengthOf, sliceAround, splitWindow } from '../model/day'
import { memoize } from '../model/memoize'
import { FRAME_PARTS, type FramePart, USUAL_FRAME, type View } from '../model/view'

/** A key of the address: how its value is written, read and checked. */
export interface Key {
  /** The value for the address, or null to leave the key out. */
  readonly write: () => string | null
  /** Sets the state; returns false for an invalid value. */
  readonly read: (value: string) => boolean
  /** Resets the state to what an address without the key means. */
  readonly reset: () => void
}

interface Settable<T> {
  value: T
}

/** A value as it is; the usual one is not written. */
export function word<T extends string | null>(
  signal: Settable<T>,
  usual: T,
  isKnown: (value: string) => boolean,
): Key {
  return {
    write: () => (signal.value === usual ? null : signal.value),
    read: (value) => {
      if (!isKnown(value)) return false
      signal.value = value as T
      return true
    },
    reset: () => {
      signal.value = usual
    },
  }
}

/** One of a few words; the usual one is not written. */
export function choice<T extends string | null>(
  signal: Settable<T>,
  values: readonly NonNullable<T>[],
  usual: T,
): Key {
  return word(signal, usual, (value) => values.some((known) => known === value))
}

/** 1 or 0; the usual one is not written. */
export function flag(signal: Settable<boolean>, usual: boolean): Key {
  return {
    write: () => (signal.value === usual ? null : String(Number(signal.value))),
    read: (value) => {
      signal.value = value === '0' || value === '1' ? value === '1' : usual
      return value === '0' || value === '1'
    },
    reset: () => {
      signal.value = usual
    },
  }
}

/** A number that is not negative; what it is at first is not written. */
export function amount(signal: Settable<number>): Key {
  const usual = signal.value
  return {
    write: () => (signal.value === usual ? null : String(signal.value)),
    read: (value) => {
      const isAmount = /^\d{1,6}(\.\d{1,3})?$/.test(value)
      if (isAmount) signal.value = Number(value)
      return isAmount
    },
    reset: () => {
      signal.value = usual
    },
  }
}

/** A comma list of ids. Known ids are kept even if another is unknown. */
export function list(
  signal: Settable<ReadonlySet<string>>,
  isKnown: (id: string) => boolean,
  isSingle = false,
): Key {
  return {
    write: () => [...signal.value].sort().join(',') || null,
    read: (value) => {
      const ids = isSingle ? [value] : value.split(',')
      signal.value = new Set(ids.filter(isKnown))
      return ids.every(isKnown)
    },
    reset: () => {
      signal.value = new Set()
    },
  }
}

/** What is around the map, where it is embedded: some of a few words, or `none`. */
export function frame(
  parts: Settable<ReadonlySet<FramePart>>,
  embed: { readonly value: boolean },
): Key {
  return {
    write: () => (embed.value ? encodeFrame(parts.value) : null),
    read: (value) => {
      const words = value === 'none' ? [] : value.split(',')
      parts.value = new Set(FRAME_PARTS.filter((part) => words.includes(part)))
      return words.length === parts.value.size
    },
    reset: () => {
      parts.value = new Set(USUAL_FRAME)
    },
  }
}

/** What is around an embedded map; null where that is the usual. */
export function encodeFrame(parts: ReadonlySet<FramePart>): string | null {
  const words = FRAME_PARTS.filter((part) => parts.has(part)).join(',')
  return words === USUAL_FRAME.join(',') ? null : words || 'none'
}

/**
 * A file: `browser:ID` for one stored in this browser, else a path on this site, relative to the
 * page. Addresses of other sites are not accepted. `areSeveral`: a comma list of them.
 */
export function place(signal: Settable<string | null>, areSeveral = false): Key {
  return word(signal, null, (value) => (areSeveral ? value.split(',') : [value]).every(isPlace))
}

function isPlace(value: string): boolean {
  return /^(?![\\/]{2})[^:\\]+$|^browser:[a-z0-9]+$/.test(value)
}

/** Whole months and ISO weeks by name, the other days individually, in order of time. */
export const encodeDays = memoize((days: ReadonlySet<Day>): string => {
  const rest = [...days].sort((a, b) => a - b)
  const parts: string[] = []
  for (let index = 0; index < rest.length; ) {
    const day = rest[index] as Day
    const unit = (['month', 'week', 'day'] as const).find((candidate) => {
      const whole = sliceAround(day, candidate)
      return whole.from === day && splitWindow(whole, 'day').every(({ from }) => days.has(from))
    })
    parts.push(formatSlice(day, unit ?? 'day'))
    index += lengthOf(sliceAround(day, unit ?? 'day'))
  }
  return parts.join(',')
})

/** The position of the map. */
export function camera(signal: Settable<View | null>): Key {
  return {
    write: () => signal.value && encodeView(signal.value),
    read: (value) => {
      signal.value = decodeView(value)
      return signal.value !== null
    },
    reset: () => {
      signal.value = null
    },
  }
}

/** `zoom/lat/lon`. */
function encodeView({ zoom, lat, lon }: View): string {
  return `${zoom.toFixed(2)}/${lat.toFixed(4)}/${lon.toFixed(4)}`
}

/** Reads what `encodeView` writes; null for anything else or out of range. */
function decodeView(value: string): View | null {
  const parts = value.split('/').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  const [zoom = Number.NaN, lat = Number.NaN, lon = Number.NaN] = parts
  const ok =
    parts.length === 3 && zoom >= 0 && zoom <= 24 && Math.abs(lat) <= 90 && Math.abs(lon) <= 180
  return ok ? { zoom, lat, lon } : null
}

/** Keeps commas and slashes readable; the rest is percent-encoded. */
export function encodeValue(value: string): string {
  return encodeURIComponent(value)
    .replaceAll('%2C', ',')
    .replaceAll('%2F', '/')
    .replaceAll('%3A', ':')
}
