import type { CellQuery } from '../folder/cellRows'
import type { CountedRows } from '../folder/countedRows'
import { FolderReader, type ReadCounts } from '../folder/folderReader'
import type { ReportQuery } from '../folder/reportQuery'
import type { ReadReports } from '../folder/reportsAsFiles'
import { type Problem, problemOf, UserError } from '../issues/problem'
import type { DayRange } from '../model/day'
import { requestRange } from '../open/fetchFile'
import type { PublishedConflict, PublishedFile } from '../publish/publishedFolder'
import { isListed } from '../publish/reportList'
import { buffersIn } from './buffersIn'

/** Reads a published folder, so that the page stays free; the page ends it by terminating it. */

/** What can be asked for, and what each answer is. */
export interface FolderAnswers {
  readonly overview: { readonly of: null; readonly answer: CountedRows }
  readonly files: { readonly of: null; readonly answer: readonly PublishedFile[] }
  readonly counts: { readonly of: DayRange; readonly answer: ReadCounts }
  readonly cells: { readonly of: CellQuery; readonly answer: CountedRows }
  readonly reports: { readonly of: ReportQuery; readonly answer: ReadReports }
}
export type FolderQuestion = {
  [Kind in keyof FolderAnswers]: { readonly kind: Kind; readonly of: FolderAnswers[Kind]['of'] }
}[keyof FolderAnswers]

export type FolderRequest =
  | { readonly conflict: PublishedConflict; readonly base: string }
  | { readonly id: number; readonly question: FolderQuestion }
  /** No report is read any more; what was asked for fails. */
  | { readonly stop: true }
export type FolderMessage =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly problem: Problem }
  /** Bytes that came, of whatever was asked for. */
  | { readonly bytes: number }

let reader: FolderReader
let stopping = new AbortController()

addEventListener('message', async ({ data }: MessageEvent<FolderRequest>) => {
  if ('conflict' in data) {
    reader = new FolderReader(data.conflict, async (path, from, to) => {
      const signal = isListed({ path }) ? stopping.signal : undefined
      const read = await requestRange(new URL(path, data.base).href, from, to, signal)
      tell({ bytes: read.bytes.byteLength })
      return read
    })
    return
  }
  if ('stop' in data) {
    stopping.abort()
    stopping = new AbortController()
    return
  }
  const { id, question } = data
  try {
    const answer = await answerTo(question)
    tell({ id, answer }, buffersIn(answer))
  } catch (error) {
    if (!(error instanceof UserError)) console.error(error)
    tell({ id, problem: problemOf(error) })
  }
})

function answerTo(question: FolderQuestion): Promise<unknown> {
  switch (question.kind) {
    case 'overview':
      return reader.overview()
    case 'files':
      return reader.reportFiles()
    case 'counts':
      return reader.counts(question.of)
    case 'cells':
      return reader.cells(question.of)
    case 'reports':
      return reader.reports(question.of)
  }
}

function tell(message: FolderMessage, transfer: Transferable[] = []): void {
  postMessage(message, { transfer })
}
