import { fileStem } from '../../export/sliceFileName'
import { pause } from '../../files/pause'
import { open } from '../../messages/compiled/open'
import type { OpenedFile } from '../../open/buildReading'
import type { FileRows } from '../../open/importReports'
import { ROW_REPORT_HEADER, type RowReporter, rowReportLine } from '../../open/rowReport'
import { saveFile } from '../shared/downloads'

/** Some ms of reading. */
const LINES_A_STEP = 500
/** Rows with hints at similar names. */
const MAX_HINTED = 1000

/** Saves the issues of every row. Resolves to a sentence for the user. */
export function saveReport(
  file: OpenedFile,
  rows: FileRows,
  reporter: RowReporter,
): Promise<string> {
  const places = Int32Array.from(rows.start, (_, place) => place)
  return write(`${fileStem([file.name])}-report.csv`, ROW_REPORT_HEADER, places, (place) =>
    rowReportLine(reporter.at(place, place < MAX_HINTED)),
  )
}

/** Saves the refused rows unchanged, under the header of their file. */
export function saveRefused(
  file: OpenedFile,
  rows: FileRows,
  reporter: RowReporter,
): Promise<string> {
  const { bytes, headerEnd } = file.table
  const header = new TextDecoder().decode(bytes.subarray(0, headerEnd))
  return write(
    `${fileStem([file.name])}-refused.csv`,
    header,
    rows.withOutcome.refused,
    (place) => `${reporter.text(place)}\n`,
  )
}

async function write(
  name: string,
  header: string,
  places: Int32Array,
  lineOf: (place: number) => string,
): Promise<string> {
  const parts = [header]
  for (const place of places) {
    parts.push(lineOf(place))
    if (parts.length % LINES_A_STEP === 0) await pause()
  }
  saveFile(new Blob(parts, { type: 'text/csv;charset=utf-8' }), name)
  return open.saved({ n: places.length, file: name })
}
