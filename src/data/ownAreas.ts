import { pointOnFeature } from '@turf/turf'
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import type { AreaId, Issue, Place, PlaceId, Position } from '../types'
import { spellingsOf } from './gazetteer'
import { fold, placeKey } from './names'
import { checkShape, type Shape } from './ownShapes'
import { areaLocator } from './polygons'
import { Remarks } from './remarks'

type Json = Readonly<Record<string, unknown>>

/** District outlines of a reader's own, checked. */
export interface OwnAreas {
  /** Each with an id that a link can carry, and the properties of geodata/districts.geojson. */
  readonly polygons: FeatureCollection<Polygon | MultiPolygon>
  readonly places: readonly Place[]
  readonly issues: readonly Issue[]
}

/** Where files of districts have their names: plain ones, geoBoundaries, GADM and OCHA from the finest on, Natural Earth. */
const NAMES =
  'name name_en NAME_EN name:en NAME shapeName NAME_3 NAME_2 NAME_1 ADM3_EN ADM2_EN ADM1_EN admin2Name_en admin2Name admin1Name_en admin1Name title label'.split(
    ' ',
  )
const IN_LANGUAGE = {
  az: ['name_az', 'name:az', 'NAME_AZ', 'ADM2_AZ', 'ADM1_AZ'],
  hy: ['name_hy', 'name:hy', 'NAME_HY', 'ADM2_HY', 'ADM1_HY'],
  ru: ['name_ru', 'name:ru', 'NAME_RU', 'ADM2_RU', 'ADM1_RU'],
} as const
const OTHER_NAMES = 'alt_name name_local NAME_LOCAL VARNAME_3 VARNAME_2 VARNAME_1 NL_NAME_2'.split(
  ' ',
)
/** The districts that the project is about. */
const FOCUS = ['shusha', 'aghdam', 'kalbajar', 'lachin']
const AREA_KINDS = new Set(['district', 'province', 'city'])

/**
 * Reads district outlines: the polygons of a GeoJSON collection. What is wrong with one is an issue that names its
 * feature; one that cannot be drawn is left out. Throws an Error with one sentence when none is left.
 */
export function readOwnAreas({ features }: FeatureCollection, file: string): OwnAreas {
  const issues: Issue[] = []
  const polygons: Feature<Polygon | MultiPolygon>[] = []
  const places: Place[] = []
  const taken = new Set<string>()
  features.forEach((feature, index) => {
    const remarks = new Remarks(file, index + 1, String(feature.id ?? ''))
    const geometry = checkShape(feature.geometry as Shape, remarks)
    if (geometry) {
      const place = placeOf({ ...feature, geometry }, index, taken, remarks)
      places.push(place)
      polygons.push(featureOf(place, geometry))
    }
    issues.push(...remarks.issues)
  })
  if (polygons.length === 0) {
    const [first] = issues
    throw new Error(
      `No district outline in it can be drawn${first ? `: feature ${first.row} ${first.message}` : ''}.`,
    )
  }
  return { polygons: { type: 'FeatureCollection', features: polygons }, places, issues }
}

/**
 * The gazetteer for joining reports to these outlines. Each keeps its own names and gets those of the shipped area of
 * the same name, so that `Şuşa` finds the reader's `Shusha`. Settlements lie where their position does; without one, and
 * former units, where their old districts of the same name do.
 */
export function withOwnAreas(
  { polygons, places: own }: OwnAreas,
  shipped: readonly Place[],
): Place[] {
  const areas = shipped.filter(({ kind }) => AREA_KINDS.has(kind))
  const byKey = new Map<string, Place>()
  for (const area of areas) {
    for (const name of spellingsOf(area)) byKey.set(placeKey(name), area)
  }
  const newIds = new Map<string, AreaId[]>()
  const named = own.map((place) => {
    const known = spellingsOf(place)
      .map((name) => byKey.get(placeKey(name)))
      .find((area) => area !== undefined)
    if (!known) return place
    newIds.set(known.id, [...(newIds.get(known.id) ?? []), place.id as string as AreaId])
    return withNamesOf(place, known)
  })
  const areaAt = areaLocator(polygons)
  const others = shipped
    .filter(({ kind }) => !AREA_KINDS.has(kind))
    .map((place) => {
      const lying = place.position && areaAt(place.position)
      const byName = place.districts.flatMap((id) => newIds.get(id) ?? [])
      return { ...place, districts: lying ? [lying] : byName }
    })
  return [...named, ...others]
}

/** The outlines as the map frames them first: the four focus districts by any of their names, else all. */
export function withFocus(
  { polygons, places }: OwnAreas,
  shipped: readonly Place[],
): OwnAreas['polygons'] {
  const wanted = new Set(
    shipped
      .filter(({ id }) => FOCUS.includes(id))
      .flatMap((place) => spellingsOf(place).map(placeKey)),
  )
  const focused = places.map((place) =>
    spellingsOf(place).some((name) => wanted.has(placeKey(name))),
  )
  const features = polygons.features.map((feature, index) => {
    const focus = focused.includes(true) ? focused[index] === true : true
    return { ...feature, properties: { ...feature.properties, focus } }
  })
  return { type: 'FeatureCollection', features }
}

function withNamesOf(place: Place, known: Place): Place {
  const { az, hy, ru } = place.names
  return {
    ...place,
    names: { az: az || known.names.az, hy: hy || known.names.hy, ru: ru || known.names.ru },
    otherNames: [...new Set([...place.otherNames, ...spellingsOf(known)])],
  }
}

function placeOf(feature: Feature, index: number, taken: Set<string>, remarks: Remarks): Place {
  const properties: Json = feature.properties ?? {}
  const found = textIn(properties, NAMES)
  const name = found || `Area ${index + 1}`
  if (found === '') remarks.warning(`has no name; called “${name}”`)
  const wanted = slugOf(String(feature.id ?? '')) || slugOf(name) || `area-${index + 1}`
  let id = wanted
  for (let next = 2; taken.has(id); next++) id = `${wanted}-${next}`
  if (id !== wanted)
    remarks.warning(`“${name}” has the id or name of an earlier one; its id is ${id}`)
  taken.add(id)
  const names = {
    az: textIn(properties, IN_LANGUAGE.az),
    hy: textIn(properties, IN_LANGUAGE.hy),
    ru: textIn(properties, IN_LANGUAGE.ru),
  }
  const others = OTHER_NAMES.flatMap((key) => textIn(properties, [key]).split(/[|;]/))
    .map((other) => other.trim())
    .filter(Boolean)
  return {
    id: id as PlaceId,
    kind: 'district',
    name,
    names,
    otherNames: others,
    districts: [id as string as AreaId],
    position: labelOf(feature),
    source: remarks.file,
  }
}

function featureOf(
  { id, name, position }: Place,
  geometry: Polygon | MultiPolygon,
): Feature<Polygon | MultiPolygon> {
  const properties = { id, name, kind: 'district', country: '', focus: false, label: position }
  return { type: 'Feature', id, properties, geometry }
}

/** A point inside, for the count mark. */
function labelOf(feature: Feature): Position | null {
  try {
    const [lon, lat] = pointOnFeature(feature).geometry.coordinates
    return lon === undefined || lat === undefined ? null : [lon, lat]
  } catch {
    return null
  }
}

function textIn(properties: Json, keys: readonly string[]): string {
  for (const key of keys) {
    const value = properties[key]
    if (typeof value === 'string' && value.trim() !== '') return value.trim().normalize('NFC')
  }
  return ''
}

function slugOf(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}
