import Papa from 'papaparse'
import type { Issue } from '../../types'
import { FORMULA_START } from '../formula'
import { REPEATED_ID } from '../parse'
import { type FileRows, OUTCOMES, type Outcome } from './importReports'
import { type Reading, Rows } from './rows'

/** What is to be said of one row of a file. */
export interface RowReport {
  readonly number: number
  readonly id: string
  readonly outcome: Outcome
  readonly issues: readonly Issue[]
}

/** How many rows had each outcome. */
export type OutcomeCounts = Readonly<Record<Outcome, number>>

export function countOutcomes({ outcome }: FileRows): OutcomeCounts {
  const byCode = new Int32Array(OUTCOMES.length)
  for (const code of outcome) byCode[code] = (byCode[code] ?? 0) + 1
  const [accepted = 0, noted = 0, refused = 0] = byCode
  return { accepted, noted, refused }
}

/** The places of the rows with one of the outcomes, in the order of the file. */
export function placesOf({ outcome }: FileRows, outcomes: readonly Outcome[]): Int32Array {
  const wanted = OUTCOMES.map((each) => outcomes.includes(each))
  const places = new Int32Array(outcome.length)
  let length = 0
  for (let place = 0; place < outcome.length; place++) {
    if (wanted[outcome[place] ?? -1]) places[length++] = place
  }
  return places.subarray(0, length)
}

export interface RowReporter {
  at(place: number): RowReport
  /** The row as it stands in the file, without its line end. */
  text(place: number): string
}

/** Reads rows again to say what was found in each. */
export function createRowReporter(file: FileRows, reading: Reading): RowReporter {
  const rows = new Rows(reading)
  const repeated = new Set(file.repeated)
  const seek = (place: number) => rows.seek(file.start[place] ?? 0, file.number[place] ?? 0)
  return {
    at(place) {
      seek(place)
      const remarks = rows.remarks()
      const read = rows.read(remarks)
      if (read && repeated.has(place)) remarks.error(REPEATED_ID)
      else if (read) rows.join(read, remarks)
      return {
        number: rows.number,
        id: rows.id,
        outcome: OUTCOMES[file.outcome[place] ?? 0] ?? 'accepted',
        issues: remarks.issues,
      }
    },
    text(place) {
      seek(place)
      return rows.text()
    },
  }
}

const COLUMNS = ['row', 'id', 'outcome', 'reasons']

/** The head of the report on a file as CSV. */
export const ROW_REPORT_HEADER = `${COLUMNS.join(',')}\n`

/** One row of it. */
export function rowReportLine({ number, id, outcome, issues }: RowReport): string {
  const reasons = issues.map(({ message }) => message).join('; ')
  return `${Papa.unparse([[number, id, outcome, reasons]], { escapeFormulae: FORMULA_START })}\n`
}
