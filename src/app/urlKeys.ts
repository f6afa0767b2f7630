import type { Day, DayRange } from '../model/day'
import { addDays, formatSlice, lengthOf, sliceAround } from '../model/day'
import type { View } from '../model/view'

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

/** One of a few words; the default is not written. */
export function choice<T extends string | null>(
  signal: Settable<T>,
  values: readonly NonNullable<T>[],
  usual: T,
): Key {
  return {
    write: () => (signal.value === usual ? null : signal.value),
    read: (value) => {
      const found = values.find((known) => known === value)
      if (found === undefined) return false
      signal.value = found
      return true
    },
    reset: () => {
      signal.value = usual
    },
  }
}

/** On with `1`; `0` and no key are off. */
export function flag(signal: Settable<boolean>): Key {
  return {
    write: () => (signal.value ? '1' : null),
    read: (value) => {
      signal.value = value === '1'
      return value === '1' || value === '0'
    },
    reset: () => {
      signal.value = false
    },
  }
}

/** A comma list of ids. Known ids are kept even if another is unknown. */
export function list<T extends string>(
  signal: Settable<ReadonlySet<T>>,
  isKnown: (id: string) => boolean,
): Key {
  return {
    write: () => [...signal.value].sort().join(',') || null,
    read: (value) => {
      const ids = value.split(',')
      signal.value = new Set(ids.filter(isKnown) as T[])
      return ids.every(isKnown)
    },
    reset: () => {
      signal.value = new Set()
    },
  }
}

/**
 * A file: `browser:ID` for one stored in this browser, else a path on this site, relative to the
 * page. Addresses of other sites are not accepted.
 */
export function place(signal: Settable<string | null>): Key {
  return {
    write: () => signal.value,
    read: (value) => {
      const isPath = /^(?![\\/]{2})[^:\\]+$/.test(value)
      if (!isPath && !/^browser:[a-z0-9]+$/.test(value)) return false
      signal.value = value
      return true
    },
    reset: () => {
      signal.value = null
    },
  }
}

/** Every day of a range, in order. */
function daysIn(range: DayRange): Day[] {
  return Array.from({ length: lengthOf(range) }, (_, index) => addDays(range.from, index))
}

/** Whole months and ISO weeks by name, the other days individually, in order of time. */
export function encodeDays(days: ReadonlySet<Day>): string {
  const rest = [...days].sort((a, b) => a - b)
  const parts: string[] = []
  for (let index = 0; index < rest.length; ) {
    const day = rest[index] as Day
    const unit = (['month', 'week', 'day'] as const).find((candidate) => {
      const whole = sliceAround(day, candidate)
      return whole.from === day && daysIn(whole).every((each) => days.has(each))
    })
    parts.push(formatSlice(day, unit ?? 'day'))
    index += lengthOf(sliceAround(day, unit ?? 'day'))
  }
  return parts.join(',')
}

/** `zoom/lat/lon`. */
export function encodeView({ zoom, lat, lon }: View): string {
  return `${zoom.toFixed(2)}/${lat.toFixed(4)}/${lon.toFixed(4)}`
}

/** Reads what `encodeView` writes; null for anything else or out of range. */
export function decodeView(value: string): View | null {
  const parts = value.split('/')
  const [zoom = Number.NaN, lat = Number.NaN, lon = Number.NaN] = parts.map((part) =>
    part.trim() === '' ? Number.NaN : Number(part),
  )
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
