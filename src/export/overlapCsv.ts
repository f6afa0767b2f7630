import Papa from 'papaparse'
import { FORMULA_START } from '../csv/formula'
import { formatDay } from '../model/day'
import { joinValues } from '../model/fields'
import type { Incident } from '../model/report'
import type { Candidates } from '../query/overlap/candidates'
import { type Events, sitesOfRow } from '../query/overlap/events'
import type { Matches } from '../query/overlap/matchPairs'
import type { Dataset } from '../store/dataset'

/** What is told of each report, with `_a` or `_b` behind it. */
const CELLS: Readonly<Record<string, (incident: Incident) => string>> = {
  id: ({ id }) => id,
  date_start: ({ record }) => formatDay(record.date_start),
  date_end: ({ record }) => formatDay(record.date_end),
  areas: ({ areas }) => joinValues(areas),
  settlements: ({ record }) => joinValues(record.settlements),
  kind: ({ record }) => joinValues(record.kind),
  reported_by: ({ record }) => record.reported_by,
  summary: ({ record }) => record.summary,
}
const NAMES = Object.keys(CELLS)

/** What a row of the table says of its reports. */
type Status = 'match' | 'candidate' | 'only-a' | 'only-b' | 'not-compared-a' | 'not-compared-b'

const FIELDS = [
  'status',
  'km',
  'days',
  ...['a', 'b'].flatMap((side) => NAMES.map((name) => `${name}_${side}`)),
]

/**
 * Two datasets beside each other as CSV (RFC 4180): a row for each candidate pair, `match` where it
 * is the one-to-one match of both, else `candidate`; then a row for each report that is in no match,
 * or has no settlement to compare. `km` has one decimal. `decisions` are those of a reader, by pair.
 */
export function overlapCsv(
  a: Events<Dataset>,
  b: Events<Dataset>,
  candidates: Candidates,
  { isMatch }: Pick<Matches, 'isMatch'>,
  decisions: ReadonlyMap<number, string> = new Map(),
): string {
  const ifAny = (cell: string) => (decisions.size > 0 ? [cell] : [])
  const data: (string | number)[][] = []
  const [matchedA, matchedB] = [new Set<number>(), new Set<number>()]
  candidates.a.forEach((rowA, pair) => {
    const rowB = candidates.b[pair] ?? 0
    const status: Status = isMatch[pair] === 1 ? 'match' : 'candidate'
    if (status === 'match') {
      matchedA.add(rowA)
      matchedB.add(rowB)
    }
    const [km = 0, days = 0] = [candidates.km[pair], candidates.days[pair]]
    const decision = ifAny(decisions.get(pair) ?? '')
    data.push([status, km.toFixed(1), days, ...cellsOf(a, rowA), ...cellsOf(b, rowB), ...decision])
  })
  const none = NAMES.map(() => '')
  for (const row of a.rows) {
    if (matchedA.has(row)) continue
    const status: Status = sitesOfRow(a, row).length > 0 ? 'only-a' : 'not-compared-a'
    data.push([status, '', '', ...cellsOf(a, row), ...none, ...ifAny('')])
  }
  for (const row of b.rows) {
    if (matchedB.has(row)) continue
    const status: Status = sitesOfRow(b, row).length > 0 ? 'only-b' : 'not-compared-b'
    data.push([status, '', '', ...none, ...cellsOf(b, row), ...ifAny('')])
  }
  const options = { newline: '\n', escapeFormulae: FORMULA_START }
  return `${Papa.unparse({ fields: [...FIELDS, ...ifAny('decision')], data }, options)}\n`
}

function cellsOf({ dataset }: Events<Dataset>, row: number): string[] {
  const incident = dataset.incidents.at(row)
  return Object.values(CELLS).map((read) => (incident ? read(incident) : ''))
}
