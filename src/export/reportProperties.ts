import { formatLabels, LABELS_COLUMN } from '../model/conflict'
import { labelsOfReport } from '../model/facets'
import { joinValues } from '../model/fields'
import type { Certainty } from '../model/interval'
import type { Incident } from '../model/report'
import { incidentCells } from '../model/reportCells'
import type { Source } from '../model/source'
import type { Dataset } from '../store/dataset'
import { citeReport, sourceUrls } from './citation'
import type { DatasetMeta } from './provenance'

/** A source as in the file; only its id when the dataset has nothing else about it. */
interface ExportedSource extends Partial<Omit<Source, 'id'>> {
  readonly id: string
  /** Set on the source of a denial that the report itself does not cite. */
  readonly cited_for?: 'denial'
}

/**
 * The properties of an exported report: flat, several values joined with "; ", an empty string
 * (null for numbers) where not stated, and the complete record.
 */
export type ReportProperties = ReturnType<typeof reportProperties>

/** Writes first the fixed properties in their order, then the rest of the record. */
export function reportProperties(
  incident: Incident,
  dataset: Dataset,
  certainty: Certainty,
  meta: DatasetMeta,
) {
  const columnLabels = labelsOfReport(incident, dataset.conflict)
  const { id, areas, sources, killed, wounded, ...cells } = incidentCells(
    incident.record,
    dataset.conflict,
  )
  const properties = {
    date_start: cells.date_start,
    time_start: cells.time_start,
    date_end: cells.date_end,
    time_end: cells.time_end,
    time_precision: cells.time_precision,
    certainty,
    placement: incident.placement,
    areas: joinValues(incident.areas),
    area_names: joinValues(incident.areas.map((id) => dataset.areas.get(id)?.name ?? id)),
    settlements: cells.settlements,
    kind: cells.kind,
    weapons: cells.weapons,
    reported_by: cells.reported_by,
    reporting_party: cells.reporting_party,
    accused_party: cells.accused_party,
    accused_as_worded: cells.accused_as_worded,
    denied_by: cells.denied_by,
    killed: incident.record.killed,
    wounded: incident.record.wounded,
    summary: cells.summary,
    citation: citeReport(incident, meta),
    source_urls: sourceUrls(incident),
    time_approximate: cells.time_approximate,
    when_as_reported: cells.when_as_reported,
    // What reading back starts from.
    area_names_as_recorded: areas,
  }
  return {
    ...properties,
    // The other columns, in the order of the fields; those above keep their place.
    ...cells,
    // The row's own coordinates, unchanged, and how exact they are if not the place itself.
    ...(incident.record.position && {
      lon: incident.record.position[0],
      lat: incident.record.position[1],
    }),
    ...(incident.record.position_precision !== 'settlement' && {
      position_precision: incident.record.position_precision,
    }),
    ...(dataset.columns.events && { events: incident.record.events }),
    ...(incident.dataset && { dataset: incident.dataset.record }),
    ...(columnLabels && { [LABELS_COLUMN]: formatLabels(columnLabels) }),
    sources: exportedSources(incident, dataset),
  }
}

/** The cited sources in the report's order, then the denial's if it is not one of them. */
function exportedSources(incident: Incident, { sources }: Dataset): ExportedSource[] {
  const { denial_source: denialSource } = incident.record
  const cited: ExportedSource[] = incident.record.sources.map((id) => sources.get(id) ?? { id })
  if (denialSource === null || incident.record.sources.includes(denialSource)) return cited
  const denial = sources.get(denialSource) ?? { id: denialSource }
  return [...cited, { ...denial, cited_for: 'denial' }]
}
