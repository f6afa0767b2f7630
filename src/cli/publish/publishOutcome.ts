import type { DatasetInfo } from '../../export/provenance'
import type { GeographyFiles } from '../../join/geography'
import type { Conflict } from '../../model/conflict'
import type { AreaId } from '../../model/ids'
import type { Area } from '../../model/place'
import type { Disk } from '../../publish/disk'
import { type PublishedReports, writeReports } from '../../publish/publishFolder'
import type { ReportSorter } from '../../publish/reportSorter'
import type { Finding } from '../issueTable'
import type { progressLines } from './progressLine'

/** What the reports of a call came to, before their folder is described. */
export interface Outcome {
  readonly conflict: Conflict
  readonly info: DatasetInfo
  readonly areas: ReadonlyMap<AreaId, Area>
  readonly written: PublishedReports
  readonly findings: readonly Finding[]
  /** Null for reports in another part of the world. */
  readonly geography: GeographyFiles | null
  /** The file of its places, if it is one file. */
  readonly gazetteer: string | null
  /** Name and version of the engine that joined the reports. */
  readonly engine?: string
  /** Removes what was needed on the way. */
  cleanUp(): void
}

export type Progress = ReturnType<typeof progressLines>

/** Writes the tables of sorted reports. */
export function writeTables(
  disk: Disk,
  conflict: Conflict,
  sorter: ReportSorter,
  progress: Progress,
) {
  return writeReports(disk, conflict, sorter, (step, rows, total) =>
    progress(step, rows, total, rows),
  )
}
