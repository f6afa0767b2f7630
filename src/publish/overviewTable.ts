import type { Conflict } from '../model/conflict'
import { type CalendarUnit, type Day, formatDay, sliceAround } from '../model/day'
import { facetValues } from '../model/facets'
import { dayOf, type Minute } from '../model/interval'
import type { Disk } from './disk'
import { type ParquetColumn, ParquetFile } from './parquetFile'
import type { WrittenFile } from './publishedFolder'
import { PUBLISHED_FACETS, type SortedReport } from './sortedReport'

const MAX_BYTES = 300_000
const PATH = 'overview.parquet'
const COLUMNS: readonly ParquetColumn[] = [
  { name: 'first_day', type: 'day' },
  { name: 'last_day', type: 'day' },
  { name: 'by', type: 'text' },
  { name: 'number', type: 'integer' },
]
const UNITS: readonly CalendarUnit[] = ['day', 'week', 'month', 'year']

const BY = PUBLISHED_FACETS.indexOf('by')

/** Counts reports by first day, last day and party. */
export class Overview {
  private readonly numbers = new Map<string, number>()

  add({ start, end, codes, events }: SortedReport): void {
    this.addSum(dayOf(start as Minute), dayOf(end as Minute), codes[BY] ?? 0, events)
  }

  /** Adds reports of the same days and party (the code of `by`). */
  addSum(first: number, last: number, by: number, events: number): void {
    const key = `${first} ${last} ${by}`
    this.numbers.set(key, (this.numbers.get(key) ?? 0) + events)
  }

  /** Writes overview.parquet, by the shortest unit with which it is small enough. */
  write(disk: Disk, conflict: Conflict): { file: WrittenFile; unit: CalendarUnit } {
    const parties = facetValues('by', conflict)
    for (const unit of UNITS) {
      const rows = this.rowsBy(unit)
      const file = new ParquetFile(disk, PATH, COLUMNS)
      file.writeGroup(
        rows.map(([first, last, by, number]) => [first, last, parties[by] ?? '', number]),
      )
      file.finish()
      const isSmall = (disk.open(PATH)?.size ?? 0) <= MAX_BYTES
      if (!isSmall && unit !== 'year') continue
      const [[from] = [0]] = rows
      const to = rows.reduce((most, [, last]) => Math.max(most, last), from)
      const days = rows.length > 0 && { from: formatDay(from as Day), to: formatDay(to as Day) }
      const { rows: number, footerBytes: footer } = file
      return { file: { path: PATH, rows: number, footer, ...days }, unit }
    }
    throw new Error('there is no unit')
  }

  /** In order. Days are those of the units that they are in: its first and its last. */
  private rowsBy(unit: CalendarUnit): [number, number, number, number][] {
    const sums = new Map<string, [number, number, number, number]>()
    for (const [key, number] of this.numbers) {
      const [first = 0, last = 0, by = 0] = key.split(' ').map(Number)
      const { from } = sliceAround(first as Day, unit)
      const { to } = sliceAround(last as Day, unit)
      const sum = sums.get(`${from} ${to} ${by}`) ?? [from, to, by, 0]
      sum[3] += number
      sums.set(`${from} ${to} ${by}`, sum)
    }
    return [...sums.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])
  }
}
