import { areaLocator } from '../geo/polygons'
import type { Issue } from '../issues/issue'
import { commandLine } from '../messages/compiled/commandLine'
import type { Place } from '../model/place'
import { conflictPlaceIssues } from '../schema/conflictRules'
import type { Answer, Call } from './command'
import { conflictFolder, conflictPath, NO_TABLES, openConflict } from './conflictFile'
import { EXIT } from './failure'
import { buildFindings, countFindings, type Finding, failsOn, findingTable } from './issueTable'
import { type Opened, openDataset, readDistricts } from './readFiles'
import { findUncited, rowReportCsv } from './rowReportOption'

/** `check`: lists every issue of the given files, or of the shipped ones. */
export async function check(call: Call): Promise<Answer> {
  const { json, strict } = call
  const { read, findings, outside, opened } = await findAll(call)
  const rowReport = () => (opened ? rowReportCsv(opened) : '')
  const exit = failsOn(findings, strict) ? EXIT.dataErrors : EXIT.ok
  if (json) {
    const result = { files: read, issues: findings }
    return { output: `${JSON.stringify(result, null, 2)}\n`, remarks: '', exit, rowReport }
  }
  const lines = read.map(({ file, kind, rows }) =>
    commandLine.rowsRead({ file, table: kind, n: rows }),
  )
  if (outside > 0) lines.push(commandLine.placesOutside({ n: outside }))
  const table = findings.length === 0 ? '' : `${findingTable(findings)}\n`
  const summary = findings.length === 0 ? commandLine.noFindings() : countFindings(findings)
  return { output: `${table}${[...lines, summary].join('\n')}\n`, remarks: '', exit, rowReport }
}

/**
 * Reads the files and collects their findings. Without a valid dataset.json no other file can be
 * read.
 */
async function findAll(call: Call): Promise<{
  read: Opened['read']
  findings: readonly Finding[]
  outside: number
  opened: Opened | null
}> {
  const { files, dataFolder } = call
  const folder = conflictFolder(files, dataFolder)
  const { conflict, issues: faults } = openConflict(folder)
  if (conflict === null) {
    return { read: [], findings: buildFindings(faults, NO_TABLES), outside: 0, opened: null }
  }
  const opened = await openDataset(call)
  const read = files.length === 0 ? opened.read : opened.read.filter(({ own }) => own)
  // What is wrong with shipped files, which stand in for those that are not given, is not asked.
  const others = new Set(opened.read.flatMap((each) => (read.includes(each) ? [] : each.file)))
  const isOwn = files.length === 0 || files.includes(folder)
  const [columns, areas] = [opened.placeColumns, new Set<string>(opened.dataset.areas.keys())]
  const outlineIssues: Issue[] = []
  const outside = isOwn ? countOutside(opened.places, folder, outlineIssues) : 0
  const issues = [
    ...outlineIssues,
    ...(isOwn ? conflictPlaceIssues(conflict, conflictPath(folder), { columns, areas }) : []),
    ...[...opened.dataset.issues, ...findUncited(opened)].filter(({ file }) => !others.has(file)),
  ]
  return { read, findings: buildFindings(issues, opened.tables, opened.dataset), outside, opened }
}

/** How many settlements stand outside the outline of the area that their row names. */
function countOutside(places: readonly Place[], folder: string, issues: Issue[]): number {
  const areaAt = areaLocator(readDistricts(folder, issues))
  return places.filter(
    ({ kind, position, districts: [area] }) =>
      kind === 'settlement' && position && area !== undefined && areaAt(position) !== area,
  ).length
}
