import { issueMessage } from '../issues/issue'
import { UserError } from '../issues/problem'
import { FIELD_NAMES, REQUIRED_FIELDS } from '../model/fields'
import { columnFinder } from './cells'
import { findDateOrder } from './dates'
import type { FormatId, OpenedTable, Recognised } from './format'
import { readGeoJson } from './geojson/geojsonTable'
import { readHeader, readSamples, valuesIn } from './header'

/** The columns whose dates show how a file writes dates. */
const DATE_COLUMNS = { contactline: 'date_start', acled: 'event_date', ucdp: 'date_start' } as const
const BRACES = new Set(['{', '['])

/**
 * Detects what a file is from its content, never from its name. `bytes` are UTF-8. Throws a
 * UserError for what cannot be read.
 */
export function recognise(bytes: Uint8Array, file: string, encoding: string): Recognised {
  const start = new TextDecoder().decode(bytes.subarray(0, 1000)).trimStart()
  if (start === '') throw new UserError({ code: 'emptyFile' })
  if (start.startsWith('<')) {
    throw new UserError({ code: /<kml|<gpx/i.test(start) ? 'kml' : 'webPage' })
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
  if (header.length < 2 && table.numbering === 'row') throw new UserError({ code: 'oneColumn' })
  if (readSamples(table).length === 0) throw new UserError({ code: 'noRows' })
  const format = formatOf(header)
  return format ? reportsIn(table, format) : { kind: 'table', table }
}

/** Reports in a known format, with a note if the order of day and month is ambiguous. */
function reportsIn(table: OpenedTable, format: keyof typeof DATE_COLUMNS): Recognised {
  const dates = valuesIn(table, columnFinder(table.header)(DATE_COLUMNS[format]))
  const { order, isSure } = findDateOrder(dates)
  const notes = isSure
    ? table.notes
    : [
        ...table.notes,
        issueMessage('ambiguousDates', '', { order: order === 'mdy' ? 'mdy' : 'dmy' }),
      ]
  return { kind: 'reports', format, table: { ...table, notes }, dateOrder: order }
}

/** The format that a header belongs to; null if it is unknown. */
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
