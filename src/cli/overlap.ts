import { overlapCsv } from '../export/overlapCsv'
import { commandLine } from '../messages/compiled/commandLine'
import { MAX_CANDIDATES } from '../query/overlap/candidates'
import { compareEvents } from '../query/overlap/compareEvents'
import { comparable } from '../query/overlap/events'
import { USUAL_REACH } from '../query/overlap/pairReach'
import { sliceDataset } from '../query/sliceDataset'
import type { Answer, Call } from './command'
import { EXIT, usage } from './failure'
import { readFilter } from './filterOptions'
import { buildFindings, failsOn, findingTable } from './issueTable'
import { openDataset } from './readFiles'
import { oneOf } from './slices'
import { textTable } from './textTable'

const FORMATS = ['table', 'csv'] as const

/**
 * `overlap`: the reports that two datasets may share. Of a single file, with the shipped records.
 * Never merges them.
 */
export async function overlap(call: Call): Promise<Answer> {
  const format = oneOf('format', call.format ?? 'table', FORMATS)
  const reach = {
    days: amount('days', call.days, USUAL_REACH.days),
    km: amount('km', call.km, USUAL_REACH.km),
  }
  const [one, other, ...more] = call.files
  if (one === undefined || more.length > 0) throw usage({ code: 'twoDatasets' })
  const opened = [
    await openSlice(call, other === undefined ? [] : [one]),
    await openSlice(call, [other ?? one]),
  ] as const
  const [a, b] = comparable(opened[0].events, opened[1].events)
  const { candidates, matches, byArea } = compareEvents(a, b, reach)
  const findings = opened.flatMap((each) => each.findings)
  const table = findings.length === 0 ? '' : findingTable(findings)
  const counts = {
    both: matches.both,
    only_a: matches.onlyA,
    only_b: matches.onlyB,
    not_compared_a: matches.notComparedA,
    not_compared_b: matches.notComparedB,
    candidates: candidates.a.length,
    cut: candidates.cut,
  }
  const answer = () => {
    if (format === 'csv') return overlapCsv(a, b, candidates, matches)
    if (call.json) {
      const pairs_by_area = Object.fromEntries(byArea)
      return `${JSON.stringify({ ...reach, ...counts, pairs_by_area }, null, 2)}\n`
    }
    const label = (id: keyof typeof counts) =>
      commandLine.overlapCount({ id, most: MAX_CANDIDATES })
    const rows = (Object.keys(counts) as (keyof typeof counts)[]).map((id) => [
      label(id),
      String(counts[id]),
    ])
    const areas = byArea.map(([id, n]) => [a.dataset.areas.get(id)?.name ?? id, id, String(n)])
    return [
      commandLine.overlapHeading({ ...reach, a: opened[0].name, b: opened[1].name }),
      textTable([commandLine.overlapWhat(), commandLine.overlapNumber()], rows),
      ...(areas.length === 0
        ? []
        : [
            textTable(
              [commandLine.overlapArea(), commandLine.statsId(), commandLine.overlapPairs()],
              areas,
            ),
          ]),
      `${commandLine.overlapNote()}\n`,
    ].join('\n')
  }
  return {
    output: answer(),
    remarks: call.json ? `${JSON.stringify({ issues: findings }, null, 2)}\n` : table,
    exit: failsOn(findings, call.strict) ? EXIT.dataErrors : EXIT.ok,
  }
}

async function openSlice(call: Call, files: readonly string[]) {
  const { dataset, tables, info } = await openDataset({ ...call, files })
  const { rows } = sliceDataset(dataset, readFilter(call.filter, dataset))
  return {
    events: { dataset, rows: Int32Array.from(rows) },
    findings: buildFindings(dataset.issues, tables),
    name: files[0] ?? info.title,
  }
}

/** A number that is not negative. Throws a Failure that names the option otherwise. */
function amount(option: string, given: string | undefined, usual: number): number {
  const value = given === undefined ? usual : Number(given)
  if (Number.isFinite(value) && value >= 0 && given !== '') return value
  throw usage({ code: 'wrongAmount', params: { option, value: given ?? '' } })
}
