import { FIELD_NAMES, REQUIRED_FIELDS } from '../model/fields'
import { columnFinder } from './cells'
import { findDateOrder } from './dates'
import { type FormatId, NotData, type OpenedTable, type Recognised } from './format'
import { readGeoJson } from './geojsonTable'
import { guessMapping } from './guessMapping'
import { readHeader, readSamples, valuesIn } from './header'

const SHOWN_ROWS = 5
/** Where the dates stand that show how a file writes them. */
const DATE_COLUMNS = { contactline: 'date_start', acled: 'event_date', ucdp: 'date_start' } as const
/** A table that no column of which can be the date is one of something else. */
const WITHOUT_DATES = {
  row: 'No column of the file has dates that can be read, such as 2022-11-29 or 29.11.2022: it is no table of reports.',
  feature:
    'None of its features is a polygon, and none of their properties a date: it holds neither district outlines nor reports.',
} as const
const BRACES = new Set(['{', '['])

/** What a file is, by its content and never by its name. `bytes` are UTF-8. Throws NotData for what is no data. */
export function recognise(bytes: Uint8Array, file: string, encoding: string): Recognised {
  const start = new TextDecoder().decode(bytes.subarray(0, 1000)).trimStart()
  if (start === '') throw new NotData('The file is empty.')
  if (start.startsWith('<')) {
    throw new NotData(
      /<kml|<gpx/i.test(start)
        ? 'This is KML or GPX. Convert it to GeoJSON and open that.'
        : 'This is a web page or XML. Open a CSV or GeoJSON file.',
    )
  }
  if (BRACES.has(start[0] ?? '') || start.startsWith('\u001e')) {
    const content = readGeoJson(new TextDecoder().decode(bytes), file, encoding)
    if (content.kind === 'areas') return content
    if (content.kind === 'export') {
      const { table, sources } = content
      return { kind: 'reports', format: 'contactline', table, dateOrder: 'ymd', sources }
    }
    return recogniseTable(content.table)
  }
  return recogniseTable(readHeader(bytes, encoding))
}

function recogniseTable(table: OpenedTable): Recognised {
  const { header } = table
  if (isSources(header)) return { kind: 'sources', table }
  if (header.length < 2) {
    throw new NotData(
      'This is no table: it has one column only. Open a CSV file with a header, or a GeoJSON file.',
    )
  }
  const samples = readSamples(table)
  if (samples.length === 0) throw new NotData('The table has a header and no rows.')
  const format = formatOf(header)
  if (format) return reportsIn(table, format)
  const guess = guessMapping(table, samples)
  if (guess.columns.date_start === undefined) throw new NotData(WITHOUT_DATES[table.numbering])
  return { kind: 'table', table, guess, samples: samples.slice(0, SHOWN_ROWS) }
}

/** Reports of a known format. Where no date tells how those in numbers are meant, that is said. */
function reportsIn(table: OpenedTable, format: keyof typeof DATE_COLUMNS): Recognised {
  const dates = valuesIn(table, columnFinder(table.header)(DATE_COLUMNS[format]))
  const { order, isSure } = findDateOrder(dates)
  const notes = isSure
    ? table.notes
    : [
        ...table.notes,
        `its dates do not tell day from month for sure; read with ${order === 'mdy' ? 'the month' : 'the day'} first`,
      ]
  return { kind: 'reports', format, table: { ...table, notes }, dateOrder: order }
}

/** The format that a header is of; null for one of no known format. */
function formatOf(header: readonly string[]): Exclude<FormatId, 'mapped'> | null {
  const names = new Set(header.map((name) => name.toLowerCase()))
  const has = (...wanted: string[]) => wanted.every((name) => names.has(name))
  if (has('event_id_cnty', 'event_date')) return 'acled'
  if (has('id', 'date_start', 'date_end', 'side_a') && (has('where_prec') || has('date_prec'))) {
    return 'ucdp'
  }
  const own = FIELD_NAMES.filter((name) => names.has(name)).length
  const required = REQUIRED_FIELDS.filter((name) => names.has(name)).length
  const isOwn = has('id', 'date_start') && (required >= REQUIRED_FIELDS.length - 1 || own > 15)
  return isOwn ? 'contactline' : null
}

function isSources(header: readonly string[]): boolean {
  const names = new Set(header.map((name) => name.toLowerCase()))
  return (
    ['id', 'publisher', 'url'].every((name) => names.has(name)) &&
    ![...names].some((name) => name.startsWith('date') || name === 'summary')
  )
}
