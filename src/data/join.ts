import type {
  Area,
  AreaId,
  Dataset,
  DayRange,
  Incident,
  IncidentRecord,
  Issue,
  Place,
  PlaceKind,
  Source,
  SourceId,
} from '../types'
import { columnsOf } from './columns'
import { buildGazetteer } from './gazetteer'
import { daysOf, intervalOf } from './interval'
import { pairReports } from './pairing'
import { type Geography, locate, placementOf } from './place'
import type { AreaAt } from './polygons'
import { Remarks } from './remarks'

/** The files of a dataset, read. */
export interface Tables {
  readonly incidents: readonly IncidentRecord[]
  readonly sources: readonly Source[]
  readonly places: readonly Place[]
  /** What reading them had to say; the join adds to it. */
  readonly issues: readonly Issue[]
  /** The incidents file's name, for messages. */
  readonly file: string
  /** For rows that carry coordinates; without it they are placed by name alone. */
  readonly areaAt?: AreaAt | null
}

const AREA_KINDS: readonly PlaceKind[] = ['district', 'province', 'city']

/**
 * Joins reports to areas and sources. Every report comes out, in display order whatever the order of
 * rows: latest start first, then latest end, then id. What did not match is an issue, never a gap.
 */
export function joinDataset(tables: Tables): Dataset {
  const areas = areasOf(tables.places)
  const sources = new Map(tables.sources.map((source) => [source.id, source]))
  const world: Geography = {
    gazetteer: buildGazetteer(tables.places),
    areas,
    areaAt: tables.areaAt ?? null,
  }
  const issues: Issue[] = [...tables.issues]
  const incidents = tables.incidents.map((record) => {
    const remarks = new Remarks(tables.file, record.row, record.id)
    const incident = joinIncident(record, world, sources, remarks)
    issues.push(...remarks.issues)
    return incident
  })
  incidents.sort(inDisplayOrder)

  const areaIds = [...areas.keys()]
  const pairs = pairReports(incidents)
  return {
    incidents,
    columns: columnsOf(incidents, areaIds, pairs),
    areas,
    areaIds,
    sources,
    rowOf: new Map(incidents.map((incident, row) => [incident.id, row])),
    pairs,
    issues,
    span: spanOf(incidents),
  }
}

function joinIncident(
  record: IncidentRecord,
  world: Geography,
  sources: ReadonlyMap<SourceId, Source>,
  remarks: Remarks,
): Incident {
  const citedSources: Source[] = []
  for (const id of record.sources) {
    const source = sources.get(id)
    if (source) citedSources.push(source)
    else remarks.warning(`source "${id}" is not in the sources file`)
  }
  if (record.denialSource !== null && !sources.has(record.denialSource)) {
    remarks.warning(`denial_source "${record.denialSource}" is not in the sources file`)
  }
  const locations = locate(record, world, remarks)
  return {
    ...record,
    interval: intervalOf(record),
    areas: [...new Set(locations.map((location) => location.area))],
    locations,
    placement: placementOf(locations),
    citedSources,
  }
}

/** Districts, provinces and cities of the gazetteer, in English alphabetical order. */
function areasOf(places: readonly Place[]): Map<AreaId, Area> {
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

/** Code-unit order: the same on every machine, whatever its locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function inDisplayOrder(a: Incident, b: Incident): number {
  return (
    b.interval.start - a.interval.start || b.interval.end - a.interval.end || compare(a.id, b.id)
  )
}

function spanOf(incidents: readonly Incident[]): DayRange | null {
  let span: DayRange | null = null
  for (const { interval } of incidents) {
    const { from, to } = daysOf(interval)
    span = {
      from: span && span.from < from ? span.from : from,
      to: span && span.to > to ? span.to : to,
    }
  }
  return span
}
