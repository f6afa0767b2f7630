import Papa from 'papaparse'
import { FORMULA_START } from '../csv/formula'
import { englishIssueText } from '../issues/issueText'
import { withHint } from '../join/nameHints'
import { type Reading, Rows } from './fileRows'
import { addRepeated, type FileRows, OUTCOMES } from './importReports'

export type RowReporter = ReturnType<typeof createRowReporter>
type RowReport = ReturnType<RowReporter['at']>

/** Reads rows again to report what was found in each. */
export function createRowReporter(file: FileRows, reading: Reading) {
  const rows = new Rows(reading)
  const repeated = new Set(file.repeated)
  const { gazetteer } = reading.geography
  const seek = (place: number) => rows.seek(file.start[place] ?? 0, file.number[place] ?? 0)
  return {
    /** `hints`: with similar names for unknown ones, which takes long for very many rows. */
    at(place: number, hints = true) {
      seek(place)
      const issues = rows.collector()
      const read = rows.read(issues)
      if (read && repeated.has(place)) addRepeated(reading, issues)
      else if (read) rows.join(read, issues)
      const { file: name, row: number } = rows.home
      return {
        file: name,
        /** Its file if there are several. */
        part: reading.table.parts ? name : '',
        number,
        id: rows.id,
        outcome: OUTCOMES[file.outcome[place] ?? 0] ?? 'accepted',
        issues: hints ? issues.list.map((issue) => withHint(issue, gazetteer)) : issues.list,
      }
    },
    /** The row as in the file, without its line end. */
    text(place: number) {
      seek(place)
      return rows.text()
    },
  }
}

const COLUMNS = ['row', 'id', 'outcome', 'reasons', 'file']

/** The header of the report on a file as CSV. */
export const ROW_REPORT_HEADER = `${COLUMNS.join(',')}\n`

/** One row of it, in English in every language of the interface. */
export function rowReportLine({ file, number, id, outcome, issues }: RowReport): string {
  const reasons = issues.map(englishIssueText).join('; ')
  const cells = [number, id, outcome, reasons, file]
  return `${Papa.unparse([cells], { escapeFormulae: FORMULA_START })}\n`
}
