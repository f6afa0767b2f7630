import type { FileRows } from '../../data/opened/importReports'
import type { OpenedFile } from '../../data/opened/openFiles'
import {
  placesOf,
  ROW_REPORT_HEADER,
  type RowReporter,
  rowReportLine,
} from '../../data/opened/rowReport'
import { saveFile } from '../downloads'

/** Longer, and the page would stand still for the reader. */
const SLICE_MS = 20

/** Saves what was found in every row. Resolves to a sentence for the reader. */
export function saveReport(
  file: OpenedFile,
  rows: FileRows,
  reporter: RowReporter,
): Promise<string> {
  const places = Int32Array.from(rows.start, (_, place) => place)
  return write(`${stemOf(file)}-report.csv`, ROW_REPORT_HEADER, places, (place) =>
    rowReportLine(reporter.at(place)),
  )
}

/** Saves the rows that were refused as they stand in the file, under its header. */
export function saveRefused(
  file: OpenedFile,
  rows: FileRows,
  reporter: RowReporter,
): Promise<string> {
  const { bytes, headerEnd } = file.table
  const header = new TextDecoder().decode(bytes.subarray(0, headerEnd))
  return write(
    `${stemOf(file)}-refused.csv`,
    header,
    placesOf(rows, ['refused']),
    (place) => `${reporter.text(place)}\n`,
  )
}

async function write(
  name: string,
  header: string,
  places: Int32Array,
  lineOf: (place: number) => string,
): Promise<string> {
  const parts: string[] = [header]
  let until = performance.now() + SLICE_MS
  for (const place of places) {
    parts.push(lineOf(place))
    if (performance.now() < until) continue
    await new Promise((resume) => setTimeout(resume))
    until = performance.now() + SLICE_MS
  }
  saveFile(new Blob(parts, { type: 'text/csv;charset=utf-8' }), name)
  return `${places.length.toLocaleString('en')} rows saved to ${name}.`
}

function stemOf({ name }: OpenedFile): string {
  return name.replace(/(\.(csv|tsv|txt|json|geojson))?(\.gz)?$/i, '')
}
