import { effect, signal } from '@preact/signals'
import { showCompared } from '../../app/shownParts'
import * as state from '../../app/state'
import { compareInWorker } from '../../files/compareInWorker'
import type { Part } from '../../files/shownFile'
import { views } from '../../messages/compiled/views'
import type { ColouredTerm } from '../../model/conflict'
import { FILE_COLOURS, REST_COLOURS } from '../../model/own/ownColours'
import { CONDITIONS } from '../../query/conditions'
import type { Comparison } from '../../query/overlap/compareEvents'
import { comparable, type Events } from '../../query/overlap/events'
import type { Reach } from '../../query/overlap/pairReach'
import { STATUSES, statusOfRows } from '../../query/overlap/statusOfRows'
import { selectRowsIgnoring } from '../../query/selectRows'
import { rowsOfPart } from '../../query/sliceOfPart'
import type { Dataset } from '../../store/dataset'

/** One of the two datasets, with the reports of it that are compared. */
export interface Side {
  readonly part: Part
  /** Among the datasets that are shown. */
  readonly index: number
  readonly events: Events<Dataset>
}

export interface Compared {
  readonly a: Side
  readonly b: Side
  readonly reach: Reach
  readonly comparison: Comparison
}

/** What was found; null while datasets are being compared. */
export const compared = signal<Compared | null>(null)
export const hasFailed = signal(false)

/** Pause after the last change of what is compared. */
const PAUSE_MS = 150

let stop = () => {}
/** What was compared last, or is being compared. */
let last: Pick<Compared, 'a' | 'b' | 'reach'> | null = null

/** The two datasets that are compared: those chosen, else the first. Null if there are not two. */
export function chosenPair(): readonly [number, number] | null {
  const parts = state.parts.value
  const chosen = [...parts.keys()].filter((index) =>
    state.comparedIds.value.has(parts[index]?.id ?? ''),
  )
  const [first = 0, second = first === 0 ? 1 : 0] = chosen
  return parts.length < 2 ? null : [Math.min(first, second), Math.max(first, second)]
}

/** Compares the datasets, again whenever something changes. Returns what ends it. */
export function followComparison(): () => void {
  const dispose = effect(() => {
    const request = buildRequest()
    if (!request || isSame(request, last)) return
    stop()
    last = request
    compared.value = null
    hasFailed.value = false
    const { a, b, reach } = request
    const timer = setTimeout(() => {
      stop = compareInWorker(
        { a: a.events, b: b.events, reach },
        (comparison) => show({ ...request, comparison }),
        () => {
          hasFailed.value = true
        },
      )
    }, PAUSE_MS)
    stop = () => clearTimeout(timer)
  })
  return () => {
    dispose()
    if (compared.peek()) return
    stop()
    last = null
  }
}

function buildRequest(): Pick<Compared, 'a' | 'b' | 'reach'> | null {
  const [all, parts, pair] = [state.dataset.value, state.parts.value, chosenPair()]
  const reach = { days: state.reachDays.value, km: state.reachKm.value }
  // A search that is under way has not found all rows yet.
  if (!pair || all.rowsOf?.length !== parts.length || state.unsearched.value > 0) return null
  const shown = selectRowsIgnoring(
    ...([all, state.filter.value, CONDITIONS.dataset, state.fails.value] as const),
  )
  const [one, other] = pair.map((index) => ({
    index,
    part: parts[index] as Part,
    rows: rowsOfPart(all, index, shown.rows),
  }))
  if (!one || !other) return null
  const [a, b] = comparable(
    { dataset: one.part.dataset, rows: one.rows },
    { dataset: other.part.dataset, rows: other.rows },
  )
  return { a: { ...one, events: a }, b: { ...other, events: b }, reach }
}

/** Showing what was found changes the dataset, but not what is compared. */
function isSame(request: NonNullable<typeof last>, before: typeof last): boolean {
  if (!before) return false
  const sides = [
    [request.a, before.a],
    [request.b, before.b],
  ] as const
  return (
    request.reach.days === before.reach.days &&
    request.reach.km === before.reach.km &&
    sides.every(
      ([one, other]) =>
        one.part === other.part &&
        one.events.rows.length === other.events.rows.length &&
        one.events.rows.every((row, at) => other.events.rows[at] === row),
    )
  )
}

function show(found: Compared): void {
  compared.value = found
  const { rowsOf, columns } = state.dataset.peek()
  const codes = new Uint8Array(columns.length).fill(STATUSES.indexOf('elsewhere'))
  for (const [side, { index, events }] of [found.a, found.b].entries()) {
    statusOfRows(events, side === 0 ? 0 : 1, found.comparison).forEach((status, row) => {
      codes[rowsOf?.[index]?.[row] ?? -1] = status
    })
  }
  showCompared(codes, termsOf(found))
}

function termsOf({ a, b }: Compared): ColouredTerm[] {
  const lookAt = (index: number) => FILE_COLOURS[index] ?? REST_COLOURS.other
  const { colour } = FILE_COLOURS[3] ?? REST_COLOURS.other
  const looks = {
    both: { colour, cue: 'double' as const },
    onlyA: lookAt(a.index),
    onlyB: lookAt(b.index),
    notCompared: REST_COLOURS.empty,
    elsewhere: REST_COLOURS.other,
  }
  return STATUSES.map((id) => {
    const label = views.overlapStatus({ id, name: id === 'onlyA' ? a.part.name : b.part.name })
    return { id, record: label, label, ...looks[id] }
  })
}
