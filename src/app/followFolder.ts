import { effect, untracked } from '@preact/signals'
import { readInWorker, stopReading } from '../files/readInWorker'
import type { CellQuery } from '../folder/cellRows'
import { cellZoom } from '../folder/cellRows'
import { canCount } from '../folder/cellSlice'
import { countedDataset } from '../folder/countedDataset'
import { covers } from '../folder/coveredDays'
import { readPart } from '../folder/readPart'
import { estimateBytes, type ReportQuery } from '../folder/reportQuery'
import { errorText } from '../issues/errorText'
import type { DayRange } from '../model/day'
import { note, setReading, setWindow } from './actions'
import { closeFolder, openedFolder, showFolder, watchBytes, wholeWeeks } from './openFolder'
import * as state from './state'
import { unreadIn, unreadReports } from './unread'

/** Reads of a published folder what the window, the filters and the map ask for. */

/** Pause after the last change. */
const REST_MS = 150
/** For squares: shorter than the map's own pause before it lays names out, which keep off their marks. */
const SQUARES_REST_MS = 50
/** Reports of a slice that the user has chosen are read without asking if they have fewer bytes. */
const READ_AT_ONCE = 500_000
/** The same for the report of a link. */
const READ_FOR_LINK = 5_000_000

let isFollowing = false

/** Keeps what is shown of a folder in step with the state, from now on. */
export function followFolder(): void {
  if (isFollowing) return
  isFollowing = true
  effect(() => {
    const { folder } = state
    const [shown, window] = [folder.value, state.timeWindow.value]
    if (!shown) {
      closeFolder()
      return undefined
    }
    if (covers(shown.covered, window)) {
      if (window !== shown.window) untracked(() => showFolder({ ...shown, window }))
      return undefined
    }
    const timer = setTimeout(() => void readCounts(window), REST_MS)
    return () => clearTimeout(timer)
  })
  effect(() => {
    const query = wantedReports()
    if (!query) return undefined
    const timer = setTimeout(() => void readReports(query), 2 * REST_MS)
    return () => clearTimeout(timer)
  })
  effect(() => {
    const query = wantedCells()
    if (!query) return undefined
    const timer = setTimeout(() => void readCells(query), SQUARES_REST_MS)
    return () => clearTimeout(timer)
  })
}

/** Reads the reports of a query, with those that were read before. False if it was stopped or failed. */
export async function readReports(query: ReportQuery): Promise<boolean> {
  const open = openedFolder()
  const before = state.folder.peek()
  if (!open || !before) return false
  const own = ++reads
  open.asked.add(nameOf(query))
  begin('reports', estimateBytes(before.files, query))
  try {
    const reports = await open.worker.ask('reports', query)
    if (own !== reads) return false
    if (reports.ids.length === 0) return end()
    const files = [
      { name: 'reports.csv', blob: new Blob([reports.csv]) },
      { name: 'sources.csv', blob: new Blob([reports.sourcesCsv]) },
    ]
    const opened = await readInWorker({ ...open.geographyFiles, files, mapping: null }, () => {})
    const now = state.folder.peek()
    if (opened?.kind !== 'reports' || !now || openedFolder() !== open) return end(false)
    showFolder({ ...now, read: readPart(opened, reports, open.geography) })
    return end()
  } catch (error) {
    return own === reads ? fail(error) : false
  }
}

/** Reads the reports of the slice when the address has one of them, if it is not too long. */
export async function readLinkedReport(): Promise<void> {
  const unread = unreadReports.peek()
  if (state.selection.peek()?.kind !== 'incident' || !unread) return
  if (unread.bytes <= READ_FOR_LINK) await readReports(unread.query)
}

/** Counts readings of reports: only the last one is shown. */
let reads = 0

/** Stops reading reports; what was read before stays. */
export function stopReports(): void {
  reads++
  openedFolder()?.worker.stop()
  stopReading()
  end(false)
}

function nameOf(query: ReportQuery | CellQuery): string {
  return JSON.stringify(query)
}

/** Few reports of what the user has chosen, while they are not read; null where there are none. */
function wantedReports(): ReportQuery | null {
  if (!state.folder.value || state.reading.value) return null
  const { value: chosen } = state.selection
  const ofCard = chosen?.kind === 'area' ? unreadIn(chosen.id) : null
  const ofSlice = state.firstVisit.value ? null : unreadReports.value
  const { asked } = openedFolder() ?? {}
  const all = [ofCard, ofSlice].flatMap((unread) => unread ?? [])
  const wanted = all.find(({ bytes, query }) => bytes <= READ_AT_ONCE && !asked?.has(nameOf(query)))
  return wanted?.query ?? null
}

async function readCounts(window: DayRange): Promise<void> {
  const open = openedFolder()
  if (!open) return
  begin('counts', null)
  try {
    const { rows, covered } = await open.worker.ask('counts', wholeWeeks(window))
    const now = state.folder.peek()
    if (now && openedFolder() === open) showFolder({ ...now, counts: rows, covered })
    end()
  } catch (error) {
    fail(error)
    const { window: before } = state.folder.peek() ?? {}
    // Others may have been chosen meanwhile.
    if (before && state.timeWindow.peek() === window) setWindow(before)
  }
}

/** What the map counts by squares. */
function wantedCells(): CellQuery | null {
  const { folder } = state
  const inSight = state.cellsInView.value
  if (!folder.value || !inSight || !state.hasUnread.value) return null
  const { frame: of, cellsOf } = folder.value
  if (!canCount(state.filter.value, of)) return null
  const { zooms } = of.conflict.published
  const query = {
    zoom: cellZoom(zooms, inSight.level),
    box: inSight.box,
    window: state.countedWindow.value,
  }
  return nameOf(query) === cellsOf ? null : query
}

async function readCells(query: CellQuery): Promise<void> {
  const open = openedFolder()
  if (!open) return
  try {
    const rows = await open.worker.ask('cells', query)
    const now = state.folder.peek()
    if (!now || openedFolder() !== open) return
    const cells = countedDataset(rows, now.frame)
    showFolder({
      ...now,
      cells: { ...cells, sites: { ...cells.sites, areSquares: true } },
      cellsOf: nameOf(query),
    })
  } catch (error) {
    note(errorText(error))
  }
}

function begin(kind: 'counts' | 'reports', total: number | null): void {
  let bytes = 0
  setReading({ kind, bytes, total })
  watchBytes((more) => {
    bytes += more
    if (state.reading.peek()?.kind === kind) setReading({ kind, bytes, total })
  })
}

function end(isDone = true): boolean {
  setReading(null)
  watchBytes(() => {})
  return isDone
}

function fail(error: unknown): boolean {
  note(errorText(error))
  return end(false)
}
