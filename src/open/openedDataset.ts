import { indexSources } from '../join/joinReports'
import { listAreas } from '../join/listAreas'
import type { IncidentId, SourceId } from '../model/ids'
import type { Incident } from '../model/report'
import type { Dataset, Listed } from '../store/dataset'
import { spanOf } from '../store/daysOnFile'
import { findPartners } from '../store/pairing'
import { buildSites } from '../store/siteBuilder'
import type { OpenedFile } from './buildReading'
import { numberOfSource, type Reading, Rows, sourceId } from './fileRows'
import { findRow } from './idIndex'
import type { FileRows, ImportedReports } from './importReports'

/** Reports kept after they were read: far more than the list and a popup show. */
const MAX_KEPT = 2000

/** Where the accepted rows of a file are, in the order of the dataset. */
export interface AcceptedRows extends Pick<ImportedReports, 'fileRow'> {
  readonly rows: Pick<FileRows, 'start' | 'number'>
}

/** The dataset of an opened file: its columns, and its reports, read from its bytes on demand. */
export function openedDataset(
  imported: ImportedReports,
  reading: Reading,
  { issues }: Pick<OpenedFile, 'issues'>,
): Dataset {
  const { columns, pairs, ids } = imported
  const { conflict, gazetteer } = reading.geography
  const areas = listAreas(reading.geography)
  const reports = readReports(imported, reading, columns)
  // The page asks for the row of reports that it has just read.
  const recent = new Map<IncidentId, number>()
  const incidents: Listed<Incident> = {
    length: reports.length,
    at(row) {
      const incident = reports.at(row)
      if (recent.size > MAX_KEPT) recent.clear()
      if (incident) recent.set(incident.id, row)
      return incident
    },
  }
  const sites = buildSites(imported.sites)
  return {
    conflict,
    incidents,
    columns,
    places: gazetteer.places,
    areas,
    areaIds: [...areas.keys()],
    ...(reading.listed
      ? indexSources([...reading.listed.values()])
      : inlineSources(imported.sourceRow, incidents)),
    sites,
    origins: imported.origins,
    rowOf: {
      get: (id) => recent.get(id) ?? findRow(ids, id, (row) => incidents.at(row)?.id),
    },
    pairsOf: (row) => findPartners(columns, pairs, row),
    issues,
    countries: imported.countries,
    span: spanOf(columns),
  }
}

/**
 * The reports of accepted rows, each read when it is asked for. Without the columns, sources that are
 * in rows have no ids.
 */
export function readReports(
  { fileRow, rows: { start, number } }: AcceptedRows,
  reading: Reading,
  columns?: Dataset['columns'],
): Listed<Incident> {
  const rows = new Rows(reading)
  return kept(fileRow.length, (row) => {
    const index = fileRow[row] ?? 0
    const read = rows.readAt(start[index] ?? 0, number[index] ?? 0)
    const sources = columns?.sourceIndex.subarray(
      columns.sourceOffset[row],
      columns.sourceOffset[row + 1],
    )
    return read ? rows.join(read, rows.collector(), sources) : undefined
  })
}

type SourcesOfDataset = Pick<Dataset, 'sources' | 'sourceOrder' | 'sourceIndexOf'>

/** Sources that are in rows are read with the first row that has them. */
function inlineSources(sourceRow: Int32Array, incidents: Dataset['incidents']): SourcesOfDataset {
  const has = (id: SourceId) => sourceRow[numberOfSource(id)] !== undefined
  const get = (id: SourceId) => {
    const row = sourceRow[numberOfSource(id)]
    const cited = row === undefined ? [] : (incidents.at(row)?.citedSources ?? [])
    return cited.find((source) => source.id === id)
  }
  return {
    sourceOrder: {
      length: sourceRow.length,
      at: (number) => get(sourceId(number)),
    },
    sourceIndexOf: { get: (id) => (has(id) ? numberOfSource(id) : undefined) },
    sources: { size: sourceRow.length, has, get },
  }
}

/** A list whose items are made on demand; the last ones are kept. */
function kept<T>(length: number, make: (index: number) => T | undefined): Listed<T> {
  const known = new Map<number, T>()
  return {
    length,
    at(index) {
      if (index < 0 || index >= length) return undefined
      const found = known.get(index) ?? make(index)
      if (found === undefined) return undefined
      // A Map is in the order of insertion: the first was asked for longest ago.
      known.delete(index)
      known.set(index, found)
      const [oldest] = known.size > MAX_KEPT ? known.keys() : []
      if (oldest !== undefined) known.delete(oldest)
      return found
    },
  }
}
