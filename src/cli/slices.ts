import type { Slice } from '../query/slice'
import { sliceDataset } from '../query/sliceDataset'
import type { Call } from './command'
import { EXIT, Failure } from './failure'
import { readFilter } from './filterOptions'
import { buildFindings, type Finding, findingTable } from './issueTable'
import { type Opened, openDataset } from './readFiles'

/** Opens the files of a call and slices them, with the issues found while reading. */
export function openSlice({ files, dataFolder, filter }: Call): {
  opened: Opened
  slice: Slice
  findings: readonly Finding[]
} {
  const opened = openDataset(files, dataFolder)
  const findings = buildFindings(opened.dataset.issues, opened.tables)
  if (
    opened.dataset.incidents.length === 0 &&
    findings.some(({ severity }) => severity === 'error')
  ) {
    const params = { table: findingTable(findings) }
    throw new Failure(EXIT.dataErrors, { code: 'noReport', params })
  }
  const slice = sliceDataset(opened.dataset, readFilter(filter, opened.dataset))
  return { opened, slice, findings }
}

/** Formats findings for standard error: a table, or JSON; empty without findings. */
export function reportNotes(findings: readonly Finding[], json: boolean): string {
  if (json) return `${JSON.stringify({ issues: findings }, null, 2)}\n`
  return findings.length === 0 ? '' : findingTable(findings)
}
