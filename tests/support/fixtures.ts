import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { FORMULA_START } from '../../src/csv/formula'
import type { Row, Table } from '../../src/csv/table'
import type { ExportMeta } from '../../src/export/provenance'
import type { Issue } from '../../src/issues/issue'
import { IssueCollector } from '../../src/issues/issueCollector'
import type { JoinedDataset } from '../../src/join/joinReports'
import { joinDataset } from '../../src/join/joinReports'
import type { Day } from '../../src/model/day'
import type { SourceId } from '../../src/model/ids'
import type { IncidentRecord } from '../../src/model/report'
import type { Source } from '../../src/model/source'
import { unfiltered } from '../../src/query/conditions'
import type { Filter } from '../../src/query/filter'
import { parseIncidents, parsePlaces, parseSources } from '../../src/read/parseTables'
import { parseIncidentRow } from '../../src/read/reportRow'
import { CONFLICT } from './conflict'

export const META: ExportMeta = {
  shortTitle: 'Contactline',
  utcOffset: '+04:00',
  version: '9.9.9',
  compiled: '2026-11',
  licence: 'CC-BY-4.0',
  attribution: 'Some records (CC BY 4.0)',
  generated: '2026-11-23T12:00:00.000Z',
}

/**
 * The text of a file of the frozen dataset: a copy of geodata/ that never changes, so that tests may state its
 * numbers. tests/geodata/ tests the shipped one.
 */
export function geodata(name: string): string {
  return readFileSync(new URL(`../fixtures/dataset/${name}`, import.meta.url), 'utf8')
}

/** Areas that share a label point, have none, are only overlapped, and a settlement with a place of its own. */
export const PLACES = `id,kind,name,name_az,name_hy,name_ru,other_names,districts,lon,lat,source
shusha,district,Shusha,Şuşa,Շուշի,Шуша,Shushi,shusha,46.654512,39.7085,test
aghdam,district,Aghdam,Ağdam,Ակնա,Агдам,,aghdam,46.9464,40.0623,test
twin,district,Twin,,,,,twin,46.9464,40.0623,test
nowhere,district,Nowhere,,,,,nowhere,,,test
askeran,former unit,Askeran,,,,,shusha; aghdam; nowhere,,,test
yellija,settlement,Yellija,,,,,aghdam,46.1,40.1,test
`
export const SOURCES_HEADER = 'id,publisher,title,url,published,language'

/** A page of a newspaper with all that can be on file. */
export const SOURCE: Source = {
  id: 's' as SourceId,
  publisher: 'Daily Sabah',
  title: 'French resolution hurts',
  url: 'https://www.dailysabah.com/x',
  published: '2022-12-01',
  language: 'en',
}

/** The frozen records, joined. */
export function realDataset(): JoinedDataset {
  return datasetOf(
    parseIncidents(geodata('incidents.csv'), 'incidents.csv', CONFLICT).rows,
    geodata('sources.csv'),
    geodata('places.csv'),
  )
}

export function datasetOf(
  incidents: readonly IncidentRecord[],
  sources: string,
  places = PLACES,
): JoinedDataset {
  return joinDataset({
    conflict: CONFLICT,
    incidents,
    sources: parseSources(sources, 'sources.csv').rows,
    places: parsePlaces(places, 'places.csv', CONFLICT).rows,
    issues: [],
    file: 'incidents.csv',
  })
}

/** Reads rows that are a table already, as parseIncidents reads those of a file. */
export function recordsOf(rows: readonly Row[]): { records: IncidentRecord[]; issues: Issue[] } {
  const issues: Issue[] = []
  const records = rows.flatMap((row) => {
    const ofRow = new IssueCollector('rows', row.line, row.cells.id ?? '')
    const record = parseIncidentRow(row.cells, row.line, CONFLICT, ofRow)
    issues.push(...ofRow.list)
    return record ?? []
  })
  return { records, issues }
}

/** The CSV text of a table, formula-like cells guarded as the export does. */
export function csvOf({ columns, rows }: Pick<Table, 'columns' | 'rows'>): string {
  const data = rows.map(({ cells }) => columns.map((column) => cells[column] ?? ''))
  return Papa.unparse({ fields: [...columns], data }, { escapeFormulae: FORMULA_START })
}

/** Reports of a few cells each; what a test does not name is unremarkable. */
export function smallDataset(
  rows: readonly Readonly<Record<string, string>>[],
  places = PLACES,
): JoinedDataset {
  const defaults = {
    date_start: '2022-11-29',
    reported_by: 'Somebody',
    reporting_party: 'Azerbaijan',
    summary: 'Somebody said something.',
  }
  const { records } = recordsOf(
    rows.map((cells, index) => ({ line: index + 2, cells: { ...defaults, ...cells } })),
  )
  return datasetOf(records, `${SOURCES_HEADER}\n`, places)
}

/** The filter that lets all of a dataset through. */
export function everything({ span }: Pick<JoinedDataset, 'span'>): Filter {
  return unfiltered(span ?? { from: 0 as Day, to: 0 as Day })
}
