import { type Row, readTable, splitValues, type Table } from '../csv/table'
import type { Issue } from '../issues/issue'
import { IssueCollector } from '../issues/issueCollector'
import type { Conflict } from '../model/conflict'
import { readPosition } from '../model/coordinates'
import { parseDay } from '../model/day'
import { REQUIRED_FIELDS } from '../model/fields'
import type { AreaId, PlaceId, SourceId } from '../model/ids'
import { type Place, POSITION_QUALITIES, type PositionQuality } from '../model/place'
import type { IncidentRecord } from '../model/report'
import type { Source } from '../model/source'
import { PLACE_KINDS } from '../model/vocabulary'
import { parseIncidentRow } from './reportRow'

/** What could be read, and what a reader should know about the rest. */
export interface Parsed<T> {
  readonly rows: readonly T[]
  readonly issues: readonly Issue[]
}

/**
 * Reads reports from CSV text with the columns of geodata/incidents.csv (codebook: geodata/README.md).
 * Columns beyond the required six may be missing. A row without an id or a start date, or with a
 * repeated id, is refused with an error; any other bad value is set to its "unknown" with a warning.
 */
export function parseIncidents(
  text: string,
  file: string,
  conflict: Conflict,
): Parsed<IncidentRecord> {
  return readIncidentRows(readTable(text, file), file, conflict)
}

/** Reads reports from a table, whatever format it came from. */
export function readIncidentRows(
  table: Table,
  file: string,
  conflict: Conflict,
): Parsed<IncidentRecord> {
  const issues: Issue[] = [...table.issues]
  const missing = REQUIRED_FIELDS.filter((name) => !table.columns.includes(name))
  if (table.columns.length > 0 && missing.length > 0) {
    const ofHeader = new IssueCollector(file, 1, '')
    const { length: n } = missing
    ofHeader.error('missingColumns', '', { n, names: missing.join(', ') })
    issues.push(...ofHeader.list)
  }
  const rows: IncidentRecord[] = []
  const seen = new Set<string>()
  const columnIn = (name: string) => (table.columns.includes(name) ? name : '')
  for (const row of table.rows) {
    const ofRow = new IssueCollector(file, row.line, row.cells.id ?? '', columnIn)
    const record = parseIncidentRow(row.cells, row.line, conflict, ofRow)
    if (record && seen.has(record.id)) ofRow.error('repeatedId', 'id')
    else if (record) {
      seen.add(record.id)
      rows.push(record)
    }
    issues.push(...ofRow.list)
  }
  return { rows, issues }
}

/** Reads sources from CSV text (geodata/sources.csv). Rows without an id or with a repeated one are refused. */
export function parseSources(text: string, file: string): Parsed<Source> {
  return readSourceRows(readTable(text, file), file)
}

/** Reads sources from a table, whatever format it came from. */
export function readSourceRows(table: Table, file: string): Parsed<Source> {
  return rowsById(table, file, ({ cells }, ofRow): Source => {
    const url = cells.url ?? ''
    if (url !== '' && !isHttpUrl(url)) ofRow.warning('notUrl', 'url', { value: url })
    const published = cells.published ?? ''
    if (!isPublicationDate(published)) {
      ofRow.warning('notPublicationDate', 'published', { value: published })
    }
    return {
      id: cells.id as SourceId,
      publisher: cells.publisher ?? '',
      title: cells.title ?? '',
      url: isHttpUrl(url) ? url : '',
      published: isPublicationDate(published) ? published : '',
      language: cells.language ?? '',
    }
  })
}

function isHttpUrl(text: string): boolean {
  return /^https?:/i.test(text) && URL.canParse(text)
}

/** A day, a month, or nothing. */
function isPublicationDate(text: string): boolean {
  return text === '' || /^\d{4}-(0[1-9]|1[0-2])$/.test(text) || parseDay(text) !== null
}

/** Reads the gazetteer from CSV text (geodata/places.csv). */
export function parsePlaces(
  text: string,
  file: string,
  { languages }: Pick<Conflict, 'languages'>,
): Parsed<Place> {
  const [first, ...others] = languages
  return rowsById(readTable(text, file), file, ({ cells }, ofRow): Place | null => {
    const kind = PLACE_KINDS.find((known) => known === cells.kind)
    if (!kind) {
      ofRow.error('unknownPlaceKind', 'kind', { value: cells.kind ?? '' })
      return null
    }
    return {
      id: cells.id as PlaceId,
      kind,
      name: cells[first.column] ?? '',
      names: Object.fromEntries(others.map(({ id, column }) => [id, cells[column] ?? ''])),
      otherNames: splitValues(cells.other_names ?? ''),
      districts: splitValues(cells.districts ?? '') as AreaId[],
      position: readPosition(cells.lon ?? '', cells.lat ?? '', ofRow),
      positionQuality: readQuality(cells.position_quality ?? '', ofRow),
      source: cells.source ?? '',
    }
  })
}

/** A word that is not known says less than any: the position is not taken for exact. */
function readQuality(cell: string, issues: IssueCollector): PositionQuality | null {
  if (cell === '') return null
  const known = POSITION_QUALITIES.find((quality) => quality === cell)
  if (known) return known
  issues.warning('unknownValue', 'position_quality', { value: cell, readAs: 'approximate' })
  return 'approximate'
}

function rowsById<T>(
  table: Table,
  file: string,
  read: (row: Row, ofRow: IssueCollector) => T | null,
): Parsed<T> {
  const issues: Issue[] = [...table.issues]
  const rows: T[] = []
  const seen = new Set<string>()
  const columnIn = (name: string) => (table.columns.includes(name) ? name : '')
  for (const row of table.rows) {
    const id = row.cells.id ?? ''
    const ofRow = new IssueCollector(file, row.line, id, columnIn)
    if (id === '') ofRow.error('noId', 'id')
    else if (seen.has(id)) ofRow.error('repeatedId', 'id')
    else {
      seen.add(id)
      const value = read(row, ofRow)
      if (value !== null) rows.push(value)
    }
    issues.push(...ofRow.list)
  }
  return { rows, issues }
}
