import { formatLabels, LABELS_COLUMN } from '../model/conflict'
import { labelsOfReport } from '../model/facets'
import {
  FIELD_NAMES,
  FILE_FIELD_NAMES,
  type FieldName,
  type FileFieldName,
  fieldOf,
  joinValues,
} from '../model/fields'
import { leastExactRole } from '../model/geometryRole'
import { formatCell } from '../model/reportCells'
import { RECORDED_AREAS, REPORT_ID } from '../read/columns/asRecorded'
import type { Dataset } from '../store/dataset'
import { citeReport, sourceUrls } from './citation'
import { type ExportRow, hasPlaceRows, type Layout } from './exportRows'
import type { DatasetMeta } from './provenance'

type Value = string | number | null

/**
 * A column of exported reports: the same in every format, and of the same type in every slice.
 * Text is empty and a number null where not stated.
 */
export interface ExportColumn {
  readonly name: string
  readonly type: 'text' | 'date' | 'integer' | 'real'
  read(row: ExportRow): Value
}

/** The first columns; the other columns of a report follow in the order of the fields. */
const FIRST = `id date_start time_start date_end time_end time_precision certainty placement
  geometry_role geometry_roles areas area_names settlements kind weapons reported_by reporting_party
  accused_party accused_as_worded denied_by killed wounded summary citation source_urls
  time_approximate when_as_reported`.split(/\s+/)
/** Of a row for one of several places: which row of which report it is, and the place. */
const PLACE = [REPORT_ID, 'place_number', 'place_area', 'place_name', 'place_precision']
/** What exports add to the columns of a reports file. */
export const ADDED_COLUMNS: readonly string[] = [
  ...['certainty', 'placement', 'geometry_role', 'geometry_roles', 'area_names', 'citation'],
  ...['source_urls', RECORDED_AREAS, ...PLACE, 'dataset', LABELS_COLUMN, 'WKT'],
  // Of earlier versions.
  'area_ids',
]

/** What says that a dataset has a column of files. */
const PRESENT: Readonly<Record<FileFieldName, 'hasPositions' | 'hasOtherWords' | 'events'>> = {
  lon: 'hasPositions',
  lat: 'hasPositions',
  position_precision: 'hasPositions',
  reporting_party_as_worded: 'hasOtherWords',
  kind_as_worded: 'hasOtherWords',
  events: 'events',
}

/** The columns of a dataset's exports, in their order. */
export function exportColumns(dataset: Dataset, meta: DatasetMeta, layout: Layout): ExportColumn[] {
  const { conflict, columns } = dataset
  const known = new Map<string, ExportColumn>()
  const add = (name: string, read: ExportColumn['read'], type: ExportColumn['type'] = 'text') =>
    known.set(name, { name, type, read })
  for (const name of FIELD_NAMES) add(name, readField(name, dataset), typeOf(name))
  const nameOf = (id: string) => dataset.areas.get(id as never)?.name ?? id

  add('id', ({ id }) => id)
  add('certainty', ({ certainty }) => certainty)
  add('placement', ({ incident }) => incident.placement)
  add('geometry_role', ({ roles }) => leastExactRole(roles))
  add('geometry_roles', ({ roles }) => joinValues(roles))
  add('areas', ({ incident }) => joinValues(incident.areas))
  add('area_names', ({ incident }) => joinValues(incident.areas.map(nameOf)))
  add('citation', ({ incident }) => citeReport(incident, meta))
  add('source_urls', ({ incident }) => sourceUrls(incident))
  add(RECORDED_AREAS, ({ incident }) => formatCell(incident.record, 'areas', conflict))
  add(REPORT_ID, ({ incident }) => incident.id)
  add('place_number', ({ number }) => number, 'integer')
  add('place_area', ({ place }) => place?.area ?? '')
  add('place_name', ({ place }) => place?.settlement || nameOf(place?.area ?? ''))
  add('place_precision', ({ place }) => place?.precision ?? '')
  add('lon', ({ incident }) => incident.record.position?.[0] ?? null, 'real')
  add('lat', ({ incident }) => incident.record.position?.[1] ?? null, 'real')
  add('position_precision', ({ incident: { record } }) =>
    record.position_precision === 'settlement' ? '' : record.position_precision,
  )
  for (const name of ['reporting_party_as_worded', 'kind_as_worded'] as const) {
    add(name, ({ incident: { record } }) => record[name])
  }
  add('events', ({ incident }) => incident.record.events, 'integer')
  const { columnLabels } = conflict
  add('dataset', ({ incident }) => incident.dataset?.record ?? '')
  add(LABELS_COLUMN, ({ incident }) => {
    const labels = labelsOfReport(incident, conflict)
    return labels ? formatLabels(labels) : ''
  })

  const names = [
    ...FIRST,
    RECORDED_AREAS,
    ...FIELD_NAMES.filter((name) => name !== 'sources'),
    ...(hasPlaceRows(layout) ? PLACE : []),
    ...FILE_FIELD_NAMES.filter((name) => columns[PRESENT[name]]),
    ...(conflict.datasets ? ['dataset'] : []),
    ...(columnLabels ? [LABELS_COLUMN] : []),
    'sources',
  ]
  return [...new Set(names)].flatMap((name) => known.get(name) ?? [])
}

function readField(name: FieldName, { conflict }: Dataset): ExportColumn['read'] {
  return fieldOf(name).type === 'count'
    ? ({ incident }) => incident.record[name] as number | null
    : ({ incident }) => formatCell(incident.record, name, conflict)
}

function typeOf(name: FieldName): ExportColumn['type'] {
  const { type } = fieldOf(name)
  if (type === 'count') return 'integer'
  return type === 'date' ? 'date' : 'text'
}
