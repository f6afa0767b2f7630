import type { ParquetQueryFilter } from 'hyparquet'
import type { PublishedFile } from '../publish/publishedFolder'
import { PUBLISHED_FACETS, TEXT_COLUMNS } from '../publish/sortedReport'
import { filesOf, type ReportQuery, textsOf } from './reportQuery'
import type { RowRange, TableFile, TableRows } from './tableFile'

/** Columns of reports that are read: coordinates and minutes are in the texts too. */
export const REPORT_COLUMNS = [
  'day',
  'last_day',
  'area',
  'copy',
  ...PUBLISHED_FACETS,
  'areas',
  'events',
  'id',
]
const TEXTS = [...TEXT_COLUMNS, 'cited']
/** Fewer rows between two wanted ones are read too. */
const NEAR = 64

/** Reads the reports of a query; one of several areas may be there once for each. Rejects with a UserError. */
export async function readReportRows(
  { files: all, open }: { files: readonly PublishedFile[]; open(file: PublishedFile): TableFile },
  query: ReportQuery,
): Promise<ReportRow[]> {
  const files = filesOf(all, query)
  const found = await Promise.all(
    files.map(async (file) => {
      const table = open(file)
      const scan = await table.find(filterOf(query), REPORT_COLUMNS)
      const parts = await Promise.all(
        scan.ranges.map((range) => table.read(scan, range, REPORT_COLUMNS)),
      )
      const rows = parts.flatMap((part) => wantedRows(part, query))
      const texts = textsOf(all, file)
      const written = texts ? await open(texts).readRows(runsOf(rows), TEXTS) : []
      return rows.map((row) => ({ values: row.values, texts: textsAt(written, row.row) }))
    }),
  )
  return found.flat()
}

/** A report: its numbers and codes, and its texts, by column. */
export interface ReportRow {
  readonly values: ReadonlyMap<string, unknown>
  readonly texts: ReadonlyMap<string, unknown>
}

interface FoundRow extends Pick<ReportRow, 'values'> {
  /** In its file. */
  readonly row: number
}

/** The rows of a part of a file that pass the query: the page index leaves in more. */
function wantedRows(main: TableRows, { window, areas }: ReportQuery): FoundRow[] {
  const rows: FoundRow[] = []
  for (let at = 0; at < main.length; at++) {
    const value = (name: string) => main.column(name)[at]
    const isIn = Number(value('day')) <= window.to && Number(value('last_day')) >= window.from
    const isThere = areas ? areas.includes(String(value('area'))) : value('copy') === 0
    if (!isIn || !isThere) continue
    const values = new Map(REPORT_COLUMNS.map((name) => [name, value(name)]))
    rows.push({ row: main.from + at, values })
  }
  return rows
}

/** Rows that are near each other are read together. */
function runsOf(rows: readonly FoundRow[]): RowRange[] {
  const runs: { rowStart: number; rowEnd: number }[] = []
  for (const { row } of rows) {
    const last = runs.at(-1)
    if (last && row - last.rowEnd < NEAR) last.rowEnd = row + 1
    else runs.push({ rowStart: row, rowEnd: row + 1 })
  }
  return runs
}

function textsAt(parts: readonly TableRows[], row: number): ReportRow['texts'] {
  const part = parts.find(({ from, length }) => row >= from && row < from + length)
  return new Map(TEXTS.map((name) => [name, part?.column(name)[row - part.from]]))
}

function filterOf({ window, areas }: ReportQuery): ParquetQueryFilter {
  const days: ParquetQueryFilter[] = [
    { day: { $lte: window.to } },
    { last_day: { $gte: window.from } },
  ]
  return { $and: areas ? [...days, { area: { $in: [...areas] } }] : days }
}
