import type { AreaAt } from '../geo/polygons'
import type { Issue } from '../issues/issue'
import { IssueCollector } from '../issues/issueCollector'
import type { Conflict } from '../model/conflict'
import type { AreaId, IncidentId, SourceId } from '../model/ids'
import { intervalOf } from '../model/interval'
import type { Place } from '../model/place'
import type { Incident, IncidentRecord, Location } from '../model/report'
import type { Source } from '../model/source'
import { ColumnBuilder } from '../store/columns'
import type { Dataset } from '../store/dataset'
import { spanOf } from '../store/daysOnFile'
import { findPartners } from '../store/pairing'
import { buildSites } from '../store/siteBuilder'
import { AreaGroups } from './areaGroups'
import { buildGazetteer } from './gazetteer'
import { buildAreas, compare } from './listAreas'
import { type Geography, leastExactPlacement, locate } from './locate'
import { Whereabouts } from './whereabouts'

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
  /** The places are the user's choice: they are kept where no report is in them, too. */
  readonly areChosen?: boolean
}

/** A dataset whose reports are all in memory. */
export interface JoinedDataset extends Dataset {
  readonly incidents: readonly Incident[]
  readonly sources: ReadonlyMap<SourceId, Source>
  readonly rowOf: ReadonlyMap<IncidentId, number>
}

/**
 * Joins reports to areas and sources. Every report is in the result, in display order whatever the
 * order of rows: latest start first, then latest end, then id. What does not match is an issue,
 * never a gap.
 */
export function joinDataset(tables: Tables): JoinedDataset {
  const known = buildAreas(tables.places)
  const listed = indexSources(tables.sources)
  const { sources, sourceIndexOf } = listed
  const { conflict, areaAt = null, areChosen = false } = tables
  const geography: Geography = {
    conflict,
    gazetteer: buildGazetteer(tables.places, conflict),
    areas: known,
    groups: new AreaGroups(known.keys()),
    areaAt,
    areChosen,
  }
  const found: Issue[] = []
  const whereabouts = new Whereabouts(geography)
  const builder = new ColumnBuilder(conflict)
  const inFileOrder = tables.incidents.map((record) => {
    const ofRow = new IssueCollector(tables.file, record.row, record.id)
    const incident = joinIncident(record, geography, sources, ofRow)
    found.push(...ofRow.list)
    whereabouts.add(incident, ofRow.list)
    builder.add(incident, ...sourcesIn(sourceIndexOf, incident))
    return incident
  })
  if (whereabouts.isMistaken) return joinDataset({ ...tables, places: [], areaAt: null })
  const { isElsewhere, areas } = whereabouts
  const areaIds = [...areas.keys()]
  const idAt = (row: number) => inFileOrder[row]?.id ?? ''
  const order = builder.displayOrder((a, b) => compare(idAt(a), idAt(b)))
  const { columns, sites, origins, pairs } = builder.build(order, areaIds)
  const incidents = Array.from(order).flatMap((row) => inFileOrder[row] ?? [])
  return {
    conflict,
    incidents,
    columns,
    places: isElsewhere ? [] : tables.places,
    areas,
    areaIds,
    ...listed,
    sites: buildSites(sites),
    origins,
    rowOf: new Map(incidents.map((incident, row) => [incident.id, row])),
    pairsOf: (row) => findPartners(columns, pairs, row),
    issues: [...tables.issues, ...found.filter((issue) => !whereabouts.isExpected(issue))],
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
  return {
    id: record.id,
    record,
    interval: intervalOf(record),
    areas: areasOf(locations),
    locations,
    origins: findOrigins(record, geography, issues),
    placement: leastExactPlacement(locations),
    citedSources,
  }
}

/** The areas of locations, each once. */
function areasOf(locations: readonly Location[]): readonly AreaId[] {
  const [first] = locations
  // Most reports: what is for several takes far longer.
  if (first && locations.length === 1) return first.area === null ? [] : [first.area]
  return [...new Set(locations.flatMap(({ area }) => area ?? []))]
}

/** The places that a report was fired from, each once. */
function findOrigins(
  { fired_from_places: ids }: IncidentRecord,
  { gazetteer }: Geography,
  issues: IssueCollector,
): readonly Place[] {
  if (ids.length === 0) return []
  const origins = new Set<Place>()
  for (const id of ids) {
    const place = gazetteer.place(id)
    if (place) origins.add(place)
    else issues.warning('unknownPlace', 'fired_from_places', { id })
  }
  return [...origins]
}
