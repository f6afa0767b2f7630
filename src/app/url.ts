import { batch } from '@preact/signals'
import type { links } from '../messages/compiled/links'
import { LANGUAGES } from '../messages/language'
import { type Message, shorten } from '../messages/message'
import type { LanguageId } from '../model/conflict'
import { type Day, type DayRange, formatDay, intersect, parseDay, RECORD_DAYS } from '../model/day'
import { FACET_KEYS, type FacetKey, isOwnFacet, isSingleChoice } from '../model/facets'
import { BAR_LAYOUTS, type Selection } from '../model/view'
import { isFacetValue, isSlug, readDays } from '../query/filterValues'
import { COLOURINGS } from '../query/groups'
import { SHIPPED_CONFLICT } from './shippedConflict'
import * as state from './state'
import {
  amount,
  camera,
  choice,
  encodeDays,
  encodeValue,
  flag,
  frame,
  type Key,
  list,
  place,
  word,
} from './urlKeys'

/** The keys of the address. An unreadable value is reported, and never an error page. */
const KEYS: Readonly<Record<string, Key>> = {
  from: endOfWindow('from'),
  to: endOfWindow('to'),
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
  data: place(state.dataKey, true),
  boundaries: place(state.boundariesKey),
  unit: choice(state.unit, ['day', 'week', 'month', 'all'], 'day'),
  ...Object.fromEntries(FACET_KEYS.map((key) => [key, facet(key)])),
  possible: flag(state.possible, true),
  q: word(state.query, '', () => true),
  panel: choice(state.panel, ['reports', 'claims', 'sources', 'overlap'], 'reports'),
  compare: list(state.comparedIds, isSlug),
  days: amount(state.reachDays),
  km: amount(state.reachKm),
  colour: choice(state.colouringChoice, COLOURINGS, 'party'),
  bars: choice(state.bars, BAR_LAYOUTS, 'stacked'),
  incident: selected('incident'),
  district: selected('area'),
  settlement: selected('settlement'),
  view: camera(state.view),
  theme: choice(state.themeChoice, ['light', 'dark'], null),
  // Read before the first render (main.tsx), because texts must be loaded.
  lang: {
    write: () => (state.interfaceLanguage.value === 'en' ? null : state.interfaceLanguage.value),
    read: (value) => LANGUAGES.includes(value),
    reset: () => {},
  },
  names: {
    ...word<LanguageId | null>(state.namesChoice, null, (tag) => nameLanguage(tag) !== undefined),
    write: () => (state.names.value === state.usualNames.value ? null : state.names.value),
  },
  base: word(state.base, 'embedded', isSlug),
  hide: list(state.hiddenLayers, (id) => /^[a-z]+$/.test(id)),
  directions: flag(state.directions, false),
  embed: flag(state.embed, false),
  frame: frame(state.framed, state.embed),
}

/** Whether nobody chose dates. A report has them: without, it is opened in its own week. */
function isUndated(): boolean {
  return state.firstVisit.value && state.selection.value?.kind !== 'incident'
}

/** A day of the window. */
function endOfWindow(end: keyof DayRange): Key {
  return {
    write: () => (isUndated() ? null : formatDay(state.timeWindow.value[end])),
    read: (value) => {
      const day = parseDay(value)
      if (day === null) return false
      state.timeWindow.value = { ...state.timeWindow.value, [end]: day }
      state.firstVisit.value = false
      return true
    },
    reset: () => {
      state.timeWindow.value = state.FIRST_WINDOW
      state.firstVisit.value = true
    },
  }
}

/** The values that a facet lets through: a comma list, or one value for a single-choice facet. */
function facet(key: FacetKey): Key {
  const ids = {
    get value() {
      return state.chosen.value[key]
    },
    set value(value: ReadonlySet<string>) {
      state.chosen.value = { ...state.chosen.value, [key]: value }
    },
  }
  const isShipped = isFacetValue(key, SHIPPED_CONFLICT)
  // A file may have its own vocabulary, which is known once it is open (settleAddress).
  const isKnown = (id: string) => isShipped(id) || (isOwnFacet(key) && state.dataKey.value !== null)
  return list(ids, isKnown, isSingleChoice(key))
}

/** The id of what is open, if it is of this kind. */
function selected(kind: Selection['kind']): Key {
  return {
    write: () => (state.selection.value?.kind === kind ? state.selection.value.id : null),
    read: (id) => {
      state.selection.value = { kind, id } as Selection
      return true
    },
    reset: () => {
      state.selection.value = null
    },
  }
}

/** Characters. Many servers take 8 kB for the address, with its host and path. */
const MAX_QUERY = 7800

/** What is wrong with a link. */
export type LinkProblem = Message<typeof links>

/** What remains to be settled after reading an address. */
export interface UrlReading {
  /** One for each value that could not be read. */
  readonly problems: readonly LinkProblem[]
  /** The end of the window that the address leaves open, filled from the data. */
  readonly openEnd: keyof DayRange | null
}

/** Sets the state from an address's query. */
export function readUrl(search: string): UrlReading {
  const problems: LinkProblem[] = []
  const read = new Set<string>()
  batch(() => {
    for (const key of Object.values(KEYS)) key.reset()
    const keys = [...keysOf(search)]
    // What other values mean depends on the data.
    const data = keys.filter(([name]) => name === 'data')
    for (const [name, value] of new Set([...data, ...keys])) {
      if (value === '') continue
      if (!Object.hasOwn(KEYS, name)) {
        problems.push({ code: 'unknownKey', params: { name: shorten(name) } })
      } else if (KEYS[name]?.read(value)) {
        read.add(name)
      } else {
        problems.push({ code: 'unreadable', params: { name, value: shorten(value) } })
      }
    }
    const cut = () => {
      const [first, last] = [formatDay(RECORD_DAYS.from), formatDay(RECORD_DAYS.to)]
      problems.push({ code: 'windowCut', params: { first, last } })
    }
    if (read.has('from') && read.has('to')) {
      const { from, to } = state.timeWindow.value
      const kept = intersect(state.timeWindow.value, RECORD_DAYS)
      if (from > to) problems.push({ code: 'reversed' })
      else if (kept?.from !== from || kept.to !== to) cut()
      if (kept) state.timeWindow.value = kept
      else KEYS.from?.reset()
    } else if (read.has('from') || read.has('to')) {
      const day = state.timeWindow.value[read.has('from') ? 'from' : 'to']
      const kept = Math.min(RECORD_DAYS.to, Math.max(RECORD_DAYS.from, day)) as Day
      if (kept !== day) cut()
      state.timeWindow.value = { from: kept, to: kept }
    }
  })
  const openEnd = read.has('from') === read.has('to') ? null : read.has('from') ? 'to' : 'from'
  return { problems, openEnd }
}

/** The query of the state, without `?`. `dated` adds a window that nobody chose. */
export function writeUrl(dated = false): string {
  const params = paramsOfState(dated)
  const left = leftOut(params)
  return params
    .filter(({ name }) => !left.includes(name))
    .map(textOf)
    .join('&')
}

/** The keys that the query leaves out: servers refuse very long addresses. */
export function keysLeftOut(): string[] {
  return leftOut(paramsOfState(true))
}

interface Param {
  readonly name: string
  readonly value: string
}

function paramsOfState(dated: boolean): Param[] {
  const written = Object.entries(KEYS).flatMap(([name, key]) => {
    const value = key.write()
    return value === null ? [] : [{ name, value: encodeValue(value) }]
  })
  if (!dated || !isUndated()) return written
  const { from, to } = state.timeWindow.value
  return [
    { name: 'from', value: formatDay(from) },
    { name: 'to', value: formatDay(to) },
    ...written,
  ]
}

function textOf({ name, value }: Param): string {
  return `${name}=${value}`
}

/** The longest ones first, until the rest fits. */
function leftOut(params: readonly Param[]): string[] {
  const longest = [...params].sort((a, b) => b.value.length - a.value.length)
  let length = params.map(textOf).join('&').length
  const left: string[] = []
  while (length > MAX_QUERY) {
    const param = longest[left.length]
    if (!param) break
    left.push(param.name)
    length -= textOf(param).length + 1
  }
  return left
}

/** The keys of an address. `lang` was the language of place names in links of earlier versions. */
function keysOf(search: string): URLSearchParams {
  const keys = new URLSearchParams(search)
  const lang = keys.get('lang') ?? ''
  if (!LANGUAGES.includes(lang) && nameLanguage(lang) && !keys.get('names')) {
    keys.delete('lang')
    keys.set('names', lang)
  }
  return keys
}

function nameLanguage(tag: string): LanguageId | undefined {
  return SHIPPED_CONFLICT.languages.find(({ id }) => id === tag)?.id
}
