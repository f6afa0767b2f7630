import Papa from 'papaparse'
import { FORMULA_START } from '../csv/formula'
import { formatLabels, LABELS_COLUMN } from '../model/conflict'
import { labelsOfReport } from '../model/facets'
import { FIELD_NAMES, FILE_FIELD_NAMES, joinValues } from '../model/fields'
import type { IncidentRecord } from '../model/report'
import { incidentCells } from '../model/reportCells'
import type { Slice } from '../query/slice'
import type { Dataset } from '../store/dataset'
import { citeReport, sourceUrls } from './citation'
import type { DatasetMeta } from './provenance'
import { reportsOf, splitSlice } from './reportsGeojson'

const ADDED_COLUMNS = ['certainty', 'placement', 'area_ids', 'citation', 'source_urls']

/**
 * The reports of a slice, in its order, as CSV (RFC 4180, UTF-8 without a byte order mark): the columns of
 * geodata/incidents.csv, which reads back in, then what the join and the slice add. `lon,lat,position_precision` stand between
 * them as soon as one report of the slice has coordinates of its own, and `events` if rows are counts. An empty slice is a header.
 *
 * Lines end in LF, as in geodata/: an exported row compares byte for byte with its line there, Unix tools
 * see no stray CR, and spreadsheets read both. A cell that a spreadsheet would run as a formula gets an
 * apostrophe in front, which reading takes off again (formula.ts).
 *
 * In parts, for any number of reports. Awaits `pause` between steps, so that a page can do something
 * else.
 */
export async function reportsCsv(
  dataset: Dataset,
  slice: Slice,
  meta: DatasetMeta,
  pause?: () => Promise<void>,
): Promise<string[]> {
  const steps = splitSlice(slice)
  let withPositions = false
  for (const part of steps) {
    withPositions = reportsOf(dataset, part).some(({ incident }) => incident.record.position)
    if (withPositions) break
    await pause?.()
  }
  const more = FILE_FIELD_NAMES.filter((name) =>
    name === 'events' ? dataset.columns.events : withPositions,
  )
  const { datasets, columnLabels } = dataset.conflict
  const labels = [...(datasets ? ['dataset'] : []), ...(columnLabels ? [LABELS_COLUMN] : [])]
  const fields = [...FIELD_NAMES, ...more, ...ADDED_COLUMNS, ...labels]
  const parts = [`${fields.join(',')}\n`]
  for (const part of steps) {
    parts.push(rowsOf(dataset, part, meta, withPositions))
    await pause?.()
  }
  return parts
}

function rowsOf(dataset: Dataset, slice: Slice, meta: DatasetMeta, withPositions: boolean): string {
  const { conflict } = dataset
  const data = reportsOf(dataset, slice).map(({ incident, certainty }) => {
    const cells = incidentCells(incident.record, conflict)
    const labels = labelsOfReport(incident, conflict)
    return [
      ...FIELD_NAMES.map((column) => cells[column]),
      // Numbers stay numbers: a western longitude is no formula.
      ...(withPositions ? positionCells(incident.record) : []),
      ...(dataset.columns.events ? [incident.record.events] : []),
      certainty,
      incident.placement,
      joinValues(incident.areas),
      citeReport(incident, meta),
      sourceUrls(incident),
      ...(conflict.datasets ? [incident.dataset?.record] : []),
      ...(conflict.columnLabels ? [labels ? formatLabels(labels) : ''] : []),
    ]
  })
  return `${Papa.unparse(data, { newline: '\n', escapeFormulae: FORMULA_START })}\n`
}

function positionCells({
  position,
  position_precision: precision,
}: IncidentRecord): (number | string)[] {
  return [...(position ?? ['', '']), precision === 'settlement' ? '' : precision]
}
