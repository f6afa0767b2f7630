import type { Day } from '../model/day'
import type { Dataset } from '../store/dataset'
import { groupKeysOf } from '../store/groupKeys'
import { chunksOf, firstStartedBy, latestEndIn, runsEndingFrom } from '../store/timeOrder'
import { CONDITIONS, type Failed } from './conditions'
import type { Filter } from './filter'
import { zeroesByGroupKey } from './rowsByGroupKey'

/** The conditions that one row of a profile can pass and another fail. */
export const BY_ROW = CONDITIONS.query | CONDITIONS.source

/** The rows that pass a filter, and how many rows of its time there are of each profile. */
export interface Tally {
  readonly rows: Int32Array
  /** Parallel to `rows`: 1 certain, 0 possible. */
  readonly certain: Uint8Array
  /**
   * Certain rows of profile p at `2 * p`, possible ones behind them, whatever conditions the profile fails; but without the
   * rows that fail one of BY_ROW.
   */
  readonly byGroupKey: Int32Array
}

/** Counts the rows around the window. `fails` is `failedConditions` of the same dataset and filter. */
export function tallyRows(dataset: Dataset, filter: Filter, fails: Failed): Tally {
  const { columns } = dataset
  const { window, query, chosen } = filter
  const chunks = chunksOf(columns)
  const runs = runsEndingFrom(columns, firstStartedBy(columns, window.to), window.from)
  const length = runs.reduce((sum, [from, to]) => sum + to - from, 0)
  const tally: Unfinished = {
    rows: new Int32Array(length),
    certain: new Uint8Array(length).fill(1),
    byGroupKey: zeroesByGroupKey(dataset),
    found: 0,
  }
  const daysOff = daysOffOf(dataset, filter)
  const isCertain = (from: number, to: number) => {
    const earliest = columns.startDay[to - 1] ?? 0
    const latest = latestEndIn(columns, from, to)
    const isInside = earliest >= window.from && latest <= window.to
    return isInside && offBetween(daysOff, earliest, latest) === 0
  }
  const isByRow = query !== '' || chosen.source.size > 0

  for (const [from, to] of runs) {
    for (let row = from, end = from; row < to; row = end) {
      const chunk = Math.floor(row / chunks.rows)
      end = Math.min(to, (chunk + 1) * chunks.rows)
      const isWhole =
        row % chunks.rows === 0 && (end - row === chunks.rows || end === columns.length)
      if (isWhole && !isByRow && isCertain(row, end)) {
        countChunk(tally, chunks.byGroupKey, chunk)
        takePassing(tally, fails, row, end)
      } else takeJudged(tally, dataset, filter, fails, daysOff, row, end)
    }
  }
  const { rows, certain, byGroupKey, found } = tally
  return { rows: rows.subarray(0, found), certain: certain.subarray(0, found), byGroupKey }
}

/** A tally while it is being made: its rows are the first `found`. */
interface Unfinished extends Tally {
  found: number
}

/** Counts all rows of a chunk as certain. */
function countChunk({ byGroupKey }: Unfinished, ofChunks: Int32Array, chunk: number): void {
  const count = byGroupKey.length / 2
  for (let profile = 0; profile < count; profile++) {
    const rows = ofChunks[chunk * count + profile] ?? 0
    byGroupKey[2 * profile] = (byGroupKey[2 * profile] ?? 0) + rows
  }
}

/** Takes those of a run of certain rows that fail nothing. */
function takePassing(tally: Unfinished, fails: Failed, from: number, to: number): void {
  const { rows } = tally
  let found = tally.found
  for (let row = from; row < to; row++) if (fails[row] === 0) rows[found++] = row
  tally.found = found
}

/** Judges each row of a run by its days, counts it and takes it if it fails nothing. */
function takeJudged(
  tally: Unfinished,
  { columns }: Dataset,
  { window, possible }: Filter,
  fails: Failed,
  daysOff: DaysOff | null,
  from: number,
  to: number,
): void {
  const { startDay, endDay } = columns
  const { rows, certain, byGroupKey } = tally
  const profileOf = groupKeysOf(columns).ofRow
  let found = tally.found
  for (let row = from; row < to; row++) {
    const start = startDay[row] ?? 0
    const end = endDay[row] ?? 0
    const first = Math.max(start, window.from)
    const last = Math.min(end, window.to)
    const on = last - first + 1 - offBetween(daysOff, first, last)
    if (on <= 0) continue
    const column = on === end - start + 1 ? 0 : 1
    const failed = fails[row] ?? 0
    if ((column === 1 && !possible) || (failed & BY_ROW) !== 0) continue
    const at = 2 * (profileOf[row] ?? 0) + column
    byGroupKey[at] = (byGroupKey[at] ?? 0) + 1
    if (failed !== 0) continue
    rows[found] = row
    certain[found] = 1 - column
    found++
  }
  tally.found = found
}

/** Of the days from `from` on, how many of the first n are switched off: `before[n]`, so that a difference counts a range. */
interface DaysOff {
  readonly from: number
  readonly before: Int32Array
}

/** Null when none is switched off. Covers the days of reports in the window. */
function daysOffOf({ span }: Dataset, { window, off }: Filter): DaysOff | null {
  if (off.size === 0 || !span) return null
  const from = Math.max(window.from, span.from)
  const days = Math.max(0, Math.min(window.to, span.to) - from + 1)
  const before = new Int32Array(days + 1)
  for (let n = 0; n < days; n++) {
    before[n + 1] = (before[n] ?? 0) + (off.has((from + n) as Day) ? 1 : 0)
  }
  return { from, before }
}

function offBetween(daysOff: DaysOff | null, first: number, last: number): number {
  if (!daysOff || last < first) return 0
  const { from, before } = daysOff
  return (before[last + 1 - from] ?? 0) - (before[first - from] ?? 0)
}
