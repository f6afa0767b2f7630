import { existsSync } from 'node:fs'
import type { IssueCode } from '../../issues/issue'
import { rowReportLine } from '../../open/rowReport'
import type { Disk } from '../../publish/disk'
import { sortDataset } from '../../publish/readReports'
import { NOTHING_SORTED, ReportSorter } from '../../publish/reportSorter'
import type { Call } from '../command'
import { buildFindings } from '../issueTable'
import { openDataset } from '../readFiles'
import { rejectedRows } from '../rowReportOption'
import { type Outcome, type Progress, writeTables } from './publishOutcome'

const REPEATED: ReadonlySet<IssueCode> = new Set(['repeatedId', 'idInOtherFile'])

/** Reads the files as `join` does. */
export async function publishWhole(call: Call, disk: Disk, progress: Progress): Promise<Outcome> {
  const opened = await openDataset(call)
  const { dataset, info, tables } = opened
  const findings = buildFindings(dataset.issues, tables, dataset)
  const sorter = new ReportSorter(disk, NOTHING_SORTED)
  sortDataset(dataset, sorter)
  const rejected = rejectedRows(opened)
  for (const [row, each] of rejected.entries()) sorter.reject(row, rowReportLine(each))
  const { conflict, places, areas } = dataset
  const repeated = rejected.filter(({ issues }) => issues.some(({ code }) => REPEATED.has(code)))
  const written = {
    ...writeTables(disk, conflict, sorter, progress),
    repeated: repeated.length,
  }
  const [list, ...others] = opened.read.filter(({ kind }) => kind === 'places')
  const gazetteer = list && others.length === 0 && existsSync(list.file) ? list.file : null
  const geography = { conflict, places, polygons: opened.polygons() }
  return {
    conflict,
    info,
    areas,
    written,
    cleanUp: () => sorter.remove(),
    findings,
    gazetteer,
    geography: places.length > 0 ? geography : null,
  }
}
