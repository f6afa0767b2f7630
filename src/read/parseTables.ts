import { type Row, readTable, splitValues, type Table } from '../csv/table'
import type { Issue } from '../issues/issue'
import { IssueCollector } from '../issues/issueCollector'
import type { Conflict } from '../model/conflict'
import { readExactness, readPosition } from '../model/coordinates'
import { parseDay } from '../model/day'
import { REQUIRED_FIELDS } from '../model/fields'
import type { AreaId, PlaceId, SourceId } from '../model/ids'
import { type Place, POSITION_QUALITIES } from '../model/place'
import type { IncidentRecord } from '../model/report'
import type { Source } from '../model/source'
import { PLACE_KINDS } from '../model/vocabulary'
import { asRecorded } from './columns/asRecorded'
import { linkOf } from './columns/webAddress'
import { parseIncidentRow } from './reportRow'

export interface Parsed<T> {
  readonly rows: readonly T[]
  readonly issues: readonly Issue[]
}

/**
 * Reads reports from CSV text with the columns of geodata/incidents.csv (codebook:
 * geodata/README.md). Columns beyond the required six may be missing. A row without an id or a
 * start date, or with a repeated id, is rejected with an error; any other bad value is read as
 * unknown, with a warning.
 */
export function parseIncidents(
  text: string,
  file: string,
  conflict: Conflict,
): Parsed<IncidentRecord> {
  return readIncidentRows(asRecorded(readTable(text, file)), file, conflict)
}

/** Reads reports from a table, whatever format it came from. */
export function readIncidentRows(
  table: Table,
  file: string,
  conflict: Conflict,
): Parsed<IncidentRecord> {
  const missing = REQUIRED_FIELDS.filter((name) => !table.columns.includes(name))
  const ofHeader = new IssueCollector(file, 1, '')
  if (table.columns.length > 0 && missing.length > 0) {
    const { length: n } = missing
    ofHeader.error('missingColumns', '', { n, names: missing.join(', ') })
  }
  const issues = [...table.issues, ...ofHeader.list]
  return rowsById({ ...table, issues }, file, ({ cells, line }, ofRow) =>
    parseIncidentRow(cells, line, conflict, ofRow),
  )
}

/**
 * Reads sources from CSV text (geodata/sources.csv). Rows without an id of their own are rejected.
 */
export function parseSources(text: string, file: string): Parsed<Source> {
  return readSourceRows(readTable(text, file), file)
}

/** Reads sources from a table, whatever format it came from. */
export function readSourceRows(table: Table, file: string): Parsed<Source> {
  return rowsById(table, file, ({ cells }, ofRow): Source | null => {
    if (!hasId(cells, ofRow)) return null
    const url = linkOf(cells.url ?? '', 'url', ofRow)
    const published = cells.published ?? ''
    if (!isPublicationDate(published)) {
      ofRow.warning('notPublicationDate', 'published', { value: published })
    }
    return {
      id: cells.id as SourceId,
      publisher: cells.publisher ?? '',
      title: cells.title ?? '',
      url,
      published: isPublicationDate(published) ? published : '',
      language: cells.language ?? '',
    }
  })
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
    if (!hasId(cells, ofRow)) return null
    const kind = PLACE_KINDS.find((known) => known === cells.kind)
    if (!kind) {
      ofRow.error('unknownPlaceKind', 'kind', { value: cells.kind ?? '' })
      return null
    }
    const quality = cells.position_quality ?? ''
    return {
      id: cells.id as PlaceId,
      kind,
      name: cells[first.column] ?? '',
      names: Object.fromEntries(others.map(({ id, column }) => [id, cells[column] ?? ''])),
      otherNames: splitValues(cells.other_names ?? ''),
      districts: splitValues(cells.districts ?? '') as AreaId[],
      position: readPosition(cells.lon ?? '', cells.lat ?? '', ofRow),
      positionQuality: readExactness(quality, 'position_quality', POSITION_QUALITIES, ofRow),
      source: cells.source ?? '',
    }
  })
}

function hasId({ id = '' }: Row['cells'], ofRow: IssueCollector): boolean {
  if (id === '') ofRow.error('noId', 'id')
  return id !== ''
}

/** Reads rows; null, or an id that an earlier row has, rejects one. */
function rowsById<T extends { readonly id: string }>(
  table: Table,
  file: string,
  read: (row: Row, ofRow: IssueCollector) => T | null,
): Parsed<T> {
  const issues: Issue[] = [...table.issues]
  const rows = new Map<string, T>()
  const columnIn = (name: string) => (table.columns.includes(name) ? name : '')
  for (const row of table.rows) {
    const ofRow = new IssueCollector(file, row.line, row.cells.id ?? '', columnIn)
    const value = read(row, ofRow)
    if (value && rows.has(value.id)) ofRow.error('repeatedId', 'id')
    else if (value) rows.set(value.id, value)
    issues.push(...ofRow.list)
  }
  return { rows: [...rows.values()], issues }
}
