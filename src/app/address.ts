import { batch, effect, untracked } from '@preact/signals'
import { links } from '../messages/links'
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
      problems.push({ code: 'unreadable', params: { name: key, value: ids.join(',') } })
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

/** Safari refuses more than 100 address changes in 30 seconds; a drag makes more. */
const WRITE_DELAY_MS = 350
/** Dates that are switched within this time are one step. */
const ONE_STEP_MS = 2000
/** Keys of the address whose change is a step that Back undoes. The others only keep up. */
const STEPS = [...FACET_KEYS, 'possible', 'off', 'panel', 'incident', 'district', 'settlement']

/** Keeps the address in step with the state, and the state with Back and Forward. */
export function followUrl(onProblems: (problems: string[]) => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let current = readEntry()
  let isFollowing = true
  /** The keys that the address leaves out. */
  let told = ''
  let switchedAt = Number.NEGATIVE_INFINITY
  /** The query when the dialog was opened. */
  let queryBefore = ''

  effect(() => {
    const [before, next] = [current, readEntry()]
    current = next
    const names = keysLeftOut().join(', ')
    if (names !== '' && names !== told) untracked(() => onProblems([links.leftOut({ names })]))
    told = names
    if (!isFollowing) return
    const changed = changedKeys(before.query, next.query)
    const isSwitch = changed.join() === 'off'
    const isOneStep = isSwitch && Date.now() - switchedAt < ONE_STEP_MS
    if (isSwitch) switchedAt = Date.now()
    const isOpened = next.dialog !== null && before.dialog === null
    const isClosed = next.dialog === null && before.dialog !== null
    const isStep =
      isOpened ||
      (!isClosed &&
        !isOneStep &&
        (before.periods !== next.periods || changed.some((key) => STEPS.includes(key))))
    clearTimeout(timer)
    if (isStep && !state.embed.peek()) {
      write('replaceState', before)
      write('pushState', next)
      if (isOpened) queryBefore = next.query
    } else if (isClosed && next.query === queryBefore && history.state?.dialog) {
      history.back()
    } else if (isClosed) {
      write('replaceState', next)
    } else {
      timer = setTimeout(() => write('replaceState', next), WRITE_DELAY_MS)
    }
  })
  addEventListener('popstate', async () => {
    clearTimeout(timer)
    isFollowing = false
    const reading = readUrl(location.search)
    state.dialog.value = history.state?.dialog ?? null
    const isOther =
      state.dataKey.value !== (state.shown.value?.key ?? null) ||
      state.boundariesKey.value !== (state.outlines.value?.file.key ?? null)
    const problems = isOther ? await openOthers() : []
    onProblems([...problems, ...settleAddress(reading)])
    isFollowing = true
  })
}

type Entry = ReturnType<typeof readEntry>

/** What the browser's history keeps of the state. */
function readEntry() {
  return {
    query: writeUrl(),
    dialog: state.dialog.value,
    periods: state.periodsChosen.value,
  }
}

function write(method: 'pushState' | 'replaceState', { query, dialog }: Entry): void {
  const search = query === '' ? '' : `?${query}`
  const isWritten = location.search === search && (history.state?.dialog ?? null) === dialog
  if (isWritten && method === 'replaceState') return
  history[method]({ dialog }, '', search || location.pathname)
}

/** The keys with other values in one query than in the other. */
function changedKeys(before: string, next: string): string[] {
  const [a, b] = [new URLSearchParams(before), new URLSearchParams(next)]
  return [...new Set([...a.keys(), ...b.keys()])].filter((key) => a.get(key) !== b.get(key))
}
