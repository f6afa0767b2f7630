import { effect } from '@preact/signals'
import type { FramePart } from '../model/view'
import { openQuery } from './address'
import * as state from './state'
import { writeUrl } from './url'
import { encodeFrame } from './urlKeys'

/** What a page says to the map that it shows in a frame, and what the map says to it. */
type HostMessage = { readonly type: 'contactline:show'; readonly slice: string }
type FrameMessage =
  | { readonly type: 'contactline:slice'; readonly slice: string }
  | { readonly type: 'contactline:report'; readonly report: string }

/** Characters of a slice. */
const LONGEST = 8000

/**
 * Lets the page around an embedded map set its slice, and tells that page of changes (docs/embedding.md).
 * Nobody is told anything who has not asked first.
 */
export function followHost(onProblems: (problems: string[]) => void): void {
  const host = window.parent
  if (host === window || !state.embed.peek()) return
  let origin: string | null = null
  const tell = (message: FrameMessage) => {
    if (origin) host.postMessage(message, origin)
  }
  const slice = () => pageQuery(writeUrl(true))
  let told = slice()
  let isAnswering = false
  addEventListener('message', async (event) => {
    if (event.source !== host || !isHostMessage(event.data)) return
    // A page without an origin of its own, as one opened from a file, gets no answer.
    origin = event.origin === 'null' ? null : event.origin
    isAnswering = true
    onProblems(await openQuery(asFrame(event.data.slice)))
    isAnswering = false
    told = slice()
    tell({ type: 'contactline:slice', slice: told })
  })
  effect(() => {
    const next = slice()
    if (isAnswering || next === told) return
    told = next
    tell({ type: 'contactline:slice', slice: next })
  })
  effect(() => {
    const { kind, id } = state.selection.value ?? {}
    if (kind === 'incident' && id) tell({ type: 'contactline:report', report: id })
  })
}

/** A query for a part of another page, with these parts around the map. */
export function frameQuery(query: string, parts: ReadonlySet<FramePart>): string {
  const frame = encodeFrame(parts)
  return [pageQuery(query), 'embed=1', frame && `frame=${frame}`].filter(Boolean).join('&')
}

/** The same query for a page of its own. */
export function pageQuery(query: string): string {
  const isOwn = (param: string) => !/^(embed|frame)(=|$)/.test(param)
  return query.replace(/^\?/, '').split('&').filter(isOwn).join('&')
}

/** What is around the map is the choice of the address, not of a message. */
function asFrame(slice: string): string {
  return `?${frameQuery(slice, state.framed.peek())}`
}

function isHostMessage(data: unknown): data is HostMessage {
  if (typeof data !== 'object' || data === null) return false
  const { type, slice } = data as Partial<Record<keyof HostMessage, unknown>>
  return type === 'contactline:show' && typeof slice === 'string' && slice.length <= LONGEST
}
