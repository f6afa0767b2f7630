import Papa from 'papaparse'
import type { Dataset, Incident, Slice } from '../types'
import { citeReport, sourceUrls } from './cite'
import { reportsOf } from './exportGeojson'
import { FORMULA_START } from './formula'
import { INCIDENT_COLUMNS, incidentCells, joinValues, POSITION_COLUMNS } from './incidentCells'
import type { DatasetMeta } from './provenance'

const ADDED_COLUMNS = ['certainty', 'placement', 'area_ids', 'citation', 'source_urls']

/**
 * The reports of a slice, in its order, as CSV (RFC 4180, UTF-8 without a byte order mark): the columns of
 * geodata/incidents.csv, which reads back in, then what the join and the slice add. `lon,lat,position_precision` stand between
 * them as soon as one report of the slice has coordinates of its own. An empty slice is a header.
 *
 * Lines end in LF, as in geodata/: an exported row compares byte for byte with its line there, Unix tools
 * see no stray CR, and spreadsheets read both. A cell that a spreadsheet would run as a formula gets an
 * apostrophe in front, which reading takes off again (formula.ts).
 */
export function reportsCsv(dataset: Dataset, slice: Slice, meta: DatasetMeta): string {
  const reports = reportsOf(dataset, slice)
  const withPositions = reports.some(({ incident }) => incident.position !== null)
  const fields = [...INCIDENT_COLUMNS, ...(withPositions ? POSITION_COLUMNS : []), ...ADDED_COLUMNS]
  const data = reports.map(({ incident, certainty }) => {
    const cells = incidentCells(incident)
    return [
      ...INCIDENT_COLUMNS.map((column) => cells[column]),
      // Numbers stay numbers: a western longitude is no formula.
      ...(withPositions ? positionCells(incident) : []),
      certainty,
      incident.placement,
      joinValues(incident.areas),
      citeReport(incident, meta),
      sourceUrls(incident),
    ]
  })
  // As a row of its own: given apart, the header of an empty slice would be followed by a blank line.
  const text = Papa.unparse([fields, ...data], { newline: '\n', escapeFormulae: FORMULA_START })
  return `${text}\n`
}

function positionCells({ position, positionPrecision }: Incident): (number | string)[] {
  return [...(position ?? ['', '']), positionPrecision === 'settlement' ? '' : positionPrecision]
}
