import type { Geography } from '../join/locate'
import type { CodedFacetKey } from '../model/facets'
import { buildReading } from '../open/buildReading'
import { openedDataset } from '../open/openedDataset'
import type { OpenedReport } from '../open/openFiles'
import { PUBLISHED_FACETS } from '../publish/sortedReport'
import type { Columns, Dataset } from '../store/dataset'
import { areaColumns } from './countedDataset'
import { pickRows } from './joinRows'
import type { ReadReports } from './reportsAsFiles'

/** Reports that were read, as a dataset of their own, and what the folder says of each. */
export interface ReadPart {
  readonly dataset: Dataset
  readonly rows: ReadReports['rows']
}

/**
 * Reports of a folder that were opened as a file. What depends on all reports, as whether the other
 * side says the same, is what the folder says.
 */
export function readPart(
  { imported, file }: OpenedReport,
  { rows }: Pick<ReadReports, 'rows'>,
  geography: Geography,
): ReadPart {
  const dataset = openedDataset(imported, buildReading(file, geography, imported), file)
  const own = pickRows(rows, imported.fileRow)
  const codes = PUBLISHED_FACETS.map((key: CodedFacetKey) => [key, own.codes[key]])
  const columns: Columns = {
    ...dataset.columns,
    codes: { ...dataset.columns.codes, ...Object.fromEntries(codes) },
    ...areaColumns(own, dataset.areaIds),
  }
  return { dataset: { ...dataset, columns }, rows: own }
}
