import type { Box } from '../model/conflict'
import { fold } from '../model/fold'
import type { Position } from '../model/place'
import { pairedRows, type Sides } from '../store/pairing'
import type { Disk } from './disk'
import { ExternalSort } from './externalSort'
import type { SortedRecord } from './runReader'
import { APPROXIMATE, partOf, type SortedReport } from './sortedReport'
import { SortKey } from './sortKey'

/** What is known of the reports that were sorted so far. Plain, so that it can be saved. */
export interface SortState {
  /** Rows that were read, and reports that were accepted: repeated ones too. */
  rows: number
  reports: number
  /** Places that reports of a side share with others. */
  pairs: number
  /** Runs on the disk. */
  runs: Readonly<Record<SortName, number>>
}
const SORTS = ['reports', 'ids', 'pairs', 'rejected'] as const
type SortName = (typeof SORTS)[number]

export const NOTHING_SORTED: SortState = {
  rows: 0,
  reports: 0,
  pairs: 0,
  runs: { reports: 0, ids: 0, pairs: 0, rejected: 0 },
}

/** Of a row, once all are known: its id is that of an earlier one; the other side has a partner. */
const REPEATED = 1
const PAIRED = 2
/** Side 0 is neither. */
const SIDES: Sides = [0, 1, 2]
/** Sorts the reports of a dataset by area and day, and finds repeated ids and pairs on the way. */
export class ReportSorter {
  private readonly sorts: Readonly<Record<SortName, ExternalSort>>
  private readonly key = new SortKey()
  private readonly encoder = new TextEncoder()
  private readonly decoder = new TextDecoder()
  private text = new Uint8Array(1 << 16)
  readonly state: SortState

  constructor(disk: Disk, state: SortState, runBytes?: number) {
    this.state = { ...state }
    const open = (name: SortName) => [
      name,
      new ExternalSort(disk, name, state.runs[name], runBytes),
    ]
    this.sorts = Object.fromEntries(SORTS.map(open))
  }

  /** `side` is the number of the side that reports it; `home` says where a message finds the row. */
  add(report: SortedReport, side: number, settlements: readonly string[], home: unknown): void {
    const { row, id, start, end } = report
    this.state.reports++
    const ids = report.areas.map((area) => area.replace(APPROXIMATE, ''))
    const part = partOf(report)
    for (const [copy, area] of (ids.length > 0 ? ids : ['']).entries()) {
      const key = this.key.clear().text(area).integer(part).integer(start).integer(end)
      const { bytes } = key.text(id)
      this.sorts.reports.add(bytes, this.json([copy, ...valuesOf(report)]))
    }
    const known = this.json([row, id, home, report.points])
    this.sorts.ids.add(this.key.clear().text(id).integer(row).bytes, known)
    if (side === 0) return
    // Folded names have no colon.
    const groups = [...ids.map((area) => `:${area}`), ...settlements.map((name) => fold(name))]
    for (const group of new Set(groups)) {
      const { bytes } = this.key.clear().text(group).integer(start).integer(row)
      this.state.pairs++
      this.sorts.pairs.add(bytes, this.json([group, row, start, end, side]))
    }
  }

  /** `line` describes it in rejected.csv. */
  reject(row: number, line: string): void {
    this.sorts.rejected.add(this.key.clear().integer(row).bytes, this.encoder.encode(line))
  }

  /** Whether much is in memory, and a good time to save. */
  get isFull(): boolean {
    return SORTS.some((name) => this.sorts[name].isFull)
  }

  /** Writes all that is in memory. Returns the state from which sorting can go on. */
  save(): SortState {
    for (const name of SORTS) this.sorts[name].spill()
    const runs = Object.fromEntries(SORTS.map((name) => [name, this.sorts[name].runs]))
    return { ...this.state, runs: runs as SortState['runs'] }
  }

  /**
   * Finds what only all rows show: call it before `merge`. `describe` is of a repeated row, and the
   * homes of the first with its id and of the one before.
   */
  findRelations(
    describe: (home: unknown, id: string, first: unknown, before: unknown) => string,
    onProgress: (done: number, total: number) => void,
  ) {
    const { reports, pairs } = this.state
    let done = 0
    const count = () => onProgress(++done, reports + pairs)
    const flags = new Uint8Array(this.state.rows)
    let [repeated, last, first, before] = [0, '', null as unknown, null as unknown]
    let bounds: Box | null = null
    for (const record of this.sorts.ids.merge()) {
      count()
      const [row, id, home, points] =
        this.read<[number, string, unknown, readonly Position[]]>(record)
      if (id === last) {
        flags[row] = REPEATED
        repeated++
        this.reject(row, describe(home, id, first, before))
        before = home
        continue
      }
      ;[last, first, before] = [id, home, home]
      for (const [lon, lat] of points) {
        const [west, south, east, north]: Box = bounds ?? [lon, lat, lon, lat]
        bounds = [
          Math.min(west, lon),
          Math.min(south, lat),
          Math.max(east, lon),
          Math.max(north, lat),
        ]
      }
    }
    this.markPairs(flags, count)
    return { flags, repeated, bounds }
  }

  /** The lines of rejected rows, in the order of the files. */
  *rejected(): Generator<Uint8Array> {
    for (const { value } of this.sorts.rejected.merge()) yield value
  }

  /** The reports by area and day, without repeated ones: each once for each of its areas. */
  *merge(flags: Uint8Array) {
    for (const record of this.sorts.reports.merge()) {
      const [copy, ...values] = this.read<[number, ...ReportValues]>(record)
      const report = reportOf(values)
      const flag = flags[report.row] ?? 0
      if (flag & REPEATED) continue
      const area = (report.areas[copy] ?? '').replace(APPROXIMATE, '')
      yield { report, area, copy, isPaired: (flag & PAIRED) !== 0 }
    }
  }

  remove(): void {
    for (const name of SORTS) this.sorts[name].remove()
  }

  private markPairs(flags: Uint8Array, onRecord: () => void): void {
    let group = { name: '', rows: [] as number[], starts: [] as number[], ends: [] as number[] }
    let sides: number[] = []
    const mark = () => {
      const { rows, starts, ends } = group
      const columns = {
        length: rows.length,
        startMinute: Int32Array.from(starts),
        endMinute: Int32Array.from(ends),
        codes: { by: Uint8Array.from(sides) },
      }
      const offset = Int32Array.of(0, rows.length)
      const all = { offset, rows: Int32Array.from(rows.keys()), sides: SIDES }
      pairedRows(columns, all).forEach((isPaired, at) => {
        const row = rows[at] ?? 0
        if (isPaired === 1) flags[row] = (flags[row] ?? 0) | PAIRED
      })
    }
    for (const record of this.sorts.pairs.merge()) {
      onRecord()
      const [name, row, start, end, side] =
        this.read<[string, number, number, number, number]>(record)
      if (flags[row] === REPEATED) continue
      if (name !== group.name) {
        mark()
        group = { name, rows: [], starts: [], ends: [] }
        sides = []
      }
      group.rows.push(row)
      group.starts.push(start)
      group.ends.push(end)
      sides.push(side)
    }
    mark()
  }

  /** Valid until the next call. */
  private json(value: unknown): Uint8Array {
    const text = JSON.stringify(value)
    const most = 3 * text.length
    if (most > this.text.length) this.text = new Uint8Array(2 * most)
    return this.text.subarray(0, this.encoder.encodeInto(text, this.text).written)
  }

  private read<T>({ value }: SortedRecord): T {
    return JSON.parse(this.decoder.decode(value)) as T
  }
}

/** The values of a report without their names, of which there are as many as reports. */
function valuesOf(report: SortedReport) {
  const { row, id, start, end, codes, areas, points, events, killed, wounded, texts, cited } =
    report
  return [row, id, start, end, codes, areas, points, events, killed, wounded, texts, cited] as const
}
type ReportValues = ReturnType<typeof valuesOf>

function reportOf(values: ReportValues): SortedReport {
  const [row, id, start, end, codes, areas, points, events, killed, wounded, texts, cited] = values
  return { row, id, start, end, codes, areas, points, events, killed, wounded, texts, cited }
}
