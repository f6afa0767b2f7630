import { type Issue, type IssueMessage, issueMessage } from '../issues/issue'
import { IssueCollector } from '../issues/issueCollector'
import { UserError } from '../issues/problem'
import { combineTables, haveOneLayout } from '../read/containers/combine'
import type { InnerFile } from '../read/containers/innerFile'
import { decodeText } from '../read/decode'
import { recognise, recogniseTable } from '../read/detect'
import type { Recognised } from '../read/format'

/** What a file is, or one of several in it, with the issues of the file as a whole. */
export interface RecognisedFile<Found extends Recognised = Recognised> {
  /** Of the file that was given. */
  readonly name: string
  readonly found: Found
  /** UTF-8. */
  readonly bytes: Uint8Array
  readonly issues: readonly Issue[]
}

/**
 * Recognises what is in a file (unpack.ts). Of several files in an archive, or sheets of a workbook,
 * what cannot be read is reported and left out, and tables of one layout are one. Rejects with a
 * UserError if there is nothing to read, unless there `mayBeNone`.
 */
export async function recogniseFile(
  name: string,
  inner: readonly InnerFile[],
  mayBeNone = false,
): Promise<RecognisedFile[]> {
  const isSingle = inner.length === 1 && !mayBeNone
  const read: RecognisedFile[] = []
  const unread: Issue[] = []
  let reason: UserError | null = null
  for (const file of inner) {
    const own = isSingle ? name : file.name
    try {
      read.push(await recogniseText(own, file.bytes))
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      reason ??= error
      unread.push(...issuesOf(own, [issueMessage('fileNotRead', '')]))
    }
  }
  const [first, ...others] = await combineAlike(name, read)
  if (!first && mayBeNone) return []
  if (!first) throw reason ?? new UserError({ code: 'emptyFile' })
  const issues = [...first.issues, ...unread]
  return [{ ...first, issues }, ...others].map((each) => ({ ...each, name }))
}

/** Those of the files that are of some kinds. */
export function ofKinds<Kind extends Recognised['kind']>(
  files: readonly RecognisedFile[],
  ...kinds: Kind[]
): RecognisedFile<Extract<Recognised, { kind: Kind }>>[] {
  const found = files.filter((file) => kinds.some((kind) => kind === file.found.kind))
  return found as unknown as RecognisedFile<Extract<Recognised, { kind: Kind }>>[]
}

async function recogniseText(name: string, given: Uint8Array): Promise<RecognisedFile> {
  const decoded = await decodeText(given)
  const found = await recognise(decoded.bytes, name, decoded.encoding)
  const notes = found.kind === 'areas' ? found.notes : found.table.notes
  const { bytes } = decoded
  return { name, found, bytes, issues: issuesOf(name, [...decoded.notes, ...notes]) }
}

/** The files, with the tables that have the layout of the first one of reports as one. */
async function combineAlike(
  name: string,
  files: readonly RecognisedFile[],
): Promise<RecognisedFile[]> {
  const tables = ofKinds(files, 'reports', 'table')
  const first = tables.find(({ found }) => found.kind === 'reports') ?? tables[0]
  if (!first) return [...files]
  const alike = tables.filter(({ found }) => haveOneLayout(found.table, first.found.table))
  if (alike.length === 1) return [...files]
  const table = await combineTables(alike.map(({ name, found }) => ({ name, table: found.table })))
  // All rows together may tell what those of one file do not, such as the order of day and month.
  const found = recogniseTable({ ...table, notes: [] })
  const issues = alike.flatMap((each) => each.issues)
  const one = {
    name,
    found,
    bytes: table.bytes,
    issues: [
      ...issues.filter(({ code }) => code !== 'ambiguousDates'),
      ...issuesOf(name, found.table.notes),
    ],
  }
  const others = files.filter((file) => alike.every(({ found }) => found !== file.found))
  return [one, ...others]
}

function issuesOf(file: string, notes: readonly IssueMessage[]): readonly Issue[] {
  const ofFile = new IssueCollector(file, null, '')
  for (const note of notes) ofFile.add('warning', note)
  return ofFile.list
}
