import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { looksSwapped } from '../geo/customShapes'
import { findOverlaps, MAX_OVERLAPS } from '../geo/polygonChecks'
import { areaLocator } from '../geo/polygons'
import type { Issue } from '../issues/issue'
import { IssueCollector } from '../issues/issueCollector'
import { UserError } from '../issues/problem'
import type { Conflict } from '../model/conflict'
import { fold, placeKeyOf } from '../model/fold'
import { freeNames } from '../model/freeNames'
import type { AreaId, PlaceId } from '../model/ids'
import type { Place } from '../model/place'
import { NOT_LOCATED } from '../model/vocabulary'
import { plainText } from '../read/geojson/geojsonFeatures'
import { buildFeature, type CustomArea, readArea } from './customArea'
import { listSpellings } from './gazetteer'

export interface CustomAreas {
  /** Each with an id for links, and the properties of geodata/districts.geojson. */
  readonly polygons: FeatureCollection<Polygon | MultiPolygon>
  readonly places: readonly Place[]
  readonly issues: readonly Issue[]
}

const MAX_NAMED = 3

/**
 * Reads district outlines: the polygons of a GeoJSON collection. Faults of a polygon are issues
 * that name its feature; a polygon that cannot be drawn is rejected. Throws a UserError if none is
 * left, or if all have latitude before longitude.
 */
export function readCustomAreas(
  { features }: FeatureCollection,
  file: string,
  { languages }: Conflict,
): CustomAreas {
  const taken = {
    freeId: freeNames((id, next) => `${id}-${next}`, [NOT_LOCATED]),
    names: new Set<string>(),
  }
  const read = features.map((feature, index) => {
    const found = new IssueCollector(file, index + 1, plainText(feature.id))
    return { found, area: readArea(feature, index, taken, languages, found) }
  })
  const areas = read.flatMap(({ area }) => area ?? [])
  findOverlapIssues(areas)
  const swapped = areas.filter(({ outline }) => looksSwapped(outline.bounds))
  for (const area of swapped) area.issues.warning('maybeSwapped', '')
  const issues = read.flatMap(({ found }) => found.list)
  if (areas.length === 0) {
    const issue = issues.find(({ severity }) => severity === 'error')
    const because = issue && { numbering: 'feature' as const, row: issue.row ?? 0, issue }
    throw new UserError({ code: 'noOutline', ...(because && { because }) })
  }
  if (swapped.length === areas.length) throw new UserError({ code: 'swappedOutlines' })
  return {
    polygons: { type: 'FeatureCollection', features: areas.map(buildFeature) },
    places: areas.map(({ place }) => place),
    issues,
  }
}

/**
 * The gazetteer for joining reports to these outlines. Each keeps its own names and gets those of
 * the shipped area of the same name, so that `Lisboa` finds the user's `Lisbon`. Settlements,
 * including shipped cities, are in the outline that contains their position. Without a position,
 * they and former units are where their shipped districts of the same name are.
 */
export function withCustomAreas(
  { polygons, places: own }: CustomAreas,
  shipped: readonly Place[],
  conflict: Conflict,
): Place[] {
  const placeKey = placeKeyOf(conflict)
  const shippedArea = areaFinder(shipped, placeKey)
  const owners = new Map<string, PlaceId>()
  for (const place of own) {
    for (const name of listSpellings(place)) {
      const key = placeKey(name)
      if (!owners.has(key)) owners.set(key, place.id)
    }
  }
  const newIds = new Map<string, AreaId[]>()
  const named = own.map((place) => {
    const known = shippedArea(place)
    if (!known) return place
    newIds.set(known.id, [...(newIds.get(known.id) ?? []), areaIdOf(place)])
    // A spelling that the user gives to another area belongs to that area.
    const isFree = (name: string) => (owners.get(placeKey(name)) ?? place.id) === place.id
    return withNamesOf(place, known, isFree)
  })
  const areaAt = areaLocator(polygons)
  const others = shipped
    .filter(({ kind }) => kind !== 'district' && kind !== 'province')
    .map((place): Place => {
      const lying = place.position && areaAt(place.position)
      const byName = place.districts.flatMap((id) => newIds.get(id) ?? [])
      const kind = place.kind === 'city' ? 'settlement' : place.kind
      return { ...place, kind, districts: lying ? [lying] : [...new Set(byName)] }
    })
  return [...named, ...others]
}

/**
 * The outlines as the map frames them at first: the focus districts by any of their names, else
 * all.
 */
export function withFocus(
  { polygons, places }: CustomAreas,
  shipped: readonly Place[],
  conflict: Conflict,
): CustomAreas['polygons'] {
  const placeKey = placeKeyOf(conflict)
  const focus: readonly string[] = conflict.focus
  const wanted = new Set(
    shipped
      .filter(({ id }) => focus.includes(id))
      .flatMap((place) => listSpellings(place).map(placeKey)),
  )
  const focused = places.map((place) =>
    listSpellings(place).some((name) => wanted.has(placeKey(name))),
  )
  const features = polygons.features.map((feature, index) => {
    const isFocus = focused.includes(true) ? focused[index] === true : true
    return { ...feature, properties: { ...feature.properties, focus: isFocus } }
  })
  return { type: 'FeatureCollection', features }
}

/**
 * Finds the shipped area with one of a place's names: the whole name first, then without `district`
 * and the like.
 */
function areaFinder(
  shipped: readonly Place[],
  placeKey: (name: string) => string,
): (place: Place) => Place | undefined {
  const byName = new Map<string, Place>()
  // Districts before cities: `Lankaran` is the district, and only the whole name `Lankaran city` is
  // the city.
  for (const kind of ['district', 'province', 'city']) {
    for (const area of shipped.filter((place) => place.kind === kind)) {
      for (const name of listSpellings(area)) {
        for (const key of [fold(name), placeKey(name)]) {
          if (key !== '' && !byName.has(key)) byName.set(key, area)
        }
      }
    }
  }
  return (place) => {
    const names = listSpellings(place)
    const keys = [...names.map(fold), ...names.map(placeKey)]
    return keys.map((key) => byName.get(key)).find((area) => area !== undefined)
  }
}

function withNamesOf(place: Place, known: Place, isFree: (name: string) => boolean): Place {
  const free = (name: string) => (isFree(name) ? name : '')
  const others = [...place.otherNames, ...listSpellings(known).filter(isFree)]
  return {
    ...place,
    names: Object.fromEntries(
      Object.entries(place.names).map(([id, name]) => [id, name || free(known.names[id] ?? '')]),
    ),
    otherNames: [...new Set(others)].filter((name) => name !== place.name),
  }
}

function findOverlapIssues(areas: readonly CustomArea[]): void {
  const { found, isWhole } = findOverlaps(areas.map(({ outline }) => outline))
  found.forEach((overlaps, index) => {
    const all = overlaps.map((other) => `“${areas[other]?.place.name ?? ''}”`)
    if (all.length === 0) return
    const params = { names: all.slice(0, MAX_NAMED).join(', '), more: all.length - MAX_NAMED }
    const code = all.length < MAX_OVERLAPS ? 'areaOverlaps' : 'areaOverlapsMany'
    areas[index]?.issues.warning(code, '', { ...params, more: Math.max(0, params.more) })
  })
  if (!isWhole) areas[0]?.issues.warning('overlapsNotCompared', '')
}

function areaIdOf(place: Place): AreaId {
  return place.id as string as AreaId
}
