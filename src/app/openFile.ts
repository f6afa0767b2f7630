import { keptFiles, keptMapping } from '../files/fileStore'
import { keyOf } from '../files/linkedFiles'
import { joinToAreas } from '../files/loadGeography'
import { stopReading } from '../files/readInWorker'
import type { Job, Part } from '../files/shownFile'
import { type Problem, problemOf } from '../issues/problem'
import { problemText } from '../issues/problemText'
import { fileErrors } from '../messages/compiled/fileErrors'
import type { Opened, OpenedReport, Question } from '../open/openFiles'
import { createRowReporter, type RowReporter } from '../open/rowReport'
import type { Mapping } from '../read/format'
import { note, setOpening, showOutlines, showWholeDataset } from './actions'
import { namesOf, partOf, readingOf, readJob, takeAreas } from './readJob'
import { followQuery } from './searching'
import { openParts, showFiles } from './shownParts'

/** What a user does with files: opens, removes and asks about them. */

// Only opened files can have so many reports that searching them takes a while.
followQuery()

/** How files are shown. */
interface How {
  /** What becomes of the files that are open; `ask`: the user says. */
  readonly others: 'ask' | 'replace' | 'keep'
  /** How their table was read before. */
  readonly chosen?: Mapping
}

/** The table whose columns the user is asked about. */
let asked: { readonly job: Job; readonly how: How } | null = null
/** Read, while the user is asked about the files that are open. */
let waiting: Part | null = null
/** Files chosen together with those that are read, to be opened beside them. */
let queue: Job[] = []

/** Opens files that the user chose or dropped. Never rejects: problems are in `state.opening`. */
export async function openGiven(files: readonly File[]): Promise<void> {
  cancelOpening()
  const job = { files: files.map((file) => ({ name: file.name, blob: file })), mapping: null }
  await start(job, { others: 'ask' })
}

/** Asks again what the columns of a shown table mean. */
export async function changeColumns({ opened }: Part): Promise<void> {
  const { job } = opened ?? {}
  if (job?.mapping) await start({ ...job, mapping: null }, { others: 'keep', chosen: job.mapping })
}

/** Reads the table that was asked about with the user's answer. */
export async function answerQuestion(mapping: Mapping): Promise<void> {
  if (asked) await start({ ...asked.job, mapping }, asked.how)
}

/** Shows the file that was read beside those that are open, or instead of them. */
export async function answerBeside(isBeside: boolean): Promise<void> {
  if (waiting) await show(waiting, { others: isBeside ? 'keep' : 'replace' })
}

/** Opens files stored in this browser. */
export async function openKept(id: string): Promise<void> {
  cancelOpening()
  try {
    const kept = await keptFiles(id)
    if (!kept) return fail('', { code: 'noLongerKept' })
    const { entry, files } = kept
    await start({ files, mapping: entry.mapping, key: keyOf(entry) }, { others: 'ask' })
  } catch (error) {
    fail('', problemOf(error))
  }
}

/** Reads rows of a shown file again, for its report. */
export async function rowReporter(opened: OpenedReport): Promise<RowReporter> {
  return createRowReporter(opened.imported.rows, await readingOf(opened))
}

/** Stops reading; what was shown stays. */
export function cancelOpening(): void {
  stopReading()
  asked = null
  waiting = null
  queue = []
  setOpening(null)
}

/** Shows the records that ship with the site again. */
export async function showShipped(): Promise<void> {
  await showFiles([], true)
  showWholeDataset()
}

/** Draws and counts by the shipped districts again. */
export async function useShippedOutlines(): Promise<void> {
  joinToAreas(null)
  showOutlines(null)
  await joinAgain()
}

/** Asks what the columns of a table mean. */
export async function askColumns(question: Question, job: Job, how: How): Promise<void> {
  asked = { job, how }
  const known = how.chosen ? null : await keptMapping(question.header)
  const chosen = how.chosen ?? known?.mapping ?? null
  const like = known?.names.join(', ') ?? null
  setOpening({ kind: 'question', ...question, names: namesOf(job), chosen, like })
}

async function start(job: Job, how: How): Promise<void> {
  try {
    const opened = await readJob(job)
    if (opened) await take(opened, job, how)
  } catch (error) {
    if (queue.length === 0) return fail(namesOf(job), problemOf(error))
    const sentence = problemText(problemOf(error))
    note(fileErrors.ofFile({ names: namesOf(job), sentence }))
    await next()
  }
}

async function take(opened: Opened, job: Job, how: How): Promise<void> {
  const filesAt = (indices: readonly number[]) => indices.flatMap((at) => job.files[at] ?? [])
  switch (opened.kind) {
    case 'question':
      return askColumns(opened, job, how)
    case 'areas': {
      const { of, others } = opened
      await takeAreas(opened, { ...job, files: [of] })
      if (openParts().length > 0 || others.length === 0) await joinAgain()
      return others.length > 0 ? start({ ...job, files: others }, how) : undefined
    }
    case 'several': {
      const jobs = opened.groups.map((group) => ({ files: filesAt(group), mapping: job.mapping }))
      const [first] = jobs
      queue = jobs.slice(1)
      return first && start(first, how)
    }
    case 'reports': {
      const part = await partOf(opened, job)
      const isOther = openParts().some((each) => !isSame(each, part))
      if (how.others !== 'ask' || !isOther) return show(part, how)
      waiting = part
      setOpening({ kind: 'beside', names: namesOf(job) })
    }
  }
}

/** Shows a file, in its own place if it was open before. */
async function show(part: Part, { others }: How): Promise<void> {
  waiting = null
  const kept = others === 'keep' ? openParts() : []
  const at = kept.findIndex((each) => isSame(each, part))
  await showFiles(at === -1 ? [...kept, part] : kept.with(at, part), true)
  setOpening(null)
  await next()
}

function isSame(one: Part, other: Part): boolean {
  const { key } = one.opened?.job ?? {}
  return key !== undefined && key === other.opened?.job.key
}

/** Goes on with the files that were chosen together. */
async function next(): Promise<void> {
  const job = queue.shift()
  if (job) await start(job, { others: 'keep' })
}

/** Joins what is shown to the current districts. */
async function joinAgain(): Promise<void> {
  const parts: Part[] = []
  for (const part of openParts()) {
    const { job } = part.opened ?? {}
    const again = job && (await readJob(job))
    parts.push(job && again?.kind === 'reports' ? await partOf(again, job) : part)
  }
  await showFiles(parts, false)
  setOpening(null)
}

function fail(names: string, problem: Problem): void {
  setOpening({ kind: 'failed', names, problem })
}
