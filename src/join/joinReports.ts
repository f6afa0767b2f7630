import type { AreaAt } from '../geo/polygons'
import type { Issue } from '../issues/issue'
import { IssueCollector } from '../issues/issueCollector'
import type { Conflict } from '../model/conflict'
import type { AreaId, IncidentId, SourceId } from '../model/ids'
import { intervalOf } from '../model/interval'
import type { Area, Place, PlaceKind } from '../model/place'
import type { Incident, IncidentRecord } from '../model/report'
import type { Source } from '../model/source'
import { ColumnBuilder } from '../store/columns'
import type { Dataset } from '../store/dataset'
import { spanOf } from '../store/daysOnFile'
import { findPartners } from '../store/pairing'
import { buildSites } from '../store/siteBuilder'
import { buildGazetteer } from './gazetteer'
import { type Geography, leastExactPlacement, locate } from './locate'

export interface Tables {
  readonly conflict: Conflict
  readonly incidents: readonly IncidentRecord[]
  readonly sources: readonly Source[]
  readonly places: readonly Place[]
  /** Issues found while reading; the join adds to them. */
  readonly issues: readonly Issue[]
  readonly file: string
  /** For rows with coordinates; without it, rows are located by name alone. */
  readonly areaAt?: AreaAt | null
}

/** A dataset whose reports are all in memory. */
export interface JoinedDataset extends Dataset {
  readonly incidents: readonly Incident[]
  readonly sources: ReadonlyMap<SourceId, Source>
  readonly rowOf: ReadonlyMap<IncidentId, number>
}

const AREA_KINDS: readonly PlaceKind[] = ['district', 'province', 'city']

/**
 * Joins reports to areas and sources. Every report is in the result, in display order whatever the
 * order of rows: latest start first, then latest end, then id. What does not match is an issue,
 * never a gap.
 */
export function joinDataset(tables: Tables): JoinedDataset {
  const areas = buildAreas(tables.places)
  const listed = indexSources(tables.sources)
  const { sources, sourceIndexOf } = listed
  const { conflict } = tables
  const geography: Geography = {
    conflict,
    gazetteer: buildGazetteer(tables.places, conflict),
    areas,
    areaAt: tables.areaAt ?? null,
  }
  const issues: Issue[] = [...tables.issues]
  const areaIds = [...areas.keys()]
  const builder = new ColumnBuilder(areaIds, conflict)
  const inFileOrder = tables.incidents.map((record) => {
    const ofRow = new IssueCollector(tables.file, record.row, record.id)
    const incident = joinIncident(record, geography, sources, ofRow)
    issues.push(...ofRow.list)
    builder.add(incident, ...sourcesIn(sourceIndexOf, incident))
    return incident
  })
  const idAt = (row: number) => inFileOrder[row]?.id ?? ''
  const order = builder.displayOrder((a, b) => compare(idAt(a), idAt(b)))
  const { columns, sites, origins, pairs } = builder.build(order)
  const incidents = Array.from(order).flatMap((row) => inFileOrder[row] ?? [])
  return {
    conflict,
    incidents,
    columns,
    places: tables.places,
    areas,
    areaIds,
    ...listed,
    sites: buildSites(sites),
    origins,
    rowOf: new Map(incidents.map((incident, row) => [incident.id, row])),
    pairsOf: (row) => findPartners(columns, pairs, row),
    issues,
    span: spanOf(columns),
  }
}

/** A list of sources, as a dataset finds them. */
export function indexSources(sources: readonly Source[]) {
  return {
    sources: new Map(sources.map((source) => [source.id, source])),
    sourceOrder: sources,
    sourceIndexOf: new Map(sources.map(({ id }, index) => [id, index])),
  }
}

/**
 * The indices of a report's sources in the list, and of its denial's source: -1 if it is not on
 * file.
 */
function sourcesIn(
  indexOf: ReadonlyMap<SourceId, number>,
  { citedSources, record }: Incident,
): [cited: Set<number>, denial: number] {
  const { denial_source: denialSource } = record
  const cited = new Set(citedSources.map(({ id }) => indexOf.get(id) ?? -1))
  return [cited, denialSource === null ? -1 : (indexOf.get(denialSource) ?? -1)]
}

/** Joins one report. Citations that are not on file become issues. */
export function joinIncident(
  record: IncidentRecord,
  geography: Geography,
  sources: Dataset['sources'],
  issues: IssueCollector,
): Incident {
  const citedSources: Source[] = []
  for (const id of record.sources) {
    const source = sources.get(id)
    if (source) citedSources.push(source)
    else issues.warning('unknownSource', 'sources', { id })
  }
  if (record.denial_source !== null && !sources.has(record.denial_source)) {
    issues.warning('unknownDenialSource', 'denial_source', { id: record.denial_source })
  }
  return placeIncident(record, citedSources, geography, issues)
}

export function placeIncident(
  record: IncidentRecord,
  citedSources: readonly Source[],
  geography: Geography,
  issues: IssueCollector,
): Incident {
  const locations = locate(record, geography, issues)
  const origins = new Set<Place>()
  for (const id of record.fired_from_places) {
    const place = geography.gazetteer.place(id)
    if (place) origins.add(place)
    else issues.warning('unknownPlace', 'fired_from_places', { id })
  }
  return {
    id: record.id,
    record,
    interval: intervalOf(record),
    areas: [...new Set(locations.map(({ area }) => area))],
    locations,
    origins: [...origins],
    placement: leastExactPlacement(locations),
    citedSources,
  }
}

/** Districts, provinces and cities of the gazetteer, in English alphabetical order. */
export function buildAreas(places: readonly Place[]): Map<AreaId, Area> {
  return new Map(
    places
      .filter((place) => AREA_KINDS.includes(place.kind))
      .sort((a, b) => compare(a.name, b.name))
      .map((place) => {
        const id = place.id as string as AreaId
        const { name, names, kind } = place
        return [id, { id, name, names, kind, label: place.position }]
      }),
  )
}

/** Code-unit order: the same on every machine and in every locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
