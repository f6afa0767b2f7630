import type { Conflict } from '../model/conflict'
import type { Position } from '../model/place'
import { Rows } from '../open/fileRows'
import type { ReasonCounter } from '../open/reasons'
import { rowReportLine } from '../open/rowReport'
import type { Disk } from '../publish/disk'
import { ExternalSort } from '../publish/externalSort'
import { describeRepeated } from '../publish/readReports'
import { ReportFiles } from '../publish/reportFiles'
import { partOf, type SortedReport, textsOf } from '../publish/sortedReport'
import { compareBytes, SortKey } from '../publish/sortKey'
import { sortedReports } from './countStatements'
import { ROW } from './decideValues'
import type { ReadFile } from './engineFile'
import { EngineRow } from './engineRow'
import { FIRST_OF_REPEATED, REJECTED_ROWS, REPEATED_ROWS } from './joinStatements'
import { rowCells } from './keyStatements'
import { type BinaryRow, CELLS, type CellList, collectRows, readRowBinary } from './rowBinary'
import { ROWS_A_FILE } from './statements'

const TYPES = [
  ...(['String', 'UInt32', 'UInt64', 'Int32', 'Int32', 'Array(UInt32)', 'Array(String)'] as const),
  ...(['Array(Float64)', 'Int32', 'Int32', 'Int32', 'String'] as const),
  ...(['UInt8', 'UInt32', CELLS] as const),
] as const
type Sorted = BinaryRow<typeof TYPES>

/** Reads rows of the engine by the code that reads files. */
class TextReader {
  private readonly row = new EngineRow()
  private readonly rowsOf: ReadonlyMap<number, Rows>

  constructor(files: readonly ReadFile[]) {
    this.rowsOf = new Map(
      files.map(({ table, reading }) => [table.number, new Rows(reading, this.row)]),
    )
  }

  read(number: number, flaw: number, count: number, cells: CellList) {
    const rows = this.rowsOf.get(Math.floor(number / ROWS_A_FILE))
    this.row.set(number % ROWS_A_FILE, flaw, count, cells)
    if (!rows?.next()) throw new Error(`there is no row ${number}`)
    const issues = rows.collector()
    const read = rows.read(issues)
    return { rows, read, issues }
  }
}

/** Writes the reports of all shards in their order, with the text of their rows. */
export async function writeSorted(
  files: readonly ReadFile[],
  disk: Disk,
  conflict: Conflict,
  reasons: ReasonCounter,
  onRow: () => void,
) {
  const reader = new TextReader(files)
  const written = new ReportFiles(disk, conflict)
  const sessions = [...new Set(files.map(({ session }) => session))]
  const streams = sessions.map((session) => {
    const tables = files.filter((file) => file.session === session).map(({ table }) => table)
    return readRowBinary(session.stream(sortedReports(tables)), TYPES)
  })
  for await (const sorted of mergeSorted(streams)) {
    const [area, copy, row, start, end, codes, areas, positions, events, killed, wounded, id] =
      sorted
    const [, , , , , , , , , , , , flaw, count, cells] = sorted
    const { rows, read, issues } = reader.read(row, flaw, count, cells)
    if (!read) throw new Error(`row ${row} cannot be read`)
    const { record, cited } = rows.cite(read, issues)
    if (copy === 0) {
      reasons.add(issues.list, 1, row)
      onRow()
    }
    const report: SortedReport = {
      ...{ row, id, start, end, codes: [...codes], areas, events },
      points: pairs(positions),
      killed: killed === -1 ? null : killed,
      wounded: wounded === -1 ? null : wounded,
      ...textsOf({ record, citedSources: cited }, conflict),
    }
    written.add(report, area, copy)
  }
  return written.finish()
}

/** The lines of rejected.csv: rows that cannot be reports, and those that repeat an id. */
export async function sortRejected(
  files: readonly ReadFile[],
  disk: Disk,
  reasons: ReasonCounter,
): Promise<ExternalSort> {
  const sort = new ExternalSort(disk, 'rejected')
  const [reader, key, encoder] = [new TextReader(files), new SortKey(), new TextEncoder()]
  const nameOf = (row = 0) =>
    files.find(({ table }) => table.number === Math.floor(row / ROWS_A_FILE))?.table.name
  const types = ['UInt64', 'UInt64', 'UInt64'] as const
  for (const { session, table } of files) {
    const repeated = await collectRows(session, FIRST_OF_REPEATED, types)
    const earlier = new Map(repeated.map(([row, ...others]) => [row, others]))
    for (const [condition, isRepeated] of [
      [REJECTED_ROWS, false],
      [REPEATED_ROWS, true],
    ] as const) {
      const found = session.stream(rowCells(table, condition))
      for await (const [row, flaw, count, cells] of readRowBinary(found, ROW)) {
        const { rows, read, issues } = reader.read(row, flaw, count, cells)
        const { file, row: number } = rows.home
        // A repeated id is found in the reading of a row; what its joining finds is counted only.
        const notes = [...issues.list]
        if (isRepeated && read) rows.cite(read, issues)
        reasons.add(issues.list, 1, row)
        const [first, before] = (earlier.get(row) ?? []).map(nameOf)
        const line = isRepeated
          ? describeRepeated([file, number, ...notes], rows.id, [first], [before])
          : rowReportLine({ file, number, id: rows.id, outcome: 'refused', issues: notes })
        const place = key.clear().integer(table.number).integer(number)
        sort.add(place.bytes, encoder.encode(line))
      }
    }
  }
  return sort
}

/** Merges sorted rows by area, start, end and id. */
async function* mergeSorted(streams: readonly AsyncGenerator<Sorted>[]): AsyncGenerator<Sorted> {
  const heads = await Promise.all(streams.map((stream) => stream.next()))
  const keys = heads.map(({ value }) => (value ? keyOf(value) : NO_KEY))
  const isBefore = (a: Uint8Array, b: Uint8Array) =>
    compareBytes(a, 0, a.length, b, 0, b.length) < 0
  for (;;) {
    let first = -1
    for (const [at, { done }] of heads.entries()) {
      if (done) continue
      if (first === -1 || isBefore(keys[at] ?? NO_KEY, keys[first] ?? NO_KEY)) first = at
    }
    const head = heads[first]
    if (!head) return
    yield head.value
    const next = await streams[first]?.next()
    if (!next) return
    heads[first] = next
    if (next.value && streams.length > 1) keys[first] = keyOf(next.value)
  }
}

const NO_KEY = new Uint8Array()

function keyOf([area, , , start, end, , , , , , , id]: Sorted): Uint8Array {
  return new SortKey()
    .text(area)
    .integer(partOf({ start, end }))
    .integer(start)
    .integer(end)
    .text(id).bytes
}

function pairs(numbers: readonly number[]): Position[] {
  return Array.from({ length: numbers.length / 2 }, (_, at) => [
    numbers[2 * at] ?? 0,
    numbers[2 * at + 1] ?? 0,
  ])
}
