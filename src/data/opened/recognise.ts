import { INCIDENT_COLUMNS, REQUIRED_COLUMNS } from '../incidentCells'
import { RecordReader } from '../recordReader'
import { type FormatId, NotData, type OpenedTable, type Recognised } from './contract'
import { readGeoJson } from './geojsonTable'
import { guessMapping } from './guess'

const DELIMITERS = [',', ';', '\t', '|'] as const
/** Records that the delimiter and the meaning of columns are told from. */
const SAMPLE_ROWS = 200
const SHOWN_ROWS = 5
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
      return { kind: 'reports', format: 'contactline', table, sources }
    }
    return recogniseTable(content.table)
  }
  return recogniseTable(readHeader(bytes, encoding))
}

function recogniseTable(table: OpenedTable): Recognised {
  const { header } = table
  if (isSources(header)) return { kind: 'sources', table }
  const format = formatOf(header)
  if (format) return { kind: 'reports', format, table }
  const samples = samplesOf(table)
  if (header.length < 2) {
    throw new NotData(
      'This is no table: its first line has one column. Open a CSV file with a header, or a GeoJSON file.',
    )
  }
  if (samples.length === 0) throw new NotData('The table has a header and no rows.')
  const guess = guessMapping(header, samples)
  return { kind: 'table', table, guess, samples: samples.slice(0, SHOWN_ROWS) }
}

/** The format that a header is of; null for one of no known format. */
function formatOf(header: readonly string[]): Exclude<FormatId, 'mapped'> | null {
  const names = new Set(header.map((name) => name.toLowerCase()))
  const has = (...wanted: string[]) => wanted.every((name) => names.has(name))
  if (has('event_id_cnty', 'event_date')) return 'acled'
  if (has('id', 'date_start', 'date_end', 'side_a') && (has('where_prec') || has('date_prec'))) {
    return 'ucdp'
  }
  const own = INCIDENT_COLUMNS.filter((name) => names.has(name)).length
  const required = REQUIRED_COLUMNS.filter((name) => names.has(name)).length
  const isOwn = has('id', 'date_start') && (required >= REQUIRED_COLUMNS.length - 1 || own > 15)
  return isOwn ? 'contactline' : null
}

function isSources(header: readonly string[]): boolean {
  const names = new Set(header.map((name) => name.toLowerCase()))
  return (
    ['id', 'publisher', 'url'].every((name) => names.has(name)) &&
    ![...names].some((name) => name.startsWith('date') || name === 'summary')
  )
}

/** The header of delimited text. A first line `sep=;`, as spreadsheets write it, says the delimiter. */
function readHeader(bytes: Uint8Array, encoding: string): OpenedTable {
  const [said = '', separator] =
    /^sep=(.)\r?\n/i.exec(new TextDecoder().decode(bytes.subarray(0, 20))) ?? []
  const start = new TextEncoder().encode(said).length
  const delimiter = separator ?? delimiterOf(bytes)
  const reader = new RecordReader(bytes, delimiter, start, said === '' ? 1 : 2)
  reader.next()
  const header = cellsOf(reader)
  const headerEnd = reader.end
  const lines = reader.next() ? reader.line - 1 : 1
  return {
    bytes,
    delimiter,
    header,
    headerEnd,
    headerLines: lines,
    numbering: 'row',
    encoding,
    notes: [],
  }
}

/** The delimiter that cuts the first records into most cells, as many in each. */
function delimiterOf(bytes: Uint8Array): string {
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of DELIMITERS) {
    const reader = new RecordReader(bytes, delimiter)
    if (!reader.next()) continue
    const width = reader.cellCount
    let [alike, all] = [1, 1]
    while (all < SAMPLE_ROWS && reader.next()) {
      all++
      if (reader.cellCount === width) alike++
    }
    const score = width < 2 ? 0 : (alike / all) ** 2 * Math.min(width, 40)
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

function samplesOf({ bytes, delimiter, headerEnd }: OpenedTable): string[][] {
  const reader = new RecordReader(bytes, delimiter, headerEnd)
  const rows: string[][] = []
  while (rows.length < SAMPLE_ROWS && reader.next()) {
    if (!reader.isBlank) rows.push(cellsOf(reader))
  }
  return rows
}

function cellsOf(reader: RecordReader): string[] {
  return Array.from({ length: reader.cellCount }, (_, index) => reader.cell(index))
}
