import type { AreaId } from '../model/ids'
import type { Position } from '../model/place'
import type { Incident } from '../model/report'
import type { Selection } from '../model/view'
import { findSite, findSiteIds } from '../query/siteIds'
import type { Dataset } from '../store/dataset'
import type { Target } from './marks'

export interface Selected {
  readonly areas: ReadonlySet<AreaId>
  /** Ids of sites. */
  readonly sites: ReadonlySet<string>
}

/** What opening a mark selects: the only report at a settlement, the settlement, or the area. */
export function selectionOf({ incident, site, area }: Target): Selection | null {
  if (incident) return { kind: 'incident', id: incident }
  if (site) return { kind: 'settlement', id: site }
  return area && { kind: 'area', id: area }
}

/**
 * What of the map is marked for a selection. A report marks the places it names, each as exactly as it is
 * known: the settlement where that has a position, else the whole district. Empty for an unknown report.
 */
export function selectedFeatures(dataset: Dataset, selection: Selection | null): Selected {
  if (selection === null) return { areas: new Set(), sites: new Set() }
  if (selection.kind === 'area') return { areas: new Set([selection.id]), sites: new Set() }
  if (selection.kind === 'direction') return { areas: new Set(), sites: new Set() }
  if (selection.kind === 'settlement') return { areas: new Set(), sites: new Set([selection.id]) }
  const row = dataset.rowOf.get(selection.id)
  const incident = findIncident(dataset, selection)
  if (row === undefined || !incident) return { areas: new Set(), sites: new Set() }
  const areas = incident.locations.filter(({ isPoint, position }) => !isPoint || !position)
  return {
    areas: new Set(areas.flatMap(({ area }) => area ?? [])),
    sites: new Set(findSiteIds(dataset, row)),
  }
}

/**
 * The known positions of a selection: of a report all its places and origins, of an area its label
 * point.
 */
export function selectedPositions(dataset: Dataset, selection: Selection | null): Position[] {
  if (selection === null) return []
  if (selection.kind === 'area') {
    const label = dataset.areas.get(selection.id)?.label
    return label ? [label] : []
  }
  if (selection.kind === 'direction') return selection.at ? [selection.at] : []
  if (selection.kind === 'settlement') {
    const site = findSite(dataset.sites, selection.id)
    return site < 0 ? [] : [[dataset.sites.lon[site] ?? 0, dataset.sites.lat[site] ?? 0]]
  }
  const { locations = [], origins = [] } = findIncident(dataset, selection) ?? {}
  return [...locations, ...origins].flatMap(({ position }) => (position ? [position] : []))
}

/** The label points of the areas that a report is in: their names are there. */
export function selectedLabelPoints(dataset: Dataset, selection: Selection | null): Position[] {
  const { areas = [] } = findIncident(dataset, selection) ?? {}
  return areas.flatMap((id) => {
    const label = dataset.areas.get(id)?.label
    return label ? [label] : []
  })
}

function findIncident(dataset: Dataset, selection: Selection | null): Incident | undefined {
  const row = selection?.kind === 'incident' ? dataset.rowOf.get(selection.id) : undefined
  return row === undefined ? undefined : dataset.incidents.at(row)
}
