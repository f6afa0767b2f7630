import { keptFiles, keptMapping } from '../files/fileStore'
import { filesAt, keyOf } from '../files/linkedFiles'
import { customPlaces, geography, geographyFiles, joinToAreas } from '../files/loadGeography'
import { pause } from '../files/pause'
import { readInWorker, stopReading } from '../files/readInWorker'
import type { Issue } from '../issues/issue'
import { IssueCollector } from '../issues/issueCollector'
import { type Problem, problemOf, UserError } from '../issues/problem'
import { problemText } from '../issues/problemText'
import { withFocus } from '../join/customAreas'
import { fileErrors } from '../messages/fileErrors'
import { messagesReady } from '../messages/language'
import { loadDataset, loadPlaces } from '../open/loadShipped'
import { openedDataset } from '../open/openedDataset'
import { buildReading, type Opened, type OpenedReport } from '../open/openFiles'
import { createRowReporter, type RowReporter } from '../open/rowReport'
import type { Mapping } from '../read/format'
import { countUnlocated, type Dataset } from '../store/dataset'
import {
  setOpening,
  setView,
  showDataset,
  showMissing,
  showOutlines,
  showWholeDataset,
} from './actions'
import { type Job, keepJob, shownFile } from './job'
import { renderedApart } from './renderedApart'
import { followQuery } from './searching'
import { SHIPPED_CONFLICT } from './shippedConflict'
import * as state from './state'

/** Reads files in a worker, joins and shows them, and stores them in this browser only. */

// Only opened files can have so many reports that searching them takes a while.
followQuery()

/** The files that are shown, to join them again when the districts change; null if shipped. */
let shownJob: Job | null = null
/** The table whose columns the user is asked about. */
let askedJob: Job | null = null

/** Opens files that the user chose or dropped. Never rejects: problems are in `state.opening`. */
export async function openGiven(files: readonly File[]): Promise<void> {
  await start({ files: files.map((file) => ({ name: file.name, blob: file })), mapping: null })
}

/** Asks again what the columns of the shown table mean. */
export async function changeColumns(): Promise<void> {
  if (shownJob?.mapping) await start({ ...shownJob, mapping: null }, true, shownJob.mapping)
}

/** Reads the table that was asked about with the user's answer. */
export async function answerQuestion(mapping: Mapping): Promise<void> {
  if (askedJob) await start({ ...askedJob, mapping })
}

/** Opens files stored in this browser. */
export async function openKept(id: string): Promise<void> {
  try {
    const kept = await keptFiles(id)
    if (!kept) return fail('', { code: 'noLongerKept' })
    const { entry, files } = kept
    await start({ files, mapping: entry.mapping, key: keyOf(entry) })
  } catch (error) {
    fail('', problemOf(error))
  }
}

/** Reads rows of the shown file again, for its report. */
export async function rowReporter(opened: OpenedReport): Promise<RowReporter> {
  return createRowReporter(opened.imported.rows, await readingOf(opened))
}

/** Stops reading; what was shown stays. */
export function cancelOpening(): void {
  stopReading()
  askedJob = null
  setOpening(null)
}

/** Shows the records that ship with the site again. */
export async function showShipped(): Promise<void> {
  await loadShipped()
  showWholeDataset()
}

/** Draws and counts by the shipped districts again. */
export async function useShippedOutlines(): Promise<void> {
  joinToAreas(null)
  showOutlines(null)
  await joinAgain()
}

/** Opens the files in the address, unless shown already. Returns a sentence for each failure. */
export async function openAddressed(): Promise<string[]> {
  const [boundaries, data] = [state.boundariesKey.value, state.dataKey.value]
  const problems: string[] = []
  if (boundaries !== (state.outlines.value?.file.key ?? null)) {
    if (boundaries === null) joinToAreas(null)
    if (boundaries === null || !(await openKey(boundaries, problems))) showOutlines(null)
  }
  const isShipped = state.loaded.value && !state.shown.value && state.missing.value === null
  if (data === null && !isShipped) await loadShipped()
  if (data !== null && data !== state.shown.value?.key && !(await openKey(data, problems))) {
    shownJob = null
    // The list says why it is empty.
    showMissing(data, problems.pop() ?? fileErrors.notRead())
  }
  return problems
}

/** False if nothing was opened: a sentence is added to `problems`, or the user is asked. */
async function openKey(key: string, problems: string[]): Promise<boolean> {
  await messagesReady()
  try {
    await start({ ...(await filesAt(key)), key }, false)
  } catch (error) {
    problems.push(problemText(problemOf(error)))
    return false
  }
  const step = state.opening.value
  if (step?.kind !== 'failed') return step === null
  problems.push(fileErrors.ofFile({ names: step.names, sentence: problemText(step.problem) }))
  setOpening(null)
  return false
}

/**
 * Reads and shows files; `fresh` ones, which the user has just chosen, from first day to last.
 * `chosen` is how their table was read before.
 */
async function start(job: Job, fresh = true, chosen: Mapping | null = null): Promise<void> {
  const names = job.files.map(({ name }) => name).join(', ')
  setOpening({ kind: 'working', names, progress: null })
  try {
    const request = {
      files: job.files,
      mapping: job.mapping,
      ...(await geographyFiles(SHIPPED_CONFLICT)),
    }
    const reading = readInWorker(request, (progress) =>
      setOpening({ kind: 'working', names, progress }),
    )
    // The page needs it after reading, and is idle now.
    void geography(SHIPPED_CONFLICT)
    const opened = await reading
    if (opened === null) return
    if (opened.kind === 'question') {
      askedJob = job
      const known = chosen ? null : await keptMapping(opened.header)
      const [mapping, like] = [chosen ?? known?.mapping ?? null, known?.names.join(', ') ?? null]
      setOpening({ ...opened, names, chosen: mapping, like })
    } else if (opened.kind === 'areas') {
      await showAreas(opened, { ...job, files: [opened.of] })
      if (opened.others.length > 0) await start({ ...job, files: opened.others }, fresh)
      else await joinAgain()
    } else await showReports(opened, job, fresh)
  } catch (error) {
    fail(names, problemOf(error))
  }
}

async function showReports(
  opened: Extract<Opened, { kind: 'reports' }>,
  job: Job,
  fresh: boolean,
): Promise<void> {
  const { file, imported } = opened
  if (imported.columns.length === 0) {
    const { numbering } = file.table
    const n = imported.rows.start.length
    const [issue] = imported.reasons
    const because = issue && { numbering, row: issue.first, issue }
    const code = numbering === 'row' ? 'noRowAccepted' : 'noFeatureAccepted'
    throw new UserError({ code, params: { n }, ...(because && { because }) })
  }
  const dataset = openedDataset(imported, await readingOf(opened), file)
  const key = await keepJob(job, 'reports', dataset.columns.length, file.table.header)
  shownJob = { ...job, ...(key && { key }) }
  await pause()
  await renderedApart(() => {
    const { isBeyond, isElsewhere } = state.reach.value
    showDataset(dataset, shownFile(job, key), opened)
    if (!fresh) return
    showWholeDataset()
    // The view that the user chose shows nothing of it.
    const { reach } = state
    if (isBeyond !== reach.value.isBeyond || isElsewhere !== reach.value.isElsewhere) setView(null)
  })
  setOpening(null)
}

async function readingOf({ file, imported }: Pick<OpenedReport, 'file' | 'imported'>) {
  return buildReading(file, await geography(SHIPPED_CONFLICT), imported)
}

async function showAreas({ own }: Extract<Opened, { kind: 'areas' }>, job: Job): Promise<void> {
  joinToAreas(own)
  const key = await keepJob(job, 'areas', own.polygons.features.length)
  const polygons = withFocus(own, (await loadPlaces(SHIPPED_CONFLICT)).rows, SHIPPED_CONFLICT)
  showOutlines({ file: shownFile(job, key), polygons, issues: own.issues })
}

/** Joins what is shown to the current districts. */
async function joinAgain(): Promise<void> {
  if (shownJob) return start(shownJob, false)
  await loadShipped()
  setOpening(null)
}

async function loadShipped(): Promise<void> {
  shownJob = null
  const dataset = await loadDataset(SHIPPED_CONFLICT, await customPlaces(SHIPPED_CONFLICT))
  const { file } = state.outlines.value ?? {}
  // That custom outlines lack most of the shipped districts is one issue, not one for each row.
  const issues = file ? lackingIn(file.name, dataset) : dataset.issues
  showDataset({ ...dataset, issues }, null, null)
}

function lackingIn(file: string, { columns }: Dataset): Issue[] {
  const unlocated = countUnlocated(columns)
  if (unlocated === 0) return []
  const ofFile = new IssueCollector(file, null, '')
  ofFile.warning('notInDistricts', '', { n: unlocated })
  return ofFile.list
}

function fail(names: string, problem: Problem): void {
  setOpening({ kind: 'failed', names, problem })
}
