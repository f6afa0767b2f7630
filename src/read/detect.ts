import { issueMessage } from '../issues/issue'
import { UserError } from '../issues/problem'
import { FIELD_NAMES, REQUIRED_FIELDS } from '../model/fields'
import { columnFinder } from './cells'
import { findDateOrder } from './dates'
import type { FormatId, OpenedTable, Recognised } from './format'
import { type GeoJsonContent, readFeatureList, readGeoJson } from './geojson/geojsonTable'
import { guessMapping } from './guessMapping'
import { readHeader, readSamples, valuesIn } from './header'

/** The columns whose dates show how a file writes dates. */
const DATE_COLUMNS = {
  contactline: 'date_start',
  acled: 'event_date',
  ucdp: 'date_start',
  aggregated: 'week|reference_period_start',
  viina: 'date',
  gdelt: 'sqldate|day',
  gtd: '',
} as const
/** Columns that only files of a format have. */
const SIGNS: Readonly<Partial<Record<FormatId, readonly (readonly string[])[]>>> = {
  acled: [['event_id_cnty', 'event_date']],
  ucdp: [
    ['id', 'date_start', 'date_end', 'side_a', 'where_prec'],
    ['id', 'date_start', 'date_end', 'side_a', 'date_prec'],
  ],
  viina: [['viinaversion', 'event_id', 'date']],
  gdelt: [
    ['globaleventid', 'sqldate', 'actiongeo_type'],
    ['globaleventid', 'day', 'actiongeo_type'],
  ],
  gtd: [['eventid', 'iyear', 'imonth', 'iday']],
  aggregated: [
    ['events', 'event_type', 'week'],
    ['events', 'event_type', 'reference_period_start', 'reference_period_end'],
    ['events', 'event_type', 'month', 'year'],
  ],
}
const BRACES = new Set(['{', '['])
const KML = /<(?:\w+:)?(?:kml|gpx)[\s>]/i

/**
 * Detects what a file is from its content, never from its name. `bytes` are UTF-8. Throws a
 * UserError for what cannot be read.
 */
export async function recognise(
  bytes: Uint8Array,
  file: string,
  encoding: string,
): Promise<Recognised> {
  const start = new TextDecoder().decode(bytes.subarray(0, 1000)).trimStart()
  if (start === '') throw new UserError({ code: 'emptyFile' })
  if (start.startsWith('<')) {
    if (!KML.test(start)) throw new UserError({ code: 'webPage' })
    const { readKml } = await import('./containers/kml')
    const features = readKml(new TextDecoder().decode(bytes))
    return ofContent(readFeatureList({ features, isMarked: false, notes: [] }, file, encoding))
  }
  if (BRACES.has(start[0] ?? '') || start.startsWith('\u001e')) {
    return ofContent(readGeoJson(new TextDecoder().decode(bytes), file, encoding))
  }
  return recogniseTable(readHeader(bytes, encoding))
}

function ofContent(content: GeoJsonContent): Recognised {
  if (content.kind === 'areas') return content
  if (content.kind === 'features') return recogniseTable(content.table)
  const { table, sources } = content
  return { kind: 'reports', format: 'contactline', table, dateOrder: 'ymd', sources }
}

/** What a table is. Throws a UserError for one that cannot have reports or sources. */
export function recogniseTable(table: OpenedTable): Exclude<Recognised, { kind: 'areas' }> {
  const { header } = table
  if (isSources(header)) return { kind: 'sources', table }
  if (header.length < 2 && table.numbering === 'row') throw new UserError({ code: 'oneColumn' })
  if (readSamples(table).length === 0) throw new UserError({ code: 'noRows' })
  const format = formatOf(header)
  if (format) return reportsIn(table, format)
  // Throws for a table without dates.
  guessMapping(table, null)
  return { kind: 'table', table }
}

/** Reports in a known format, with a note if the order of day and month is ambiguous. */
function reportsIn(table: OpenedTable, format: keyof typeof DATE_COLUMNS) {
  const { order, isSure } = findDateOrder(valuesIn(table, dateColumn(table.header, format)))
  const notes = isSure
    ? table.notes
    : [
        ...table.notes,
        issueMessage('ambiguousDates', '', { order: order === 'mdy' ? 'mdy' : 'dmy' }),
      ]
  return { kind: 'reports' as const, format, table: { ...table, notes }, dateOrder: order }
}

/** The column whose dates show how a file of a known format writes dates; -1 if none does. */
export function dateColumn(header: readonly string[], format: keyof typeof DATE_COLUMNS): number {
  return columnFinder(header)(DATE_COLUMNS[format])
}

/** The format that a header belongs to; null if it is unknown. */
function formatOf(header: readonly string[]): Exclude<FormatId, 'mapped'> | null {
  const names = new Set(header.map((name) => name.toLowerCase()))
  const has = (...wanted: string[]) => wanted.every((name) => names.has(name))
  const known = Object.entries(SIGNS).find(([, signs]) => signs.some((names) => has(...names)))
  if (known) return known[0] as Exclude<FormatId, 'mapped'>
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
