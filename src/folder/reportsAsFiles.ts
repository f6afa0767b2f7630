import Papa from 'papaparse'
import { FORMULA_START } from '../csv/formula'
import type { Source } from '../model/source'
import type { PublishedConflict } from '../publish/publishedFolder'
import { PUBLISHED_FACETS, TEXT_COLUMNS } from '../publish/sortedReport'
import { type CountedRows, countedRows } from './countedRows'
import { REPORT_COLUMNS, type ReportRow } from './reportRows'
import type { TableRows } from './tableFile'

/** Reports that were read, as two files in Contactline's own columns and as counts of one each. */
export interface ReadReports {
  readonly csv: string
  readonly sourcesCsv: string
  readonly ids: readonly string[]
  readonly rows: CountedRows
}

const SOURCE_COLUMNS = ['id', 'publisher', 'title', 'url', 'published', 'language'] as const

/** Reports with different ids, as files that can be opened. */
export function reportFiles(
  reports: readonly ReportRow[],
  conflict: PublishedConflict,
): ReadReports {
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
    column: (name) =>
      REPORT_COLUMNS.includes(name) ? reports.map(({ values }) => values.get(name)) : [],
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
