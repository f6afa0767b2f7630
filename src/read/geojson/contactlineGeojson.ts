import type { Row, Table } from '../../csv/table'
import type { Issue } from '../../issues/issue'
import { IssueCollector } from '../../issues/issueCollector'
import { LABELS_COLUMN } from '../../model/conflict'
import { FIELD_NAMES, FILE_FIELD_NAMES } from '../../model/fields'
import { normalize } from '../../model/normalize'
import { RECORDED_AREAS, REPORT_ID } from '../columns/asRecorded'
import { isObject, type Json, parseJson, withoutNul } from './geojsonFeatures'

const REPORT_COLUMNS = [...FIELD_NAMES, ...FILE_FIELD_NAMES, LABELS_COLUMN]
/** Properties of the same name and meaning as their column. */
const PLAIN_COLUMNS = REPORT_COLUMNS.filter((name) => !['id', 'areas', 'sources'].includes(name))
const SOURCE_COLUMNS = ['id', 'publisher', 'title', 'url', 'published', 'language']

/** What an export holds, as the tables of geodata/incidents.csv and sources.csv. */
interface Imported {
  readonly incidents: Table
  readonly sources: Table
}

/** Reads the text of an export (importFeatures). Anything but a collection is one error. */
export function importGeoJson(given: string, file: string): Imported {
  const { text, notes } = withoutNul(given)
  const collection = parseJson(text.replace(/^\uFEFF/, ''))
  const ofFile = new IssueCollector(file, null, '')
  if (isObject(collection) && collection.type === 'FeatureCollection') {
    const { features, contactline } = collection
    if (Array.isArray(features)) {
      const { incidents, sources } = importFeatures(features, isObject(contactline), file)
      for (const note of notes) ofFile.add('warning', note)
      return { sources, incidents: { ...incidents, issues: [...ofFile.list, ...incidents.issues] } }
    }
  }
  ofFile.error(isObject(collection) ? 'notCollection' : 'notJsonObject', '')
  const none = importFeatures([], true, file)
  return { ...none, incidents: { ...none.incidents, issues: ofFile.list } }
}

/**
 * Reads features that reportsGeojson.ts wrote back into tables, to be parsed and joined like any
 * other rows; `line` is the number of the feature, from 1. Geometry and what the join or the slice
 * added are not read: they follow from the rest.
 *
 * Never throws. A feature that is not a Contactline report is left out with an error; a member of a
 * wrong type is read as empty with a warning.
 */
export function importFeatures(
  features: readonly unknown[],
  isMarked: boolean,
  file: string,
): Imported {
  const ofFile = new IssueCollector(file, null, '')
  if (!isMarked) ofFile.warning('noMarker', '')
  const issues: Issue[] = [...ofFile.list]
  const sourceIssues: Issue[] = []
  const rows: Row[] = []
  const sourceRows = new Map<string, Row>()
  let hasPlaces = false
  features.forEach((feature, index) => {
    const line = index + 1
    const id = isObject(feature) ? readText(feature.id) : null
    const ofReport = new IssueCollector(file, line, id ?? '')
    const properties = isObject(feature) ? feature.properties : null
    if (!id || !isObject(properties) || properties.date_start === undefined) {
      ofReport.error('notReport', '')
    } else {
      const entries = readSources(properties.sources, ofReport)
      const reportId = readText(properties[REPORT_ID]) ?? ''
      hasPlaces ||= reportId !== ''
      const cells = reportCells(reportId || id, properties, entries, ofReport)
      rows.push({ line, cells: { ...cells, [REPORT_ID]: reportId } })
      const ofSources = new IssueCollector(file, line, id)
      for (const entry of entries) keepSource(entry, line, sourceRows, ofSources)
      sourceIssues.push(...ofSources.list)
    }
    issues.push(...ofReport.list)
  })
  return {
    incidents: {
      columns: hasPlaces ? [...REPORT_COLUMNS, REPORT_ID] : REPORT_COLUMNS,
      rows,
      issues,
    },
    sources: { columns: SOURCE_COLUMNS, rows: [...sourceRows.values()], issues: sourceIssues },
  }
}

function reportCells(
  id: string,
  properties: Json,
  sources: readonly Json[],
  issues: IssueCollector,
): Row['cells'] {
  const cells = cellsOf(properties, PLAIN_COLUMNS, issues)
  cells.id = id
  // The ids in `areas` would make a former unit of the districts that it only overlaps.
  cells.areas = cellOf(properties, RECORDED_AREAS, issues)
  if (properties[RECORDED_AREAS] === undefined) {
    issues.warning('noRecordedAreas', '')
  }
  cells.sources = sources
    .filter((source) => source.cited_for !== 'denial')
    .map((source) => readText(source.id))
    .join('; ')
  return cells
}

/** The entries of a report's `sources` that name a source. */
function readSources(value: unknown, issues: IssueCollector): Json[] {
  if (value !== undefined && !Array.isArray(value)) {
    issues.warning('sourcesNotList', 'sources')
  }
  if (!Array.isArray(value)) return []
  return value.filter((entry): entry is Json => {
    const named = isObject(entry) && !!readText(entry.id)
    if (!named) issues.warning('sourceWithoutId', 'sources')
    return named
  })
}

/** Keeps a source at its first mention. An entry with an id alone says that no more is on file. */
function keepSource(
  entry: Json,
  line: number,
  kept: Map<string, Row>,
  issues: IssueCollector,
): void {
  if (SOURCE_COLUMNS.every((column) => column === 'id' || entry[column] === undefined)) return
  const cells = cellsOf(entry, SOURCE_COLUMNS, issues)
  const id = cells.id ?? ''
  const first = kept.get(id)
  if (!first) kept.set(id, { line, cells })
  else if (SOURCE_COLUMNS.some((column) => first.cells[column] !== cells[column])) {
    issues.warning('differentSource', 'sources', { id, first: first.line })
  }
}

function cellsOf(
  from: Json,
  columns: readonly string[],
  issues: IssueCollector,
): Record<string, string> {
  const cells: Record<string, string> = Object.create(null)
  for (const column of columns) cells[column] = cellOf(from, column, issues)
  return cells
}

/** A member as a cell; missing and null are empty. */
function cellOf(from: Json, name: string, issues: IssueCollector): string {
  const text = readText(from[name] ?? '')
  if (text === null) issues.warning('notText', name, { name, value: jsonText(from[name]) })
  return text ?? ''
}

/** Empty for JSON so deep that the engine cannot write it. */
function jsonText(value: unknown): string {
  try {
    return JSON.stringify(value)
  } catch {
    return ''
  }
}

/** Text as table.ts reads a cell: trimmed, NFC. Null for anything but text and numbers. */
function readText(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? normalize(value.trim(), 'NFC') : null
}
