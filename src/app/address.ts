import { batch, effect } from '@preact/signals'
import { links } from '../messages/links'
import { wording } from '../messages/message'
import type { Day } from '../model/day'
import { sliceAround } from '../model/day'
import type { AreaId } from '../model/ids'
import { NOT_LOCATED } from '../model/vocabulary'
import { findSite } from '../query/siteIds'
import { loadOpenFile } from './loadOpenFile'
import * as state from './state'
import { type LinkProblem, readUrl, type UrlReading, writeUrl } from './url'

/**
 * Completes the state once the records are loaded: fills the open end of a window, gives a link to
 * a report without dates the week of the report, and drops unknown ids. Returns a sentence for each
 * problem.
 */
export function settleAddress({ problems: read, openEnd }: UrlReading): string[] {
  const problems: LinkProblem[] = [...read]
  const { areas, sites, rowOf, incidents, span } = state.dataset.value
  batch(() => {
    const chosen = state.selection.value
    if (chosen?.kind === 'incident') {
      const row = rowOf.get(chosen.id)
      const incident = row === undefined ? undefined : incidents.at(row)
      if (!incident) {
        problems.push({ code: 'unknownReport', params: { id: chosen.id } })
        state.selection.value = null
      } else if (state.firstVisit.value) {
        const { from } = sliceAround(incident.record.date_start, 'week')
        const { to } = sliceAround(incident.record.date_end, 'week')
        state.timeWindow.value = { from, to }
        state.firstVisit.value = false
      }
    } else if (chosen?.kind === 'area' && !areas.has(chosen.id)) {
      problems.push({ code: 'unknownDistrict', params: { id: chosen.id } })
      state.selection.value = null
    } else if (chosen?.kind === 'settlement' && findSite(sites, chosen.id) < 0) {
      problems.push({ code: 'unknownSettlement', params: { id: chosen.id } })
      state.selection.value = null
    }
    const unknown = [...state.chosen.value.area].filter(
      (id) => id !== NOT_LOCATED && !areas.has(id as AreaId),
    )
    if (unknown.length > 0 && areas.size > 0) {
      problems.push({ code: 'unknownAreas', params: { ids: unknown.join(',') } })
      const known = [...state.chosen.value.area].filter((id) => !unknown.includes(id))
      state.chosen.value = { ...state.chosen.value, area: new Set(known) }
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
  const { openAddressed } = await loadOpenFile()
  return openAddressed()
}

/** Safari refuses more than 100 address changes in 30 seconds; a drag makes more. */
const WRITE_DELAY_MS = 350

/** Keeps the address in step with the state, and the state with Back and Forward. */
export function followUrl(onProblems: (problems: string[]) => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  effect(() => {
    const query = writeUrl()
    clearTimeout(timer)
    timer = setTimeout(() => {
      const wanted = query === '' ? location.pathname : `?${query}`
      if (location.search !== (query === '' ? '' : `?${query}`))
        history.replaceState(null, '', wanted)
    }, WRITE_DELAY_MS)
  })
  addEventListener('popstate', async () => {
    const reading = readUrl(location.search)
    const isOther =
      state.dataKey.value !== (state.shown.value?.key ?? null) ||
      state.boundariesKey.value !== (state.outlines.value?.file.key ?? null)
    const problems = isOther ? await openOthers() : []
    onProblems([...problems, ...settleAddress(reading)])
  })
}
