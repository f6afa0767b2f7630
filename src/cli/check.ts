import type { Issue } from '../issues/issue'
import { IssueCollector } from '../issues/issueCollector'
import { commandLine } from '../messages/commandLine'
import type { Answer, Call } from './command'
import { EXIT } from './failure'
import { buildFindings, countFindings, type Finding, findingTable } from './issueTable'
import { type Opened, openDataset } from './readFiles'

/** `check`: every issue of the files, or of the shipped ones. */
export function check({ files, dataFolder, json, strict }: Call): Answer {
  const opened = openDataset(files, dataFolder)
  const given = files.length === 0 ? opened.read : opened.read.filter(({ own }) => own)
  const names = new Set(given.map(({ file }) => file))
  const issues = [...opened.dataset.issues, ...uncitedReports(opened)]
  const findings = buildFindings(
    issues.filter(({ file }) => names.has(file)),
    opened.tables,
  )
  const exit = failsOn(findings, strict) ? EXIT.dataErrors : EXIT.ok
  if (json) {
    const result = { files: given, issues: findings }
    return { output: `${JSON.stringify(result, null, 2)}\n`, remarks: '', exit }
  }
  const read = given.map(({ file, kind, rows }) =>
    commandLine.rowsRead({ file, table: kind, n: rows }),
  )
  const table = findings.length === 0 ? '' : `${findingTable(findings)}\n`
  const summary = findings.length === 0 ? commandLine.noFindings() : countFindings(findings)
  return { output: `${table}${read.join('\n')}\n${summary}\n`, remarks: '', exit }
}

/** Whether the findings make a command end with an error. */
export function failsOn(findings: readonly Finding[], strict: boolean): boolean {
  return findings.some(({ severity }) => strict || severity === 'error')
}

/** A warning for each report without a source. */
function uncitedReports({ dataset, fileOf }: Opened): Issue[] {
  return dataset.incidents
    .filter(({ record }) => record.sources.length === 0)
    .flatMap(({ record, id }) => {
      const { file, row } = fileOf(record.row)
      const ofRow = new IssueCollector(file, row, id)
      ofRow.warning('noSource', 'sources')
      return ofRow.list
    })
}
