import { batch } from '@preact/signals'
import type { DayRange } from '../model/day'
import { formatDay, parseDay } from '../model/day'
import type { AreaId, IncidentId } from '../model/ids'
import { FILTER_IDS, isOneOf, isSlug, readDays } from '../query/filterValues'
import { COLOURINGS } from '../query/groups'
import * as state from './state'
import {
  choice,
  decodeView,
  encodeDays,
  encodeValue,
  encodeView,
  type Key,
  list,
  place,
} from './urlKeys'

/**
 * The state in the address: one table of keys. A value that cannot be read is ignored and told to the
 * reader; it never makes an error page.
 */
const KEYS: Readonly<Record<string, Key>> = {
  from: {
    write: () => (state.firstVisit.value ? null : formatDay(state.timeWindow.value.from)),
    read: (value) => setEnd('from', value),
    reset: () => {
      state.timeWindow.value = state.FIRST_WINDOW
      state.firstVisit.value = true
    },
  },
  to: {
    write: () => (state.firstVisit.value ? null : formatDay(state.timeWindow.value.to)),
    read: (value) => setEnd('to', value),
    reset: () => {},
  },
  off: {
    write: () => encodeDays(state.off.value) || null,
    read: (value) => {
      const { days, unknown } = readDays(value)
      state.off.value = days
      return unknown.length === 0
    },
    reset: () => {
      state.off.value = new Set()
    },
  },
  data: place(state.dataKey),
  boundaries: place(state.boundariesKey),
  unit: choice(state.unit, ['day', 'week', 'month', 'all'], 'day'),
  area: list(state.areas, isSlug),
  by: list(state.by, isOneOf('by')),
  accused: list(state.accused, isOneOf('accused')),
  kind: list(state.kinds, isOneOf('kind')),
  denied: choice(state.denied, FILTER_IDS.denied, null),
  placement: list(state.placements, isOneOf('placement')),
  agreement: list(state.agreements, isOneOf('agreement')),
  source: list(state.sources, isSlug),
  possible: {
    write: () => (state.possible.value ? null : '0'),
    read: (value) => {
      state.possible.value = value !== '0'
      return value === '0' || value === '1'
    },
    reset: () => {
      state.possible.value = true
    },
  },
  q: {
    write: () => state.query.value || null,
    read: (value) => {
      state.query.value = value
      return true
    },
    reset: () => {
      state.query.value = ''
    },
  },
  panel: choice(state.panel, ['reports', 'claims', 'sources'], 'reports'),
  colour: choice(state.colouring, COLOURINGS, 'party'),
  incident: {
    write: () => (state.selection.value?.kind === 'incident' ? state.selection.value.id : null),
    read: (value) => {
      state.selection.value = { kind: 'incident', id: value as IncidentId }
      return true
    },
    reset: () => {
      state.selection.value = null
    },
  },
  district: {
    write: () => (state.selection.value?.kind === 'area' ? state.selection.value.id : null),
    read: (value) => {
      state.selection.value = { kind: 'area', id: value as AreaId }
      return true
    },
    reset: () => {},
  },
  view: {
    write: () => state.view.value && encodeView(state.view.value),
    read: (value) => {
      state.view.value = decodeView(value)
      return state.view.value !== null
    },
    reset: () => {
      state.view.value = null
    },
  },
  theme: choice(state.themeChoice, ['light', 'dark'], null),
  lang: choice(state.lang, ['en', 'az', 'hy', 'ru'], 'en'),
  base: {
    write: () => (state.base.value === 'embedded' ? null : state.base.value),
    read: (value) => {
      if (!isSlug(value)) return false
      state.base.value = value
      return true
    },
    reset: () => {
      state.base.value = 'embedded'
    },
  },
  hide: list(state.hiddenLayers, (id) => /^[a-z]+$/.test(id)),
  embed: {
    write: () => (state.embed.value ? '1' : null),
    read: (value) => {
      state.embed.value = value === '1'
      return value === '1' || value === '0'
    },
    reset: () => {
      state.embed.value = false
    },
  },
}

/** What reading an address leaves to settle. */
export interface UrlReading {
  /** A sentence for each value that could not be read. */
  readonly problems: readonly string[]
  /** The end of the window that the address leaves open, to be filled from the data. */
  readonly openEnd: keyof DayRange | null
}

/** Sets the state from an address's query. */
export function readUrl(search: string): UrlReading {
  const problems: string[] = []
  const read = new Set<string>()
  batch(() => {
    for (const key of Object.values(KEYS)) key.reset()
    for (const [name, value] of new URLSearchParams(search)) {
      if (value === '') continue
      if (!Object.hasOwn(KEYS, name)) {
        problems.push(`“${name}” in the link is not known here and was ignored.`)
      } else if (KEYS[name]?.read(value)) {
        read.add(name)
      } else {
        problems.push(`“${name}=${value}” in the link could not be read and was ignored.`)
      }
    }
    if (read.has('from') && read.has('to')) {
      const { from, to } = state.timeWindow.value
      if (from > to) {
        problems.push('The link’s “from” is after its “to”; both were ignored.')
        KEYS.from?.reset()
      }
    } else if (read.has('from') || read.has('to')) {
      const day = state.timeWindow.value[read.has('from') ? 'from' : 'to']
      state.timeWindow.value = { from: day, to: day }
    }
  })
  const openEnd = read.has('from') === read.has('to') ? null : read.has('from') ? 'to' : 'from'
  return { problems, openEnd }
}

/** The query that stands for the state, without the question mark; `dated` writes the window even when nobody chose it. */
export function writeUrl(dated = false): string {
  const params: string[] = []
  for (const [name, key] of Object.entries(KEYS)) {
    const value = key.write()
    if (value !== null) params.push(`${name}=${encodeValue(value)}`)
  }
  if (dated && state.firstVisit.value) {
    const { from, to } = state.timeWindow.value
    params.unshift(`from=${formatDay(from)}`, `to=${formatDay(to)}`)
  }
  return params.join('&')
}

function setEnd(end: keyof DayRange, value: string): boolean {
  const day = parseDay(value)
  if (day === null) return false
  state.timeWindow.value = { ...state.timeWindow.value, [end]: day }
  state.firstVisit.value = false
  return true
}
