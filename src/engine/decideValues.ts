import { cleanCell } from '../csv/recordReader'
import { IssueCollector } from '../issues/issueCollector'
import { Rows } from '../open/fileRows'
import { PUBLISHED_FACETS } from '../publish/sortedReport'
import { GROUPS, type Group } from './decidingColumns'
import type { ReadFile } from './engineFile'
import { EngineRow } from './engineRow'
import { type Decided, FileDecider } from './fileDecider'
import type { DecisionTable } from './joinStatements'
import {
  distinctValues,
  ODD_IDS,
  oddPoints,
  POSSIBLE_TOTALS,
  pointColumns,
  rowCells,
} from './keyStatements'
import { CELLS, readRowBinary, tabSeparated } from './rowBinary'
import type { EngineSession } from './session'
import { ROWS_A_FILE, WORK } from './statements'

type ValueGroup = Exclude<Group, 'place'>

/** Rows that are decided, or written, at once. */
const BATCH = 10_000
const VALUES = ['String', 'UInt64', 'UInt32', 'Array(String)'] as const
export const ROW = ['UInt64', 'UInt8', 'UInt32', CELLS] as const

const code = ({ codes }: Decided, key: (typeof PUBLISHED_FACETS)[number]) =>
  codes[PUBLISHED_FACETS.indexOf(key)] ?? 0

/** The table of each group, and what it has of what was decided. */
const TABLES: Readonly<
  Record<ValueGroup, { readonly table: DecisionTable; line(decided: Decided): number[] }>
> = {
  time: {
    table: 'times',
    line: ({ fits, start, end }) => [fits ? 1 : 0, start, end],
  },
  figures: {
    table: 'figures',
    line: ({ fits, killed, wounded, events }) => [fits ? 1 : 0, killed, wounded, events],
  },
  by: { table: 'reporters', line: (decided) => [code(decided, 'by'), decided.side] },
  accused: { table: 'accused', line: (decided) => [code(decided, 'accused')] },
  kind: { table: 'kinds', line: (decided) => [code(decided, 'kind'), code(decided, 'weapon')] },
}

/** Writes what each distinct value of a file decides, but those of places, to the engine's tables. */
export async function decideValues(file: ReadFile): Promise<void> {
  const { session, table, columns } = file
  const decider = new FileDecider(file.reading, columns)
  for (const group of GROUPS) {
    if (group === 'place') continue
    const { table: name, line } = TABLES[group]
    const values = session.stream(distinctValues(table, columns.groups[group]))
    await writeLines(session, name, async function* () {
      for await (const batch of inBatches(readRowBinary(values, VALUES))) {
        const decided = decider.decide(
          group,
          batch.map(([, , , cells]) => cells),
        )
        for (const [at, each] of decided.entries()) {
          yield [batch[at]?.[0] ?? '', ...line(each)].join('\t')
        }
      }
    })
  }
  await writeLines(session, 'positions', () => decidePoints(file, decider))
  await writeLines(session, 'totals', () => findTotals(file))
}

async function* decidePoints({ session, table, columns }: ReadFile, decider: FileDecider) {
  const indices = pointColumns(columns)
  const values = session.stream(distinctValues(table, indices, oddPoints(table)))
  const { lon, lat, both } = columns.point
  for await (const [key, , , cells] of readRowBinary(values, VALUES)) {
    const cell = (column: number) => (column === -1 ? '' : (cells[indices.indexOf(column)] ?? ''))
    const position = decider.pointIn(cell(lon), cell(lat), cell(both))
    yield [key, position ? 1 : 0, ...(position ?? [0, 0])].join('\t')
  }
}

/** Rows that are sums of others, judged by all of their cells. */
async function* findTotals({ session, table, reading }: ReadFile) {
  const row = new EngineRow()
  const rows = new Rows(reading, row)
  const found = session.stream(rowCells(table, POSSIBLE_TOTALS))
  for await (const [number, flaw, count, cells] of readRowBinary(found, ROW)) {
    row.set(number % ROWS_A_FILE, flaw, count, cells)
    const issues = new IssueCollector('', null, '')
    if (rows.next()) rows.read(issues)
    if (issues.list.some(({ code }) => code === 'totalRow')) yield String(number)
  }
}

/** Cleans the ids of a shard that are not plain. */
export async function cleanIds(session: EngineSession): Promise<void> {
  const ids = session.stream(ODD_IDS)
  await writeLines(session, 'ids', async function* () {
    for await (const [id] of readRowBinary(ids, ['String'])) {
      yield [id, cleanCell(id)].map(tabSeparated).join('\t')
    }
  })
}

/** Writes lines of tab-separated text to a table, in batches: results are read to their end first. */
export async function writeLines(
  session: EngineSession,
  table: string,
  lines: () => AsyncIterable<string>,
): Promise<void> {
  const encoder = new TextEncoder()
  const batches: Uint8Array[] = []
  for await (const batch of inBatches(lines())) {
    batches.push(encoder.encode(batch.map((line) => `${line}\n`).join('')))
  }
  await session.insert(`${WORK}.${table}`, eachOf(batches))
}

async function* eachOf<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

async function* inBatches<T>(items: AsyncIterable<T>): AsyncGenerator<T[]> {
  let batch: T[] = []
  for await (const item of items) {
    if (batch.push(item) < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
