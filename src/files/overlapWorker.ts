import { compareEvents } from '../query/overlap/compareEvents'
import type { Events } from '../query/overlap/events'
import type { Reach } from '../query/overlap/pairReach'

/** Compares two datasets, so that the page stays free. */

export interface CompareRequest {
  readonly a: Events
  readonly b: Events
  readonly reach: Reach
}

addEventListener('message', ({ data: { a, b, reach } }: MessageEvent<CompareRequest>) => {
  postMessage(compareEvents(a, b, reach))
})
