import { geography, geographyFiles, joinToAreas } from '../files/loadGeography'
import { pause } from '../files/pause'
import { readInWorker } from '../files/readInWorker'
import type { Job, Part } from '../files/shownFile'
import { UserError } from '../issues/problem'
import { withFocus } from '../join/customAreas'
import { fileErrors } from '../messages/compiled/fileErrors'
import { buildReading } from '../open/buildReading'
import { loadPlaces } from '../open/loadShipped'
import { openedDataset } from '../open/openedDataset'
import type { Opened, OpenedReport } from '../open/openFiles'
import { note, setOpening, showOutlines } from './actions'
import { keepJob, shownFile } from './job'
import { SHIPPED_CONFLICT } from './shippedConflict'

/** Reads files in a worker, and stores them in this browser only. */

/** Null when reading is stopped. Rejects with a UserError. */
export async function readJob(job: Job): Promise<Opened | null> {
  const names = namesOf(job)
  setOpening({ kind: 'working', names, progress: null })
  const known = await geographyFiles(SHIPPED_CONFLICT)
  if (known.polygons.features.length === 0) note(fileErrors.noDistricts())
  const request = { files: job.files, mapping: job.mapping, ...known }
  const reading = readInWorker(request, (progress) =>
    setOpening({ kind: 'working', names, progress }),
  )
  // The page needs it after reading, and is idle now.
  void geography(SHIPPED_CONFLICT)
  return reading
}

export function namesOf({ files }: Job): string {
  return files.map(({ name }) => name).join(', ')
}

/** The dataset of reports that were read. Rejects with a UserError when there are none. */
export async function partOf(report: OpenedReport, given: Job): Promise<Part> {
  const { file, imported } = report
  if (imported.columns.length === 0) {
    const { numbering } = file.table
    const n = imported.rows.start.length
    const [issue] = imported.reasons
    const because = issue && { numbering, row: issue.first, issue }
    const code = numbering === 'row' ? 'noRowAccepted' : 'noFeatureAccepted'
    throw new UserError({ code, params: { n }, ...(because && { because }) })
  }
  const reading = await readingOf(report)
  await pause()
  const dataset = openedDataset(imported, reading, file)
  const key = await keepJob(given, 'reports', dataset.columns.length, file.table.header)
  const job = { ...given, ...(key && { key }) }
  return {
    id: '',
    name: file.name,
    dataset,
    opened: { file: shownFile(job, key), job, report },
  }
}

export async function readingOf({ file, imported }: Pick<OpenedReport, 'file' | 'imported'>) {
  return buildReading(file, await geography(SHIPPED_CONFLICT), imported)
}

/** Joins to the districts of a file from now on; what is shown is to be joined again. */
export async function takeAreas(
  { own }: Extract<Opened, { kind: 'areas' }>,
  job: Job,
): Promise<void> {
  joinToAreas(own)
  const key = await keepJob(job, 'areas', own.polygons.features.length)
  const polygons = withFocus(own, (await loadPlaces(SHIPPED_CONFLICT)).rows, SHIPPED_CONFLICT)
  showOutlines({ file: shownFile(job, key), polygons, issues: own.issues })
}
