import type { ParquetQueryFilter } from 'hyparquet'
import type { PublishedFile } from '../publish/publishedFolder'
import { PUBLISHED_FACETS, TEXT_COLUMNS } from '../publish/sortedReport'
import { gather } from './countedRows'
import { filesOf, type ReportQuery, textsOf } from './reportQuery'
import type { TableFile, TableRows } from './tableFile'

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
      const texts = textsOf(all, file)
      return Promise.all(
        scan.ranges.map(async (range) => {
          const [main, ...parts] = await Promise.all([
            table.read(scan, range, REPORT_COLUMNS),
            ...(texts ? await open(texts).readRows([range], TEXTS) : []),
          ])
          return wanted(main, parts, query)
        }),
      )
    }),
  )
  return found.flat(2)
}

/** A report: its numbers and codes, and its texts, by column. */
export interface ReportRow {
  readonly values: ReadonlyMap<string, unknown>
  readonly texts: ReadonlyMap<string, unknown>
}

/** The rows of a part of a file that pass the query: the page index leaves in more. */
function wanted(
  main: TableRows,
  texts: readonly TableRows[],
  { window, areas }: ReportQuery,
): ReportRow[] {
  const rows: ReportRow[] = []
  const cells = new Map(
    TEXTS.map((name) => {
      const values: unknown[] = []
      gather(texts, name, (value, at) => {
        values[at] = value
      })
      return [name, values]
    }),
  )
  for (let row = 0; row < main.length; row++) {
    const value = (name: string) => main.column(name)[row]
    const isIn = Number(value('day')) <= window.to && Number(value('last_day')) >= window.from
    const isThere = areas ? areas.includes(String(value('area'))) : value('copy') === 0
    if (!isIn || !isThere) continue
    rows.push({
      values: new Map(REPORT_COLUMNS.map((name) => [name, value(name)])),
      texts: new Map(TEXTS.map((name) => [name, cells.get(name)?.[row]])),
    })
  }
  return rows
}

function filterOf({ window, areas }: ReportQuery): ParquetQueryFilter {
  const days: ParquetQueryFilter[] = [
    { day: { $lte: window.to } },
    { last_day: { $gte: window.from } },
  ]
  return { $and: areas ? [...days, { area: { $in: [...areas] } }] : days }
}
