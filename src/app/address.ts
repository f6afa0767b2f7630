import { batch, effect, untracked } from '@preact/signals'
import { links } from '../messages/compiled/links'
import { shorten, wording } from '../messages/message'
import type { Day } from '../model/day'
import { sliceAround } from '../model/day'
import { FACET_KEYS, facetValues, isOwnFacet } from '../model/facets'
import type { AreaId } from '../model/ids'
import { NOT_LOCATED } from '../model/vocabulary'
import { findSite } from '../query/siteIds'
import { loadOpenFile } from './loadOpenFile'
import * as state from './state'
import { keysLeftOut, type LinkProblem, readUrl, type UrlReading, writeUrl } from './url'

/**
 * Completes the state once the records are loaded: fills the open end of a window, gives a link to
 * a report without dates the week of the report, and drops unknown ids. Returns a sentence for each
 * problem.
 */
export function settleAddress({ problems: read, openEnd }: UrlReading): string[] {
  const problems: LinkProblem[] = [...read]
  // Without reports nothing else in the link can be found.
  if (state.missing.value !== null) return problems.map((problem) => wording(links, problem))
  const { areas, conflict, sites, rowOf, incidents, span } = state.dataset.value
  batch(() => {
    const chosen = state.selection.value
    if (chosen?.kind === 'incident') {
      const row = rowOf.get(chosen.id)
      const incident = row === undefined ? undefined : incidents.at(row)
      if (!incident) {
        problems.push({ code: 'unknownReport', params: { id: shorten(chosen.id) } })
        state.selection.value = null
      } else if (state.firstVisit.value) {
        const { from } = sliceAround(incident.record.date_start, 'week')
        const { to } = sliceAround(incident.record.date_end, 'week')
        state.timeWindow.value = { from, to }
        state.firstVisit.value = false
      }
    } else if (chosen?.kind === 'area' && !areas.has(chosen.id)) {
      problems.push({ code: 'unknownDistrict', params: { id: shorten(chosen.id) } })
      state.selection.value = null
    } else if (chosen?.kind === 'settlement' && findSite(sites, chosen.id) < 0) {
      problems.push({ code: 'unknownSettlement', params: { id: shorten(chosen.id) } })
      state.selection.value = null
    }
    const unknown = [...state.chosen.value.area].filter(
      (id) => id !== NOT_LOCATED && !areas.has(id as AreaId),
    )
    if (unknown.length > 0 && areas.size > 0) {
      problems.push({ code: 'unknownAreas', params: { ids: shorten(unknown.join(',')) } })
      const known = [...state.chosen.value.area].filter((id) => !unknown.includes(id))
      state.chosen.value = { ...state.chosen.value, area: new Set(known) }
    }
    for (const key of FACET_KEYS.filter(isOwnFacet)) {
      const values = facetValues(key, conflict)
      const ids = [...state.chosen.value[key]].filter((id) => !values.includes(id))
      if (ids.length === 0) continue
      problems.push({ code: 'unreadable', params: { name: key, value: shorten(ids.join(',')) } })
      const known = [...state.chosen.value[key]].filter((id) => values.includes(id))
      state.chosen.value = { ...state.chosen.value, [key]: new Set(known) }
    }
    if (openEnd && span) {
      const { from, to } = state.timeWindow.value
      state.timeWindow.value =
        openEnd === 'to'
          ? { from, to: Math.max(from, span.to) as Day }
          : { from: Math.min(to, span.from) as Day, to }
    }
  })
  return problems.map((problem) => wording(links, problem))
}

/** Opens the files in the address, with code that is only loaded if there are some. */
export async function openOthers(): Promise<string[]> {
  await loadOpenFile()
  const { openAddressed } = await import('./openLinked')
  return openAddressed()
}

/** Shows what another address of this page does. What could not be is returned, in sentences. */
export async function openQuery(search: string): Promise<string[]> {
  const reading = readUrl(search)
  const isOther =
    state.dataKey.value !== (state.shown.value?.key ?? null) ||
    state.boundariesKey.value !== (state.outlines.value?.file.key ?? null)
  const problems = isOther ? await openOthers() : []
  return [...problems, ...settleAddress(reading)]
}

/** Safari refuses more than 100 address changes in 30 seconds; a drag makes more. */
const WRITE_DELAY_MS = 350
/** Dates that are switched within this time are one step. */
const ONE_STEP_MS = 2000
/** Keys of the address that say which card is open. */
const CARDS = ['incident', 'district', 'settlement']
/** Keys of the address whose change is a step that Back undoes. The others only keep up. */
const STEPS = [...FACET_KEYS, 'possible', 'off', 'panel', ...CARDS]

/** Keeps the address in step with the state, and the state with Back and Forward. */
export function followUrl(onProblems: (problems: string[]) => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  // After a reload.
  state.panes.value = readKept().panes
  let current = readEntry()
  let isFollowing = true
  /** A pane was closed, and the browser is on its way to the entry before it was opened. */
  let isReturning = false
  /** The keys that the address leaves out. */
  let told = ''
  let switchedAt = Number.NEGATIVE_INFINITY

  const record = (next: Entry) => {
    const before = current
    current = next
    const changed = changedKeys(before.query, next.query)
    const isSwitch = changed.join() === 'off'
    const isOneStep = isSwitch && Date.now() - switchedAt < ONE_STEP_MS
    if (isSwitch) switchedAt = Date.now()
    const isOpened = next.panes.some((pane) => !before.panes.includes(pane))
    const isClosed = before.panes.some((pane) => !next.panes.includes(pane))
    const steps = isClosed ? CARDS : STEPS
    const isPeriod = !isClosed && before.periods !== next.periods
    const isStep = isPeriod || (!isOneStep && changed.some((key) => steps.includes(key)))
    clearTimeout(timer)
    if (state.embed.peek()) {
      timer = setTimeout(() => replace(next), WRITE_DELAY_MS)
    } else if (isOpened || isStep) {
      replace(before)
      push(next, before)
    } else if (isClosed && readKept().below === nameEntry(next)) {
      isReturning = true
      history.back()
    } else if (isClosed) {
      replace(next)
    } else {
      timer = setTimeout(() => replace(next), WRITE_DELAY_MS)
    }
  }
  effect(() => {
    const next = readEntry()
    const names = keysLeftOut().join(', ')
    if (names !== '' && names !== told) untracked(() => onProblems([links.leftOut({ names })]))
    told = names
    if (isReturning) return
    if (isFollowing) record(next)
    else current = next
  })
  addEventListener('popstate', async () => {
    if (isReturning) {
      isReturning = false
      record(readEntry())
      return
    }
    clearTimeout(timer)
    isFollowing = false
    state.panes.value = readKept().panes
    onProblems(await openQuery(location.search))
    isFollowing = true
  })
}

type Entry = ReturnType<typeof readEntry>

/** What the browser's history keeps of the state. */
function readEntry() {
  return {
    query: writeUrl(),
    panes: state.panes.value,
    periods: state.periodsChosen.value,
  }
}

/** What an entry of the history keeps beside its address. */
interface Kept {
  readonly panes: Entry['panes']
  /** Names the entry before it. */
  readonly below: string | null
}

function readKept(): Kept {
  return { panes: history.state?.panes ?? [], below: history.state?.below ?? null }
}

function nameEntry({ query, panes }: Entry): string {
  return `${panes}?${query}`
}

function replace(entry: Entry): void {
  const kept = readKept()
  const isWritten = location.search === searchOf(entry) && `${kept.panes}` === `${entry.panes}`
  if (!isWritten) write('replaceState', entry, kept.below)
}

function push(entry: Entry, before: Entry): void {
  write('pushState', entry, nameEntry(before))
}

function write(method: 'pushState' | 'replaceState', entry: Entry, below: string | null): void {
  const kept: Kept = { panes: entry.panes, below }
  history[method](kept, '', searchOf(entry) || location.pathname)
}

function searchOf({ query }: Entry): string {
  return query === '' ? '' : `?${query}`
}

/** The keys with other values in one query than in the other. */
function changedKeys(before: string, next: string): string[] {
  const [a, b] = [new URLSearchParams(before), new URLSearchParams(next)]
  return [...new Set([...a.keys(), ...b.keys()])].filter((key) => a.get(key) !== b.get(key))
}
