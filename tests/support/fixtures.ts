import { readFileSync } from 'node:fs'
import type { ExportMeta } from '../../src/export/provenance'
import type { JoinedDataset } from '../../src/join/joinReports'
import { joinDataset } from '../../src/join/joinReports'
import type { Day } from '../../src/model/day'
import type { SourceId } from '../../src/model/ids'
import type { Source } from '../../src/model/source'
import { unfiltered } from '../../src/query/conditions'
import type { Filter } from '../../src/query/filter'
import { parseIncidents, parsePlaces, parseSources } from '../../src/read/parseTables'
import { datasetOf, type RawRow } from './arbitraries'
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

/** A page of a newspaper with all that can be on file. */
export const SOURCE: Source = {
  id: 's' as SourceId,
  publisher: 'Daily Sabah',
  title: 'French resolution hurts',
  url: 'https://www.dailysabah.com/x',
  published: '2022-12-01',
  language: 'en',
}

/** The frozen records, or those that `read` finds by the names of their files, joined. */
export function realDataset(read = geodata): JoinedDataset {
  return joinDataset({
    conflict: CONFLICT,
    incidents: parseIncidents(read('incidents.csv'), 'incidents.csv', CONFLICT).rows,
    sources: parseSources(read('sources.csv'), 'sources.csv').rows,
    places: parsePlaces(read('places.csv'), 'places.csv', CONFLICT).rows,
    issues: [],
    file: 'incidents.csv',
  })
}

/** Reports of a few cells each in the small world; what a test does not name is unremarkable. */
export function smallDataset(
  rows: readonly RawRow[],
  sourcesCsv?: string,
  placesCsv?: string,
): JoinedDataset {
  const defaults = {
    date_start: '2022-11-29',
    reported_by: 'Somebody',
    reporting_party: 'Azerbaijan',
    summary: 'Somebody said something.',
  }
  return datasetOf(
    rows.map((cells) => ({ ...defaults, ...cells })),
    sourcesCsv,
    placesCsv,
  )
}

/** The filter that lets all of a dataset through. */
export function everything({ span }: Pick<JoinedDataset, 'span'>): Filter {
  return unfiltered(span ?? { from: 0 as Day, to: 0 as Day })
}
