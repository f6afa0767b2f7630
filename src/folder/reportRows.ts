import type { ParquetQueryFilter } from 'hyparquet'
import Papa from 'papaparse'
import { FORMULA_START } from '../csv/formula'
import type { Source } from '../model/source'
import type { PublishedConflict, PublishedFile } from '../publish/publishedFolder'
import { PUBLISHED_FACETS, TEXT_COLUMNS } from '../publish/sortedReport'
import { type CountedRows, countedRows, gather } from './countedRows'
import { filesOf, type ReportQuery, textsOf } from './reportQuery'
import type { TableFile, TableRows } from './tableFile'

/** Reports that were read, as two files in Contactline's own columns and as counts of one each. */
export interface ReadReports {
  readonly csv: string
  readonly sourcesCsv: string
  readonly ids: readonly string[]
  readonly rows: CountedRows
}

const COLUMNS = ['day', 'last_day', 'area', 'copy', ...PUBLISHED_FACETS, 'areas', 'events', 'id']
const TEXTS = [...TEXT_COLUMNS, 'cited']
const SOURCE_COLUMNS = ['id', 'publisher', 'title', 'url', 'published', 'language'] as const

/** Reads the reports of a query, each once. Rejects with a UserError. */
export async function readReportRows(
  { conflict, open }: { conflict: PublishedConflict; open(file: PublishedFile): TableFile },
  query: ReportQuery,
): Promise<ReadReports> {
  const files = filesOf(conflict, query)
  const found = await Promise.all(
    files.map(async (file) => {
      const table = open(file)
      const scan = await table.find(filterOf(query), COLUMNS)
      const texts = textsOf(conflict, file)
      return Promise.all(
        scan.ranges.map(async (range) => {
          const [main, ...parts] = await Promise.all([
            table.read(scan, range, COLUMNS),
            ...(texts ? await open(texts).readRows([range], TEXTS) : []),
          ])
          return wanted(main, parts, query)
        }),
      )
    }),
  )
  return asFiles(found.flat(2), conflict)
}

/** A report: its numbers and codes, and its texts, by column. */
interface ReportRow {
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
      values: new Map(COLUMNS.map((name) => [name, value(name)])),
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

function asFiles(found: readonly ReportRow[], conflict: PublishedConflict): ReadReports {
  const reports = [...new Map(found.map((row) => [String(row.values.get('id')), row])).values()]
  const sources = new Map<string, Omit<Source, 'id'> & { readonly id: string }>()
  const cite = (cited: unknown): string => {
    const ids = (JSON.parse(String(cited) || '[]') as Partial<Source>[]).map((source) => {
      const id = source.id ?? `source-${JSON.stringify(source)}`
      const { publisher = '', title = '', url = '', published = '', language = '' } = source
      if (!sources.has(id)) {
        const own = source.id ?? `source-${sources.size + 1}`
        sources.set(id, { id: own, publisher, title, url, published, language })
      }
      return sources.get(id)?.id ?? ''
    })
    return ids.join('; ')
  }
  const ids = reports.map(({ values }) => String(values.get('id')))
  const data = reports.map(({ texts }, at) => [
    ids[at],
    ...TEXT_COLUMNS.map((name) =>
      name === 'sources'
        ? cite(texts.get('cited')) || texts.get(name)
        : asCell(name, texts.get(name)),
    ),
  ])
  const part: TableRows = {
    from: 0,
    length: reports.length,
    column: (name) => (COLUMNS.includes(name) ? reports.map(({ values }) => values.get(name)) : []),
  }
  const options = { newline: '\n', escapeFormulae: FORMULA_START }
  const list = [...sources.values()].map((source) => SOURCE_COLUMNS.map((name) => source[name]))
  return {
    csv: Papa.unparse({ fields: ['id', ...TEXT_COLUMNS], data }, options),
    sourcesCsv: Papa.unparse({ fields: [...SOURCE_COLUMNS], data: list }, options),
    ids,
    rows: countedRows([part], conflict, PUBLISHED_FACETS, { first: 'day', number: 'events' }),
  }
}

/** Coordinates are numbers: no spreadsheet runs them as formulas. */
function asCell(name: string, value: unknown): unknown {
  return (name === 'lon' || name === 'lat') && value !== '' ? Number(value) : value
}
