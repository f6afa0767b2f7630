import type { Issue } from '../issues/issue'
import { IssueCollector } from '../issues/issueCollector'
import { ROW_REPORT_HEADER, rowReportLine } from '../open/rowReport'
import type { Opened } from './readFiles'

/** The report on each row of the given files of reports, as the page saves it (CSV). */
export function rowReportCsv(opened: Opened): string {
  return [ROW_REPORT_HEADER, ...reportRows(opened).map(rowReportLine)].join('')
}

/** What that report says of rows that were rejected. */
export function rejectedRows(opened: Opened): ReturnType<typeof reportRows> {
  return reportRows(opened).filter(({ outcome }) => outcome === 'refused')
}

function reportRows(opened: Opened): Parameters<typeof rowReportLine>[0][] {
  const issues = new Map<string, Issue[]>()
  const keyOf = (file: string, row: number | null) => `${row} ${file}`
  for (const issue of [...opened.dataset.issues, ...findUncited(opened)]) {
    const key = keyOf(issue.file, issue.row)
    const known = issues.get(key)
    if (known) known.push(issue)
    else issues.set(key, [issue])
  }
  return opened.rows.map(({ file, row, id, isRead }) => {
    const own = issues.get(keyOf(file, row)) ?? []
    const isRefused = !isRead || own.some(({ severity }) => severity === 'error')
    const outcome = isRefused ? 'refused' : own.length > 0 ? 'noted' : 'accepted'
    return { file, number: row, id, outcome, issues: own }
  })
}

/** A note for each report that cites no source. */
export function findUncited({ dataset, homeOf }: Opened): Issue[] {
  return dataset.incidents
    .filter(({ record }) => record.sources.length === 0)
    .flatMap(({ record, id }) => {
      const { file, row, columnOf } = homeOf(record.row)
      const ofRow = new IssueCollector(file, row, id)
      ofRow.warning('noSource', columnOf('sources'))
      return ofRow.list
    })
}
