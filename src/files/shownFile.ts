import type { GivenFile, OpenedReport } from '../open/openFiles'
import type { Mapping } from '../read/format'
import type { NamedDataset } from '../store/combined/joinVocabularies'

/** Files that are read, and how. */
export interface Job {
  readonly files: readonly GivenFile[]
  readonly mapping: Mapping | null
  /** Their value in a link; undefined for files that the user has just given. */
  readonly key?: string
}

/** An opened file that is shown instead of the shipped records. */
export interface ShownFile {
  readonly name: string
  readonly bytes: number
  /** Its value in a link (url.ts, `data`); null while it is in memory only. */
  readonly key: string | null
}

/** A dataset that is shown, alone or beside others. */
export interface Part extends NamedDataset {
  /** What an opened file was read from; null for the shipped records. */
  readonly opened: {
    readonly file: ShownFile
    readonly job: Job
    readonly report: OpenedReport
  } | null
  /** Of a published folder: its dataset.json. */
  readonly folder?: ShownFile
}

/** The shipped records among several datasets: their id, and their value in a link. */
export const SHIPPED = 'shipped'

/** Whether a link to the file, or to all of several, opens it in other browsers too. */
export function isLinkable({ key }: ShownFile): boolean {
  return key?.split(',').every((each) => !each.startsWith('browser:')) === true
}
