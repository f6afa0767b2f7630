import type { Comparison } from './compareEvents'
import { type Events, sitesOfRow } from './events'

/** What became of a report, as codes: `elsewhere` is a report of neither side, or not compared now. */
export const STATUSES = ['both', 'onlyA', 'onlyB', 'notCompared', 'elsewhere'] as const
export type RowStatus = (typeof STATUSES)[number]

const [BOTH, ONLY_A, ONLY_B, NOT_COMPARED, ELSEWHERE] = STATUSES.keys()

/** The status of each row of the first (0) or second (1) dataset. */
export function statusOfRows(
  events: Events,
  side: 0 | 1,
  { candidates, matches: { isMatch } }: Comparison,
): Uint8Array {
  const status = new Uint8Array(events.dataset.columns.length).fill(ELSEWHERE ?? 0)
  const only = (side === 0 ? ONLY_A : ONLY_B) ?? 0
  for (const row of events.rows) {
    status[row] = sitesOfRow(events, row).length > 0 ? only : (NOT_COMPARED ?? 0)
  }
  const rows = side === 0 ? candidates.a : candidates.b
  rows.forEach((row, pair) => {
    if (isMatch[pair] === 1) status[row] = BOTH ?? 0
  })
  return status
}
