import { filesAt, keptId } from '../files/linkedFiles'
import { joinToAreas } from '../files/loadGeography'
import { type Job, type Part, SHIPPED } from '../files/shownFile'
import { problemOf } from '../issues/problem'
import { problemText } from '../issues/problemText'
import { fileErrors } from '../messages/compiled/fileErrors'
import { messagesReady } from '../messages/language'
import type { Opened } from '../open/openFiles'
import { setOpening, setWithShipped, showMissing, showOutlines } from './actions'
import { askColumns } from './openFile'
import { partOf, readJob, takeAreas } from './readJob'
import { openParts, showFiles } from './shownParts'
import * as state from './state'

/** Opens the files in the address, unless shown already. Returns a sentence for each failure. */
export async function openAddressed(): Promise<string[]> {
  const [boundaries, data] = [state.boundariesKey.value, state.dataKey.value]
  const problems: string[] = []
  const isOther = boundaries !== (state.outlines.value?.file.key ?? null)
  if (isOther) {
    const areas = boundaries === null ? null : await readAt(boundaries, problems)
    if (areas?.opened.kind === 'areas') await takeAreas(areas.opened, areas.job)
    else {
      joinToAreas(null)
      showOutlines(null)
    }
  }
  const isShipped = state.loaded.value && !state.shown.value && state.missing.value === null
  if (data === null && (isOther || !isShipped)) await showFiles([], false)
  if (data !== null && (isOther || data !== state.shown.value?.key)) {
    if (/(^|\/)dataset\.json$/.test(data)) await openPublished(data)
    else await openList(data, isOther ? [] : openParts(), problems)
  }
  setOpening(state.opening.value?.kind === 'question' ? state.opening.value : null)
  return problems
}

/** Opens a published folder by its dataset.json. */
async function openPublished(key: string): Promise<void> {
  const [{ openFolder }, { followFolder, readLinkedReport }] = await Promise.all([
    import('./openFolder'),
    import('./followFolder'),
  ])
  await messagesReady()
  try {
    await openFolder(key)
    followFolder()
    await readLinkedReport()
  } catch (error) {
    showMissing(key, problemText(problemOf(error)))
  }
}

/** Opens those files of a list that are not open yet; the others are shown where one is missing. */
async function openList(data: string, open: readonly Part[], problems: string[]): Promise<void> {
  const parts: Part[] = []
  const keys = data.split(',')
  for (const key of keys.filter((each) => each !== SHIPPED)) {
    const known = open.find(({ opened }) => opened?.file.key === key)
    const part = known ?? (await partAt(key, problems))
    if (part) parts.push(part)
  }
  setWithShipped(keys.includes(SHIPPED))
  // A path can have a comma.
  const mayBePath = keys.length > 1 && keys.every((key) => key !== SHIPPED && keptId(key) === null)
  const whole = parts.length === 0 && mayBePath ? await partAt(data, []) : null
  if (whole) {
    problems.length = 0
    return showFiles([whole], false)
  }
  if (parts.length > 0 || keys.includes(SHIPPED)) return showFiles(parts, false)
  // The list says why it is empty.
  showMissing(data, problems.pop() ?? fileErrors.notRead())
}

/** Null if there is no dataset: a sentence is added to `problems`, or the user is asked. */
async function partAt(key: string, problems: string[]): Promise<Part | null> {
  const read = await readAt(key, problems)
  if (!read) return null
  const { opened, job } = read
  if (opened.kind === 'question') await askColumns(opened, job, { others: 'keep' })
  if (opened.kind !== 'reports') return null
  try {
    return await partOf(opened, job)
  } catch (error) {
    problems.push(sentenceOf(job.files[0]?.name ?? key, error))
    return null
  }
}

async function readAt(
  key: string,
  problems: string[],
): Promise<{ readonly opened: Opened; readonly job: Job } | null> {
  await messagesReady()
  let name = ''
  try {
    const job = { ...(await filesAt(key)), key }
    name = job.files.map((file) => file.name).join(', ')
    const opened = await readJob(job)
    return opened && { opened, job }
  } catch (error) {
    problems.push(sentenceOf(name, error))
    return null
  }
}

function sentenceOf(names: string, error: unknown): string {
  const sentence = problemText(problemOf(error))
  return names === '' ? sentence : fileErrors.ofFile({ names, sentence })
}
