import type { Row, Table } from '../csv/table'
import type { Issue } from '../issues/issue'
import { IssueCollector } from '../issues/issueCollector'
import { FIELD_NAMES, POSITION_FIELD_NAMES } from '../model/fields'

type Json = Readonly<Record<string, unknown>>

const REPORT_COLUMNS = [...FIELD_NAMES, ...POSITION_FIELD_NAMES]
/** Properties of the same name and meaning as their column. */
const PLAIN_COLUMNS = REPORT_COLUMNS.filter((name) => !['id', 'areas', 'sources'].includes(name))
const SOURCE_COLUMNS = ['id', 'publisher', 'title', 'url', 'published', 'language']

/**
 * Reads a collection that exportGeojson.ts wrote back into the tables of geodata/incidents.csv and
 * sources.csv, for the parser and the join to judge like any other rows; `line` is the 1-based number of the
 * feature. Geometry and whatever the join or the slice added are not read: they follow from the rest.
 *
 * Never throws. What is not a Contactline report is left out with an error that names its feature; a
 * member of a wrong type reads as empty with a warning. Not even a collection: two empty tables and an error.
 */
export function importGeoJson(text: string, file: string): { incidents: Table; sources: Table } {
  const issues: Issue[] = []
  const sourceIssues: Issue[] = []
  const rows: Row[] = []
  const sourceRows = new Map<string, Row>()

  featuresOf(text, file, issues).forEach((feature, index) => {
    const line = index + 1
    const id = isObject(feature) ? readText(feature.id) : null
    const ofReport = new IssueCollector(file, line, id ?? '')
    const properties = isObject(feature) ? feature.properties : null
    if (!id || !isObject(properties) || properties.date_start === undefined) {
      ofReport.error('notReport', '')
    } else {
      const entries = readSources(properties.sources, ofReport)
      rows.push({ line, cells: reportCells(id, properties, entries, ofReport) })
      const ofSources = new IssueCollector(file, line, id)
      for (const entry of entries) keepSource(entry, line, sourceRows, ofSources)
      sourceIssues.push(...ofSources.list)
    }
    issues.push(...ofReport.list)
  })
  return {
    incidents: { columns: REPORT_COLUMNS, rows, issues },
    sources: { columns: SOURCE_COLUMNS, rows: [...sourceRows.values()], issues: sourceIssues },
  }
}

function featuresOf(text: string, file: string, issues: Issue[]): readonly unknown[] {
  const ofFile = new IssueCollector(file, null, '')
  const collection = readJson(text)
  const features = isObject(collection) ? collection.features : undefined
  if (!isObject(collection)) ofFile.error('notJsonObject', '')
  else if (collection.type !== 'FeatureCollection' || !Array.isArray(features)) {
    ofFile.error('notCollection', '')
  } else if (!isObject(collection.contactline)) {
    ofFile.warning('noMarker', '')
  }
  issues.push(...ofFile.list)
  return Array.isArray(features) && ofFile.list.every(({ severity }) => severity !== 'error')
    ? features
    : []
}

/** Undefined for text that is not JSON; the caller says so. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
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
  // The ids in `areas` would make a district of a former unit that only overlaps it.
  cells.areas = cellOf(properties, 'area_names_as_recorded', issues)
  if (properties.area_names_as_recorded === undefined) {
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

/** Keeps a source at its first mention. An entry that is an id alone says that nothing else is on file. */
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
  if (text === null) issues.warning('notText', name, { name })
  return text ?? ''
}

/** Text as table.ts reads a cell: trimmed, NFC. Null for anything but text and numbers. */
function readText(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value.trim().normalize('NFC') : null
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
