import type { ExportMeta } from '../export/provenance'
import type { Slice } from '../query/slice'
import { sliceDataset } from '../query/sliceDataset'
import type { Answer, Call } from './command'
import { EXIT, Failure, usage } from './failure'
import { readFilter } from './filterOptions'
import { buildFindings, failsOn, findingTable } from './issueTable'
import { type Opened, openDataset } from './readFiles'
import { rowReportCsv } from './rowReportOption'

export interface Sliced {
  readonly opened: Opened
  readonly slice: Slice
  readonly meta: ExportMeta
}

/**
 * Opens the files of a call, slices them and answers with what is written of the slice. The issues
 * found while reading go to standard error, as a table or JSON.
 */
export async function answerSlice(
  call: Call,
  write: (sliced: Sliced) => Answer['output'] | Promise<Answer['output']>,
): Promise<Answer> {
  const { filter, json, strict, generated } = call
  const opened = await openDataset(call)
  const { dataset, info } = opened
  const findings = buildFindings(dataset.issues, opened.tables, dataset)
  const table = findings.length === 0 ? '' : findingTable(findings)
  if (dataset.incidents.length === 0 && failsOn(findings, false)) {
    throw new Failure(EXIT.dataErrors, { code: 'noReport', params: { table } })
  }
  const slice = sliceDataset(dataset, readFilter(filter, dataset))
  return {
    output: await write({ opened, slice, meta: { ...info, generated } }),
    remarks: json ? `${JSON.stringify({ issues: findings }, null, 2)}\n` : table,
    exit: failsOn(findings, strict) ? EXIT.dataErrors : EXIT.ok,
    rowReport: () => rowReportCsv(opened),
  }
}

/** The value of an option that takes one of a few. Throws a Failure that lists them. */
export function oneOf<Value extends string>(
  option: string,
  value: string,
  known: readonly Value[],
): Value {
  const found = known.find((each) => each === value)
  if (found !== undefined) return found
  throw usage({ code: 'wrongChoice', params: { option, value, known: known.join(', ') } })
}
